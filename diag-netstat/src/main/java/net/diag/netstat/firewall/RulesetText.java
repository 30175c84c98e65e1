package net.diag.netstat.firewall;

import java.util.List;
import net.diag.netlink.nftables.NftChain;
import net.diag.netlink.nftables.NftFlowtable;
import net.diag.netlink.nftables.NftObject;
import net.diag.netlink.nftables.NftRule;
import net.diag.netlink.nftables.NftRuleset;
import net.diag.netlink.nftables.NftSet;
import net.diag.netlink.nftables.NftTable;

/** Writes a ruleset in nft's language, so that {@code nft -f} makes the same of it. */
final class RulesetText {
    private final NftRuleset ruleset;
    private final ValueText values;

    RulesetText(NftRuleset ruleset, ValueText values) {
        this.ruleset = ruleset;
        this.values = values;
    }

    /** The whole ruleset. */
    String all() {
        StringBuilder out = new StringBuilder();
        for (NftTable t : ruleset.tables()) {
            table(out, t);
        }
        return out.toString();
    }

    /** One table. */
    void table(StringBuilder out, NftTable t) {
        out.append("table ").append(t.familyName()).append(' ').append(t.name()).append(" {\n");
        int start = out.length();
        if ((t.flags() & NftTable.NFT_TABLE_F_DORMANT) != 0) {
            out.append("\tflags dormant\n");
        }
        if (!t.comment().isEmpty()) {
            out.append("\tcomment ").append(ValueText.quote(t.comment())).append('\n');
        }
        for (NftObject o : ruleset.objects()) {
            if (o.family() == t.family() && o.table().equals(t.name())) {
                blank(out, start);
                ObjectText.declaration(out, o);
            }
        }
        SetText sets = new SetText(values);
        for (NftSet s : ruleset.sets()) {
            if (s.family() == t.family() && s.table().equals(t.name()) && !s.is(NftSet.NFT_SET_ANONYMOUS)) {
                blank(out, start);
                sets.declaration(out, s);
            }
        }
        for (NftFlowtable f : ruleset.flowtables()) {
            if (f.family() == t.family() && f.table().equals(t.name())) {
                blank(out, start);
                flowtable(out, f);
            }
        }
        for (NftChain c : ruleset.chains()) {
            boolean own = c.family() == t.family() && c.table().equals(t.name());
            if (own && (c.flags() & NftChain.NFT_CHAIN_BINDING) == 0) {
                blank(out, start);
                chain(out, c);
            }
        }
        out.append("}\n");
    }

    private static void blank(StringBuilder out, int start) {
        if (out.length() > start) {
            out.append('\n');
        }
    }

    private static void flowtable(StringBuilder out, NftFlowtable f) {
        out.append("\tflowtable ")
                .append(f.name())
                .append(" {\n\t\thook ingress priority ")
                .append(f.priority());
        out.append("\n\t\tdevices = { ").append(String.join(", ", f.devices())).append(" }\n");
        if ((f.flags() & 1) != 0) {
            out.append("\t\tflags offload\n");
        }
        if ((f.flags() & 2) != 0) {
            out.append("\t\tcounter\n");
        }
        out.append("\t}\n");
    }

    /** A chain with its rules. */
    void chain(StringBuilder out, NftChain c) {
        out.append("\tchain ").append(c.name()).append(" {\n");
        if (!c.comment().isEmpty()) {
            out.append("\t\tcomment ").append(ValueText.quote(c.comment())).append('\n');
        }
        if (c.isBase()) {
            out.append("\t\ttype ").append(c.type()).append(" hook ").append(c.hookName());
            if (c.devices().size() == 1) {
                out.append(" device ").append(ValueText.quote(c.devices().get(0)));
            } else if (!c.devices().isEmpty()) {
                out.append(" devices = { ")
                        .append(String.join(", ", c.devices()))
                        .append(" }");
            }
            out.append(" priority ").append(Priorities.text(c)).append("; policy ");
            out.append(c.policy() == 0 ? "drop" : "accept").append(';');
            if ((c.flags() & NftChain.NFT_CHAIN_HW_OFFLOAD) != 0) {
                out.append(" flags offload;");
            }
            out.append('\n');
        }
        for (NftRule r : ruleset.rules(c)) {
            out.append("\t\t").append(rule(ruleset, r, values)).append('\n');
        }
        out.append("\t}\n");
    }

    /** One rule, without its end of line. */
    static String rule(NftRuleset ruleset, NftRule r, ValueText values) {
        List<String> statements = RuleDecoder.decode(ruleset, r, values);
        StringBuilder s = new StringBuilder();
        boolean loadable = true;
        for (String t : statements) {
            // Unknown expressions and those of xtables: without them the rule would say something else.
            loadable &= !t.startsWith("#") && !t.startsWith("-");
            s.append(s.isEmpty() ? "" : " ").append(t.startsWith("# ") ? '[' + t.substring(2) + ']' : t);
        }
        if (!r.comment().isEmpty()) {
            s.append(s.isEmpty() ? "" : " ").append("comment ").append(ValueText.quote(r.comment()));
        }
        return loadable ? s.toString() : "# " + s;
    }
}
