package net.diag.netstat.firewall;

/** Where the tables of legacy iptables hang among the hooks ({@code NF_IP_PRI_*}). */
final class LegacyPriority {
    private LegacyPriority() {}

    /** The priority of a table at a hook. */
    static int of(String table, int hook) {
        return switch (table) {
            case "raw" -> -300;
            case "mangle" -> -150;
            case "nat" -> hook == 0 || hook == 3 ? -100 : 100;
            case "security" -> 50;
            default -> 0;
        };
    }

    /** A hook's name, as nft has it. */
    static String hookName(int hook) {
        String[] names = {"prerouting", "input", "forward", "output", "postrouting"};
        return hook >= 0 && hook < names.length ? names[hook] : Integer.toString(hook);
    }
}
