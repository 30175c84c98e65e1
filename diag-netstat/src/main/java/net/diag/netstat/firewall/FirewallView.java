package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.diag.cli.ArgParser;
import net.diag.cli.CommonOptions;
import net.diag.cli.Completion;
import net.diag.cli.GeneralOptions;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;
import net.diag.cli.RecordOutput;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.netlink.nftables.NftChain;
import net.diag.netlink.nftables.NftRule;
import net.diag.netlink.nftables.NftSet;
import net.diag.record.Escape;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.sys.NetNamespace;

/**
 * {@code netstat firewall}: the rules of nf_tables in nft's language, those of iptables-nft among
 * them, and those of legacy iptables behind them as comments.
 */
public final class FirewallView implements Tool {
    private static final OptionTable TABLE = OptionTable.of(
                    "netstat firewall",
                    "show the packet filter's rules, or which of them decides over a packet",
                    "[OPTIONS]\n[OPTIONS] explain PROTO SRC DST [PORT]",
                    OptionSpec.required('i', "iif", "NAME", "with explain: the packet arrives at this interface")
                            .completes(Completion.INTERFACE),
                    OptionSpec.required('o', "oif", "NAME", "with explain: the packet leaves by this interface")
                            .completes(Completion.INTERFACE),
                    OptionSpec.required('s', "sport", "PORT", "with explain: the source port")
                            .byDefault("40000"),
                    OptionSpec.required('m', "mark", "MARK", "with explain: the packet's firewall mark")
                            .byDefault("0"))
            .with(CommonOptions.general())
            .with(CommonOptions.records());

    @Override
    public String name() {
        return "firewall";
    }

    @Override
    public OptionTable options() {
        return TABLE;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        return List.of(FirewallChain.Type.CHAIN, FirewallRule.Type.RULE, FirewallSet.Type.SET, Verdict.Type.VERDICT);
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        GeneralOptions general = new GeneralOptions(this, context);
        RecordOutput output = new RecordOutput();
        ExplainRequest question = new ExplainRequest(context.argv0() + " firewall");
        ArgParser p = new ArgParser(TABLE, context.argv0(), args);
        while (p.next()) {
            if (general.take(p)) {
                if (general.isDone()) {
                    return 0;
                }
            } else if (!output.take(p)) {
                switch (p.key()) {
                    case 'i' -> question.iif = p.value();
                    case 'o' -> question.oif = p.value();
                    case 's' -> question.sourcePort = p.value();
                    case 'm' -> question.mark = p.value();
                    default -> {}
                }
            }
        }
        if (output.describe(context, "diag-netstat firewall", recordTypes())) {
            return 0;
        }
        if (!p.operands().isEmpty()) {
            question.operands(p.operands());
            return explain(question, general, output, context);
        }
        Firewall firewall = readInside(general);
        for (String note : firewall.notes()) {
            context.complain(note);
        }
        if (output.isText(context)) {
            print(firewall, context);
            return 0;
        }
        RecordSink sink = output.open(context, recordTypes(), new LineSink(context));
        records(firewall, sink);
        sink.finish();
        return 0;
    }

    private int explain(ExplainRequest q, GeneralOptions general, RecordOutput output, ToolContext context)
            throws Exception {
        NetNamespace.Entered inside = general.enterNetns();
        Verdict v;
        try (World world = World.open()) {
            Firewall firewall = Firewall.read();
            for (String note : firewall.notes()) {
                context.complain(note);
            }
            v = new Explainer(firewall, world).explain(q.flow(), q.index(world, q.iif), q.index(world, q.oif));
        } finally {
            if (inside != null) {
                inside.close();
            }
        }
        RecordSink text = new VerdictText(q, context.out());
        if (output.isText(context)) {
            text.accept(Verdict.Type.VERDICT, v);
            return 0;
        }
        RecordSink sink = output.open(context, recordTypes(), text);
        sink.accept(Verdict.Type.VERDICT, v);
        sink.finish();
        return 0;
    }

    private static Firewall readInside(GeneralOptions general) throws IOException {
        NetNamespace.Entered inside = general.enterNetns();
        try {
            return Firewall.read();
        } finally {
            if (inside != null) {
                inside.close();
            }
        }
    }

    private static void print(Firewall f, ToolContext context) {
        String text = new RulesetText(f.ruleset(), f.values()).all();
        for (String line : text.split("\n")) {
            if (!line.isEmpty() || !text.isEmpty()) {
                context.out().println(escaped(line));
            }
        }
        StringBuilder legacy = new StringBuilder();
        for (LegacyTable t : f.legacy()) {
            legacy.append("# legacy iptables, table ")
                    .append(t.familyName())
                    .append(' ')
                    .append(t.name())
                    .append('\n');
            t.print(legacy, "# ");
        }
        for (String line : legacy.toString().split("\n")) {
            if (!line.isEmpty()) {
                context.out().println(escaped(line));
            }
        }
    }

