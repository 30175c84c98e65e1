package net.diag.netstat.firewall;

import net.diag.netlink.nftables.NftChain;

/** Names of hook priorities, by family. */
final class Priorities {
    private static final Object[] INET = {
        -300, "raw", -150, "mangle", -100, "dstnat", 0, "filter", 50, "security", 100, "srcnat"
    };
    private static final Object[] BRIDGE = {-300, "dstnat", -200, "filter", 100, "out", 300, "srcnat"};
    private static final Object[] OTHER = {0, "filter"};

    private Priorities() {}

    /** {@code filter}, {@code mangle + 5}, or a number; within 10 of a name as nft says it. */
    static String text(NftChain c) {
        Object[] names = c.family() == 7 ? BRIDGE : c.family() == 3 || c.family() == 5 ? OTHER : INET;
        for (int i = 0; i < names.length; i += 2) {
            String name = (String) names[i + 1];
            int offset = c.priority() - (Integer) names[i];
            if (Math.abs((long) offset) <= 10 && isPossible(c, name)) {
                return offset == 0 ? name : name + (offset > 0 ? " + " : " - ") + Math.abs(offset);
            }
        }
        return Integer.toString(c.priority());
    }

    private static boolean isPossible(NftChain c, String name) {
        return switch (name) {
            case "dstnat" -> c.hookName().equals("prerouting") || c.family() == 7 && c.hook() == 0;
            case "srcnat" -> c.hookName().equals("postrouting");
            case "out" -> c.hookName().equals("output");
            default -> true;
        };
    }
}
