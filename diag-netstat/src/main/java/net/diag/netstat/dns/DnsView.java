package net.diag.netstat.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.ArgParser;
import net.diag.cli.CommonOptions;
import net.diag.cli.GeneralOptions;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;
import net.diag.cli.RecordOutput;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.netlink.route.Rtnetlink;
import net.diag.record.Escape;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.TextOut;
import net.diag.sys.NetNamespace;

/** {@code netstat dns}: which servers names are asked from, in which order, and what comes before them. */
public final class DnsView implements Tool {
    private static final int PROBE = 256;
    private static final int ROOT = 257;
    private static final int PROBE_MILLIS = 2000;
    private static final OptionTable TABLE = OptionTable.of(
                    "netstat dns",
                    "show how names are resolved",
                    "[OPTIONS]",
                    OptionSpec.flag(PROBE, "probe", "ask each server, and show whether it answers"),
                    OptionSpec.required(ROOT, "root", "DIR", "read the files below this directory")
                            .byDefault("/"))
            .with(CommonOptions.general())
            .with(CommonOptions.records());

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public OptionTable options() {
        return TABLE;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        return List.of(DnsServer.Type.SERVER, DnsSetting.Type.SETTING, HostEntry.Type.HOST);
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        GeneralOptions general = new GeneralOptions(this, context);
        RecordOutput output = new RecordOutput();
        boolean probe = false;
        String root = "/";
        ArgParser p = new ArgParser(TABLE, context.argv0(), args);
        while (p.next()) {
            if (general.take(p)) {
                if (general.isDone()) {
                    return 0;
                }
            } else if (!output.take(p)) {
                switch (p.key()) {
                    case PROBE -> probe = true;
                    case ROOT -> root = p.value();
                    default -> {}
                }
            }
        }
        if (output.describe(context, "diag-netstat dns", recordTypes())) {
            return 0;
        }
        DnsSource source = new DnsSource(Path.of(root), overlay(general));
        RecordSink sink = output.open(context, recordTypes(), new TextSink(context.out()));
        for (DnsServer s : servers(source, general, probe)) {
            sink.accept(DnsServer.Type.SERVER, s);
        }
        for (DnsSetting s : settings(source)) {
            sink.accept(DnsSetting.Type.SETTING, s);
        }
        for (HostEntry h : source.hosts()) {
            sink.accept(HostEntry.Type.HOST, h);
        }
        sink.finish();
        return 0;
    }

    /** The files that {@code ip netns exec} puts over those of {@code /etc}. */
    private static Path overlay(GeneralOptions general) {
        String name = general.netns();
        Path p = name == null || name.indexOf('/') >= 0 ? null : Path.of("/etc/netns", name);
        return p != null && Files.isDirectory(p) ? p : null;
    }

    private static List<DnsServer> servers(DnsSource source, GeneralOptions general, boolean probe) throws IOException {
        NetNamespace.Entered inside = general.enterNetns();
        try {
            Map<Integer, String> ifNames;
            try (Rtnetlink route = Rtnetlink.open()) {
                ifNames = Rtnetlink.names(route.readLinks());
            }
            List<DnsServer> found = new ArrayList<>();
            String origin = source.etc("resolv.conf").toString();
            List<String> configured = source.resolver().servers();
            for (int i = 0; i < configured.size(); i++) {
                found.add(new DnsServer(i + 1, configured.get(i), origin, "", "", "", -1));
            }
            if (configured.isEmpty()) {
                found.add(new DnsServer(1, "127.0.0.1", "default", "", "", "", -1));
            }
            found.addAll(source.linkServers(ifNames::get));
            if (!probe) {
                return found;
            }
            DnsProbe ask = new DnsProbe(PROBE_MILLIS);
            List<DnsServer> probed = new ArrayList<>();
            for (DnsServer s : found) {
                DnsProbe.Result r = ask.ask(s.address());
                probed.add(new DnsServer(
                        s.order(), s.address(), s.origin(), s.link(), s.domains(), r.status(), r.rttNanos()));
            }
            return probed;
        } finally {
            if (inside != null) {
                inside.close();
            }
        }
    }

    private static List<DnsSetting> settings(DnsSource source) {
        List<DnsSetting> all = new ArrayList<>();
        ResolverConfig c = source.resolver();
        String file = source.etc("resolv.conf").toString();
        if (!source.linkTarget().isEmpty()) {
            all.add(new DnsSetting("resolv.conf", "-> " + source.linkTarget(), file));
        }
        if (!c.writer().isEmpty()) {
            all.add(new DnsSetting("comment", c.writer(), file));
        }
        if (!c.search().isEmpty()) {
            all.add(new DnsSetting("search", String.join(" ", c.search()), file));
        }
        if (!c.sortList().isEmpty()) {
            all.add(new DnsSetting("sortlist", String.join(" ", c.sortList()), file));
        }
        for (Map.Entry<String, String> e : c.options().entrySet()) {
            String value = e.getValue().isEmpty() ? e.getKey() : e.getKey() + ':' + e.getValue();
            all.add(new DnsSetting("option", value, file));
        }
        for (String number : List.of("ndots:1:15", "timeout:5:30", "attempts:2:5")) {
            String[] w = number.split(":");
            if (!c.options().containsKey(w[0])) {
                all.add(new DnsSetting("option", w[0] + ':' + w[1], "default"));
            }
        }
        all.add(source.hostsOrder());
        for (String w : c.warnings()) {
            all.add(new DnsSetting("warning", w, file));
        }
        return all;
    }

    private static final class TextSink implements RecordSink {
        private final TextOut out;

        TextSink(TextOut out) {
            this.out = out;
        }

        @Override
        public <R> void accept(RecordType<R> type, R r) {
            if (r instanceof DnsServer s) {
                out.print("server ").print(Escape.text(s.address()));
                out.print(s.link().isEmpty() ? "" : " on " + Escape.text(s.link()));
                out.print(s.domains().isEmpty() ? "" : " for " + Escape.text(s.domains()));
                if (!s.status().isEmpty()) {
                    out.print(": ").print(s.status());
                    if (s.rttNanos() >= 0) {
                        out.print(" in ").printFixed(s.rttNanos() / 1000, 3).print(" ms");
                    }
                }
                out.print("  (").print(Escape.text(s.origin())).println(")");
            } else if (r instanceof DnsSetting s) {
                out.print(s.name()).print(' ').print(Escape.text(s.value()));
                out.print("  (").print(Escape.text(s.origin())).println(")");
            } else if (r instanceof HostEntry h) {
                out.print("host ").print(Escape.text(h.address())).print(' ');
                out.println(Escape.text(String.join(" ", h.names())));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void finish() {}
    }
}
