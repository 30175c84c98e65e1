package net.diag.netlink;

import java.util.List;

/**
 * The answer to a dump.
 *
 * @param items what was decoded, in the kernel's order
 * @param consistent false when the kernel's table kept changing under every attempt, so that an item
 *     may be missing or double
 */
public record NetlinkDump<T>(List<T> items, boolean consistent) {}
