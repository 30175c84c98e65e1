package net.diag.netstat.classic;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.diag.netstat.NetstatOptions;
import net.diag.proc.Fields;
import net.diag.proc.ProcLines;
import net.diag.proc.SocketOwners;
import net.diag.record.TextOut;

/** {@code /proc/net/unix} in net-tools' table. */
public final class UnixSockets {
    private static final int ACCEPTING = 1 << 16;
    private static final int WAITING_DATA = 1 << 17;
    private static final int NO_SPACE = 1 << 18;
    private static final int UNCONNECTED = 1;

    private final NetstatOptions options;
    private final TextOut out;
    private final Fields fields = new Fields();

    public UnixSockets(NetstatOptions options, TextOut out) {
        this.options = options;
        this.out = out;
    }

    /** Print title, heading and rows. */
    public void print(SocketOwners owners) throws IOException {
        out.print("Active UNIX domain sockets ");
        out.print(options.all ? "(servers and established)" : options.listening ? "(only servers)" : "(w/o servers)");
        out.println().print("Proto RefCnt Flags       Type       State         I-Node  ");
        if (options.programs) {
            out.print(" PID/Program name    ");
        }
        out.println(" Path");
        try (ProcLines lines = ProcLines.open(options.proc.path("unix"))) {
            lines.next();
            while (lines.next()) {
                row(fields.over(lines), owners);
            }
        } catch (FileNotFoundException e) {
            return; // net-tools says nothing either
        }
    }

    private void row(Fields f, SocketOwners owners) {
        f.skip();
        long references = f.hex();
        f.skip();
        long flags = f.hex();
        int type = (int) f.hex();
        int state = (int) f.hex();
        if (!f.hasMore()) {
            return;
        }
        long inode = f.decimal();
        // net-tools reads the path with scanf, so that it ends at the first blank
        String path = f.text();
        boolean server = (flags & ACCEPTING) != 0;
        boolean isServer = state == UNCONNECTED && server;
        if (!options.all && isServer != options.listening) {
            return;
        }
        out.print("unix  ");
        String count = Long.toString(references);
        out.print(count).spaces(Math.max(0, 6 - count.length())).print(' ');
        StringBuilder letters = new StringBuilder("[ ");
        letters.append(server ? "ACC " : "");
        letters.append((flags & WAITING_DATA) != 0 ? "W " : "")
                .append((flags & NO_SPACE) != 0 ? "N " : "")
                .append(']');
        out.printLeft(letters.toString(), 11).print(' ');
        out.printLeft(type(type), 10)
                .print(' ')
                .printLeft(state(state, server), 13)
                .print(' ');
        String i = Long.toString(inode);
        out.print(i).spaces(Math.max(0, 8 - i.length())).print(' ');
        if (options.programs) {
            InetSockets.program(out, owners, inode);
            out.print(' ');
        }
        byte[] raw = path.getBytes(StandardCharsets.ISO_8859_1);
        out.print(net.diag.record.Escape.bytes(raw, 0, raw.length));
        out.println();
    }

    private static String type(int type) {
        return switch (type) {
            case 1 -> "STREAM";
            case 2 -> "DGRAM";
            case 3 -> "RAW";
            case 4 -> "RDM";
            case 5 -> "SEQPACKET";
            default -> "UNKNOWN";
        };
    }

    private static String state(int state, boolean server) {
        return switch (state) {
            case 0 -> "FREE";
            case UNCONNECTED -> server ? "LISTENING" : "";
            case 2 -> "CONNECTING";
            case 3 -> "CONNECTED";
            case 4 -> "DISCONNECTING";
            default -> "UNKNOWN";
        };
    }
}
