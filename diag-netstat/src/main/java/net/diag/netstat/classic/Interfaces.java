package net.diag.netstat.classic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.diag.netstat.NetstatOptions;
import net.diag.proc.Fields;
import net.diag.proc.ProcLines;
import net.diag.record.Escape;
import net.diag.record.TextOut;
import net.diag.sys.ErrnoException;

/** The interface table, and ifconfig's long layout. */
public final class Interfaces {
    private static final String[] FLAG_LETTERS = {
        "A512", "B2", "D4", "L8", "M4096", "d32768", "P256", "N32", "O128", "P16", "s2048", "m1024", "R64", "U1"
    };

    private final NetstatOptions options;
    private final TextOut out;

    public Interfaces(NetstatOptions options, TextOut out) {
        this.options = options;
        this.out = out;
    }

    /** Print title, heading and rows. */
    public void print() throws IOException, ErrnoException {
        out.println("Kernel Interface table");
        List<InterfaceState> all = InterfaceState.read(counters());
        if (options.extended > 0) {
            for (InterfaceState s : all) {
                if (options.all || s.isUp()) {
                    new IfconfigText(out, options.proc).print(s);
                }
            }
            return;
        }
        out.println("Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg");
        for (InterfaceState s : all) {
            if (options.all || s.isUp()) {
                row(s);
            }
        }
    }

    private List<String[]> counters() throws IOException {
        List<String[]> rows = new ArrayList<>();
        Fields fields = new Fields();
        try (ProcLines lines = ProcLines.open(options.proc.path("dev"))) {
            lines.next();
            lines.next();
            while (lines.next()) {
                String line = lines.text();
                int colon = line.lastIndexOf(':');
                if (colon < 0) {
                    continue;
                }
                String[] row = new String[17];
                row[0] = line.substring(0, colon).trim();
                Fields f = fields.over(lines.buffer(), lines.start() + colon + 1, lines.end());
                for (int i = 1; i < row.length; i++) {
                    row[i] = f.hasMore() ? f.text() : "0";
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void row(InterfaceState s) {
        String name = Escape.text(s.name());
        out.printLeft(name.length() > 15 ? name.substring(0, 15) : name, 15).print(' ');
        out.printRight(Integer.toString(s.mtu()), 5).print(' ');
        out.printRight(s.counter(InterfaceState.RX_PACKETS), 8).print(' ');
        out.printRight(s.counter(InterfaceState.RX_ERRORS), 6).print(' ');
        out.printRight(s.counter(InterfaceState.RX_DROPPED), 6).print(' ');
        out.printLeft(s.counter(InterfaceState.RX_FIFO), 6).print(' ');
        out.printRight(s.counter(InterfaceState.TX_PACKETS), 8).print(' ');
        out.printRight(s.counter(InterfaceState.TX_ERRORS), 6).print(' ');
        out.printRight(s.counter(InterfaceState.TX_DROPPED), 6).print(' ');
        out.printRight(s.counter(InterfaceState.TX_FIFO), 6).print(' ');
        StringBuilder letters = new StringBuilder();
        for (String f : FLAG_LETTERS) {
            if ((s.flags() & Integer.parseInt(f.substring(1))) != 0) {
                letters.append(f.charAt(0));
            }
        }
        out.println(letters.length() == 0 ? "[NO FLAGS]" : letters.toString());
    }
}
