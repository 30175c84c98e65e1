package net.diag.netstat.firewall;

import java.util.List;

/**
 * A statement of a rule as text.
 *
 * @param text in nft's language
 * @param provides the comparison that it is, as {@code SIDE=VALUE}, if it may be one that nft adds by
 *     itself; else null
 * @param needs the comparisons that nft would add before it
 */
record Statement(String text, String provides, List<String> needs) {
    static Statement of(String text) {
        return new Statement(text, null, List.of());
    }
}
