/**
 * Connection tracking ({@code linux/netfilter/nfnetlink_conntrack.h}): the table, its size, and
 * notifications. Integers in attributes are in network byte order.
 */
package net.diag.netlink.conntrack;
