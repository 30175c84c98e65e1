/**
 * How this host, or a namespace of it, resolves names: {@code resolv.conf(5)}, {@code
 * nsswitch.conf(5)}, {@code hosts(5)} and the servers that systemd knows per link. Reads files; sends
 * nothing unless asked to probe.
 */
package net.diag.netstat.dns;
