/**
 * rtnetlink: links, addresses, routes, rules, neighbours and namespace ids, as {@code man 7 rtnetlink}
 * has them. A message keeps its fixed header as fields and its attributes as a set, so that a view
 * may show also what has no accessor here.
 */
package net.diag.netlink.route;