    /** Tabs are the layout's own; the rest must not reach a terminal. */
    private static String escaped(String line) {
        int tabs = 0;
        while (tabs < line.length() && line.charAt(tabs) == '\t') {
            tabs++;
        }
        return line.substring(0, tabs) + Escape.text(line.substring(tabs));
    }

    private static void records(Firewall f, RecordSink sink) {
        ValueText values = f.values();
        for (NftChain c : f.ruleset().chains()) {
            List<NftRule> rules = f.ruleset().rules(c);
            String hook = c.isBase() ? c.hookName() : "";
            String policy = c.isBase() ? c.policy() == 0 ? "drop" : "accept" : "";
            String family = net.diag.netlink.nftables.NftTable.familyName(c.family());
            sink.accept(
                    FirewallChain.Type.CHAIN,
                    new FirewallChain(
                            "nftables",
                            family,
                            c.table(),
                            c.name(),
                            c.type(),
                            hook,
                            c.priority(),
                            policy,
                            rules.size()));
            int position = 0;
            for (NftRule r : rules) {
                sink.accept(FirewallRule.Type.RULE, rule(f, c, r, hook, ++position, values));
            }
        }
        SetText sets = new SetText(values);
        for (NftSet s : f.ruleset().sets()) {
            if (!s.is(NftSet.NFT_SET_ANONYMOUS)) {
                sink.accept(FirewallSet.Type.SET, sets.record(s));
            }
        }
        for (LegacyTable t : f.legacy()) {
            legacy(t, sink);
        }
    }

    private static FirewallRule rule(Firewall f, NftChain c, NftRule r, String hook, int position, ValueText values) {
        long packets = -1;
        long bytes = -1;
        for (var e : r.expressions()) {
            if (e.name().equals("counter")) {
                packets = e.data().be64(2);
                bytes = e.data().be64(1);
            }
        }
        return new FirewallRule(
                "nftables",
                net.diag.netlink.nftables.NftTable.familyName(c.family()),
                c.table(),
                c.name(),
                hook,
                c.priority(),
                position,
                r.handle(),
                RulesetText.rule(f.ruleset(), r, values),
                packets,
                bytes,
                r.comment());
    }

    private static void legacy(LegacyTable t, RecordSink sink) {
        for (LegacyChain c : t.chains()) {
            String hook = c.hook() < 0 ? "" : LegacyPriority.hookName(c.hook());
            int priority = LegacyPriority.of(t.name(), c.hook());
            String type = c.hook() < 0 ? "" : t.name().equals("nat") ? "nat" : "filter";
            sink.accept(
                    FirewallChain.Type.CHAIN,
                    new FirewallChain(
                            "iptables-legacy",
                            t.familyName(),
                            t.name(),
                            c.name(),
                            type,
                            hook,
                            priority,
                            c.policy(),
                            c.ownRules().size()));
            int position = 0;
            for (LegacyRule r : c.ownRules()) {
                sink.accept(
                        FirewallRule.Type.RULE,
                        new FirewallRule(
                                "iptables-legacy",
                                t.familyName(),
                                t.name(),
                                c.name(),
                                hook,
                                priority,
                                ++position,
                                -1,
                                r.text(t.family(), c.name()),
                                r.packets(),
                                r.bytes(),
                                ""));
            }
        }
    }

    /** With {@code --where} or {@code --sort} and no format: one line for each rule. */
    private static final class LineSink implements RecordSink {
        private final ToolContext context;

        LineSink(ToolContext context) {
            this.context = context;
        }

        @Override
        public <R> void accept(RecordType<R> type, R r) {
            if (r instanceof FirewallRule rule) {
                context.out()
                        .print(rule.family())
                        .print(' ')
                        .print(Escape.text(rule.table()))
                        .print(' ');
                context.out().print(Escape.text(rule.chain())).print(' ').println(Escape.text(rule.rule()));
            } else if (r instanceof FirewallChain c) {
                List<String> words = new ArrayList<>(List.of("chain", c.family(), c.table(), c.chain()));
                words.add(c.policy());
                context.out().println(Escape.text(String.join(" ", words).strip()));
            } else if (r instanceof FirewallSet s) {
                context.out().println(Escape.text("set " + s.family() + ' ' + s.table() + ' ' + s.name()));
            }
        }

        @Override
        public void flush() {
            context.out().flush();
        }

        @Override
        public void finish() {
            context.out().flush();
        }
    }
}
