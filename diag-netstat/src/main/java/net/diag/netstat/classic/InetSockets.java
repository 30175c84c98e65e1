package net.diag.netstat.classic;

import java.io.FileNotFoundException;
import java.io.IOException;
import net.diag.cli.Cancellation;
import net.diag.netstat.NetstatOptions;
import net.diag.proc.NetInet;
import net.diag.proc.ProcLines;
import net.diag.proc.SocketOwners;
import net.diag.record.Escape;
import net.diag.record.TextOut;
import net.diag.sys.Users;

/** The Internet sockets of {@code /proc/net} in net-tools' table, in the kernel's order. */
public final class InetSockets {
    private static final int USER_WIDTH = 10;
    private static final int PROGRAM_WIDTH = 20;
    private static final int LONGEST_PROGRAM = 19;
    private static final String[] TCP_STATES = {
        "",
        "ESTABLISHED",
        "SYN_SENT",
        "SYN_RECV",
        "FIN_WAIT1",
        "FIN_WAIT2",
        "TIME_WAIT",
        "CLOSE",
        "CLOSE_WAIT",
        "LAST_ACK",
        "LISTEN",
        "CLOSING"
    };

    private final NetstatOptions options;
    private final TextOut out;
    private final Cancellation cancellation;
    private final EndpointText endpoints;
    private final NetInet row = new NetInet();
    private Users users;
    private SocketOwners owners;

    public InetSockets(NetstatOptions options, TextOut out, Cancellation cancellation) {
        this.options = options;
        this.out = out;
        this.cancellation = cancellation;
        this.endpoints = new EndpointText(options);
    }

    /** The name of a TCP state. */
    public static String tcpState(int state) {
        return state > 0 && state < TCP_STATES.length ? TCP_STATES[state] : "UNKNOWN";
    }

    /** Print title, heading and rows. {@code socketOwners}: for -p, else null. */
    public void print(SocketOwners socketOwners) throws IOException {
        owners = socketOwners;
        out.print("Active Internet connections ");
        out.print(options.all ? "(servers and established)" : options.listening ? "(only servers)" : "(w/o servers)");
        out.println().print("Proto Recv-Q Send-Q Local Address           Foreign Address         State      ");
        if (options.extended > 0) {
            out.print(" User       Inode     ");
        }
        if (options.programs) {
            out.print(" PID/Program name    ");
        }
        if (options.context) {
            out.print(" Security Context                                 ");
        }
        if (options.timers) {
            out.print(" Timer");
        }
        out.println();
        boolean every = !options.isAnySocketKind();
        if (every || options.tcp) {
            files("tcp", "tcp6", "tcp", "tcp6", "tcp");
        }
        if (every || options.udp) {
            files("udp", "udp6", "udp", "udp6", "udp");
        }
        if (every || options.udpLite) {
            files("udplite", "udplite6", "udpl", "udpl6", "udplite");
        }
        if (every || options.raw) {
            files("raw", "raw6", "raw", "raw6", "raw");
        }
    }

    private void files(String v4, String v6, String label4, String label6, String protocol) throws IOException {
        if (options.wantsInet()) {
            file(v4, label4, protocol);
        }
        if (options.wantsInet6()) {
            file(v6, label6, protocol);
        }
    }

    private void file(String name, String label, String protocol) throws IOException {
        boolean tcp = protocol.equals("tcp");
        boolean raw = protocol.equals("raw");
        try (ProcLines lines = ProcLines.open(options.proc.path(name))) {
            lines.next(); // the heading
            while (lines.next()) {
                if (row.decode(lines) && isWanted(tcp)) {
                    row(label, protocol, tcp, raw);
                }
                if (cancellation.isCancelled()) {
                    return;
                }
            }
        } catch (FileNotFoundException e) {
            return; // no such protocol in this kernel; net-tools says so with -v only
        }
    }

    private boolean isWanted(boolean tcp) {
        if (options.all) {
            return true;
        }
        boolean connected = tcp ? row.remotePort() != 0 : !row.isAny(row.remote());
        return connected != options.listening;
    }

    private void row(String label, String protocol, boolean tcp, boolean raw) {
        int width = tcp || raw ? 4 : 5;
        out.printLeft(label, width).spaces(tcp || raw ? 2 : 1);
        out.printRight(row.rxQueue(), 6).print(' ').printRight(row.txQueue(), 6).print(' ');
        endpoints.print(out, row.local(), row.addressLength(), row.localPort(), protocol);
        out.print(' ');
        endpoints.print(out, row.remote(), row.addressLength(), row.remotePort(), protocol);
        out.print(' ');
        if (tcp) {
            out.printLeft(tcpState(row.state()), 11);
        } else if (raw) {
            String state = Integer.toString(row.state());
            out.print(state).spaces(11 - state.length());
        } else {
            out.printLeft(row.state() == 1 ? "ESTABLISHED" : row.state() == 7 ? "" : "UNKNOWN", 11);
        }
        if (options.extended > 0) {
            out.print(' ');
            user(row.uid());
            out.print(' ');
            String inode = Long.toString(row.inode());
            out.print(inode).spaces(Math.max(0, 10 - inode.length()));
        }
        if (options.programs) {
            out.print(' ');
            program(out, owners, row.inode());
        }
        if (options.timers) {
            out.print(' ');
            timer(tcp);
        }
        out.println();
    }

    private void user(long uid) {
        String name = null;
        if (!options.numericUsers) {
            users = users == null ? Users.ofSystem() : users;
            name = users.name((int) uid);
        }
        out.printLeft(name == null ? Integer.toString((int) uid) : name, USER_WIDTH);
    }

    static void program(TextOut out, SocketOwners owners, long inode) {
        int pid = owners == null ? -1 : owners.pid(inode);
        String text = pid < 0 ? "-" : pid + "/" + printable(owners.name(inode));
        text = text.length() > LONGEST_PROGRAM ? text.substring(0, LONGEST_PROGRAM) : text;
        out.printLeft(text, PROGRAM_WIDTH);
    }

    /** What isn't printable ASCII is shown as a dot, as net-tools does since CVE-2024-58251. */
    private static String printable(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < 0x20 || c > 0x7e) {
                StringBuilder b = new StringBuilder(s);
                for (int j = i; j < b.length(); j++) {
                    c = b.charAt(j);
                    b.setCharAt(j, c < 0x20 || c > 0x7e ? '.' : c);
                }
                return Escape.text(b.toString());
            }
        }
        return s;
    }

    private void timer(boolean tcp) {
        if (!tcp) {
            out.print(row.timer() == 0 ? "off" : row.timer() <= 2 ? "on" + row.timer() : "unkn-" + row.timer());
        } else {
            switch (row.timer()) {
                case 0 -> out.print("off");
                case 1 -> out.print("on");
                case 2 -> out.print("keepalive");
                case 3 -> out.print("timewait");
                case 4 -> out.print("probe");
                default -> out.print("unkn-").print(row.timer());
            }
        }
        long t = row.timer() == 0 ? 0 : row.timerExpires();
        out.print(" (").printFixed(t, 2).print('/').print(row.retransmits());
        out.print('/').print(row.timeout()).print(')');
    }
}
