/**
 * Netlink, once: a socket, a message, an attribute cursor and writer, and nothing that is global.
 * The families built on it live in sub-packages.
 *
 * <p>Everything read here comes from the kernel of the machine, but is bounds-checked like data from
 * the network: a message may be newer than this program. Unknown attributes are skipped or kept with
 * their number, short ones read as zero and are reported by {@link
 * net.diag.netlink.AttributeReader#malformed}. See {@code man 7 netlink}.
 */
package net.diag.netlink;
