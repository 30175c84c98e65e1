/**
 * nf_tables, as {@code linux/netfilter/nf_tables.h} has it: a whole ruleset read in one generation,
 * its tables, chains, rules, sets with their elements, objects and flowtables. Expressions keep
 * their name and attributes; what they mean is the business of who shows or evaluates them.
 *
 * <p>Integers in attributes are in network byte order.
 */
package net.diag.netlink.nftables;
