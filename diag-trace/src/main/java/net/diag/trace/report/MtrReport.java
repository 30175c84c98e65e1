package net.diag.trace.report;

import net.diag.record.Escape;
import net.diag.record.IpAddress;
import net.diag.record.JsonWriter;
import net.diag.record.TextOut;
import net.diag.trace.names.NameService;

/** mtr's report, wide report and JSON, with the reason of a loss behind the line where it is known. */
public final class MtrReport {
    private static final int NARROW = 33;
    private static final int PREFIX = 6;

    private final TextOut out;
    private final NameService names;

    public MtrReport(TextOut out, NameService names) {
        this.out = out;
        this.names = names;
    }

    private String host(IpAddress a) {
        String name = names.name(a);
        return name == null ? a.toString() : Escape.text(name);
    }

    private String label(PathStatistics s, int ttl) {
        IpAddress a = s.address(ttl);
        return a == null ? "???" : host(a);
    }

    /** The report; {@code start} is the time as mtr writes it. */
    public void print(PathStatistics s, String localHost, String start, boolean wide) {
        int width = wide ? localHost.length() : NARROW - PREFIX - 1;
        if (wide) {
            for (int t = s.first(); t <= s.last(); t++) {
                width = Math.max(width, label(s, t).length());
            }
        }
        out.print("Start: ").println(start);
        out.print("HOST: ").printLeft(localHost, width + 1);
        out.println(
                wide ? "Loss%   Snt   Last   Avg  Best  Wrst StDev" : " Loss%   Snt   Last   Avg  Best  Wrst StDev");
        for (int t = s.first(); t <= s.last(); t++) {
            HopStatistics h = s.hop(t);
            out.printRight(t, 3).print(".|-- ").printLeft(label(s, t), wide ? width + 1 : width);
            printLoss(h.lossPercent());
            out.printRight(h.sent(), 6).print(' ');
            printMillis(h.lastNanos());
            printMillis(h.meanNanos());
            printMillis(h.bestNanos());
            printMillis(h.worstNanos());
            printMillis(h.deviationNanos());
            if (s.isRateLimited(t)) {
                out.print("  (rate-limited)");
            } else if (t == s.last() && s.isComplete() && s.isRefused()) {
                out.print("  (refused)");
            }
            out.println();
            for (int i = 1; i < h.addresses().size(); i++) {
                out.print("        ").println(host(h.addresses().get(i)));
            }
        }
    }

    private void printLoss(double percent) {
        long tenths = Math.round(percent * 10);
        out.spaces(tenths >= 100 ? 0 : 1).printFixed(tenths, 1);
        if (tenths < 1000) {
            out.print('%');
        }
    }

    private void printMillis(double nanos) {
        long tenths = Math.round(nanos / 1e5);
        out.spaces(tenths >= 10000 ? 1 : tenths >= 1000 ? 1 : tenths >= 100 ? 2 : 3)
                .printFixed(tenths, 1);
    }

    /** mtr's JSON object. */
    public void printJson(PathStatistics s, String localHost, String target, int tos, int tests, int size) {
        JsonWriter json = new JsonWriter(out);
        json.object().name("report").object();
        json.name("mtr").object();
        json.name("src").value(localHost).name("dst").value(target).name("tos").value(tos);
        json.name("tests").value(tests).name("psize").value(Integer.toString(size));
        json.name("bitpattern").value("0x00").endObject();
        json.name("hubs").array();
        for (int t = s.first(); t <= s.last(); t++) {
            HopStatistics h = s.hop(t);
            json.object().name("count").value(t).name("host").value(label(s, t));
            json.name("Loss%").value(Math.round(h.lossPercent() * 1000) / 1000.0);
            json.name("Snt").value(h.sent());
            json.name("Last").value(millis(h.lastNanos())).name("Avg").value(millis(h.meanNanos()));
            json.name("Best").value(millis(h.bestNanos())).name("Wrst").value(millis(h.worstNanos()));
            json.name("StDev").value(millis(h.deviationNanos())).endObject();
        }
        json.endArray().endObject().endObject().endLine();
    }

    private static double millis(double nanos) {
        return Math.round(nanos / 1000) / 1000.0;
    }
}
