package net.diag.netstat.classic;

import java.io.FileNotFoundException;
import java.io.IOException;
import net.diag.netstat.NetstatOptions;
import net.diag.proc.Fields;
import net.diag.proc.ProcLines;
import net.diag.record.Escape;
import net.diag.record.TextOut;
import net.diag.wire.InetAddresses;

/** Multicast memberships: {@code /proc/net/igmp} and {@code igmp6}. */
public final class Groups {
    private final NetstatOptions options;
    private final TextOut out;
    private final Fields fields = new Fields();
    private final HostNames names = new HostNames();

    public Groups(NetstatOptions options, TextOut out) {
        this.options = options;
        this.out = out;
    }

    /** Print title, heading and rows. */
    public void print() throws IOException {
        out.println("IPv6/IPv4 Group Memberships");
        out.println("Interface       RefCnt Group");
        out.println("--------------- ------ ---------------------");
        if (options.wantsInet()) {
            ipv4();
        }
        if (options.wantsInet6()) {
            ipv6();
        }
    }

    private void ipv4() throws IOException {
        String device = "";
        try (ProcLines lines = ProcLines.open(options.proc.path("igmp"))) {
            lines.next();
            while (lines.next()) {
                byte[] b = lines.buffer();
                int start = lines.start();
                Fields f = fields.over(lines);
                if (start < lines.end() && b[start] == '\t') {
                    f.hexDigits();
                    int w = f.hexWord();
                    byte[] group = {(byte) w, (byte) (w >>> 8), (byte) (w >>> 16), (byte) (w >>> 24)};
                    row(device, f.decimal(), group);
                } else {
                    f.decimal();
                    String name = f.text();
                    int colon = name.indexOf(':');
                    device = colon < 0 ? name : name.substring(0, colon);
                }
            }
        } catch (FileNotFoundException e) {
            return; // no multicast in this kernel
        }
    }

    private void ipv6() throws IOException {
        try (ProcLines lines = ProcLines.open(options.proc.path("igmp6"))) {
            while (lines.next()) {
                Fields f = fields.over(lines);
                f.skip();
                String device = f.text();
                byte[] group = new byte[16];
                f.hexDigits();
                for (int i = 0; i < 16; i += 4) {
                    int w = f.hexWord();
                    group[i] = (byte) (w >>> 24);
                    group[i + 1] = (byte) (w >>> 16);
                    group[i + 2] = (byte) (w >>> 8);
                    group[i + 3] = (byte) w;
                }
                row(device, f.decimal(), group);
            }
        } catch (FileNotFoundException e) {
            return; // no IPv6 here
        }
    }

    private void row(String device, long count, byte[] group) {
        String name = options.numericHosts ? null : names.name(group);
        String shown = Escape.text(device.length() > 15 ? device.substring(0, 15) : device);
        String n = Long.toString(count);
        out.printLeft(shown, 15)
                .print(' ')
                .print(n)
                .spaces(Math.max(0, 6 - n.length()))
                .print(' ');
        out.println(name == null ? InetAddresses.format(group) : name);
    }
}
