/**
 * The packet filter as the kernel has it: nf_tables decoded into nft's language, the rules of both
 * iptables, connection tracking, and what would become of a packet.
 *
 * <p>Reading goes from instructions to statements: {@link net.diag.netstat.firewall.RuleDecoder}
 * follows the registers and builds {@link net.diag.netstat.firewall.Expr expressions}, which print
 * themselves by the type of what is on their left. See {@code man 8 nft}.
 */
package net.diag.netstat.firewall;
