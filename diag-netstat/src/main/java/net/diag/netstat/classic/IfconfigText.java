package net.diag.netstat.classic;

import java.io.IOException;
import net.diag.proc.Fields;
import net.diag.proc.ProcLines;
import net.diag.proc.ProcRoot;
import net.diag.record.Escape;
import net.diag.record.TextOut;
import net.diag.wire.InetAddresses;

/** ifconfig's long layout of one interface. */
final class IfconfigText {
    private static final int IFF_POINTOPOINT = 0x10;
    private static final int IFF_BROADCAST = 2;
    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_LOOPBACK = 772;
    private static final String[] FLAGS = {
        "UP1",
        "BROADCAST2",
        "DEBUG4",
        "LOOPBACK8",
        "POINTOPOINT16",
        "NOTRAILERS32",
        "RUNNING64",
        "NOARP128",
        "PROMISC256",
        "ALLMULTI512",
        "SLAVE2048",
        "MASTER1024",
        "MULTICAST4096",
        "DYNAMIC32768"
    };
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private final TextOut out;
    private final ProcRoot proc;

    IfconfigText(TextOut out, ProcRoot proc) {
        this.out = out;
        this.proc = proc;
    }

    void print(InterfaceState s) throws IOException {
        out.print(Escape.text(s.name())).print(": flags=").print(s.flags()).print('<');
        boolean first = true;
        for (String f : FLAGS) {
            int digits = f.length();
            while (Character.isDigit(f.charAt(digits - 1))) {
                digits--;
            }
            if ((s.flags() & Integer.parseInt(f.substring(digits))) != 0) {
                out.print(first ? "" : ",").print(f.substring(0, digits));
                first = false;
            }
        }
        out.print(">  mtu ").print(s.mtu()).println();
        inet(s);
        inet6(s.name());
        hardware(s);
        counters(s);
    }

    private void inet(InterfaceState s) {
        if (s.address() == null) {
            return;
        }
        out.print("        inet ").print(InetAddresses.format(s.address())).print("  netmask ");
        out.print(s.netmask() == null ? "0.0.0.0" : InetAddresses.format(s.netmask()));
        if ((s.flags() & IFF_BROADCAST) != 0) {
            out.print("  broadcast ").print(s.broadcast() == null ? "0.0.0.0" : InetAddresses.format(s.broadcast()));
        }
        if ((s.flags() & IFF_POINTOPOINT) != 0) {
            out.print("  destination ");
            out.print(s.destination() == null ? "0.0.0.0" : InetAddresses.format(s.destination()));
        }
        out.println();
    }

    private void inet6(String name) throws IOException {
        Fields f = new Fields();
        try (ProcLines lines = ProcLines.open(proc.path("if_inet6"))) {
            while (lines.next()) {
                f.over(lines);
                byte[] address = new byte[16];
                f.hexDigits();
                for (int i = 0; i < 16; i += 4) {
                    int w = f.hexWord();
                    address[i] = (byte) (w >>> 24);
                    address[i + 1] = (byte) (w >>> 16);
                    address[i + 2] = (byte) (w >>> 8);
                    address[i + 3] = (byte) w;
                }
                f.skip();
                int prefixLength = (int) f.hex();
                int scope = (int) f.hex();
                f.skip();
                if (f.text().equals(name)) {
                    out.print("        inet6 ").print(InetAddresses.format(address));
                    out.print("  prefixlen ").print(prefixLength).print("  scopeid 0x");
                    out.print(Integer.toHexString(scope)).print(scope(scope)).println();
                }
            }
        } catch (java.io.FileNotFoundException e) {
            return; // no IPv6 here
        }
    }

    private static String scope(int scope) {
        if (scope == 0) {
            return "<global>";
        }
        StringBuilder s = new StringBuilder("<");
        if ((scope & 0x10) != 0) {
            s.append("host,");
        }
        if ((scope & 0x20) != 0) {
            s.append("link,");
        }
        if ((scope & 0x40) != 0) {
            s.append("site,");
        }
        if ((scope & 0x80) != 0) {
            s.append("compat,");
        }
        s.setLength(s.length() - 1);
        return s.append('>').toString();
    }

    private void hardware(InterfaceState s) {
        byte[] a = s.hardwareAddress();
        switch (s.hardwareType()) {
            case ARPHRD_ETHER -> {
                out.print("        ether ");
                hex(a, 6, ':', false);
                out.print("  txqueuelen ").print(s.queueLength()).println("  (Ethernet)");
            }
            case ARPHRD_LOOPBACK ->
                out.print("        loop  txqueuelen ").print(s.queueLength()).println("  (Local Loopback)");
            case -1 -> {}
            default -> {
                out.print("        unspec ");
                hex(a, a.length, '-', true);
                out.print("-00-00");
                out.print("  txqueuelen ").print(s.queueLength()).println("  (UNSPEC)");
            }
        }
    }

    private void hex(byte[] b, int n, char separator, boolean upper) {
        for (int i = 0; i < n; i++) {
            String h = Integer.toHexString(0x100 | b[i] & 0xff).substring(1);
            out.print(i == 0 ? "" : String.valueOf(separator)).print(upper ? h.toUpperCase(java.util.Locale.ROOT) : h);
        }
    }

    private void counters(InterfaceState s) {
        String rx = s.counter(InterfaceState.RX_BYTES);
        String tx = s.counter(InterfaceState.TX_BYTES);
        out.print("        RX packets ")
                .print(s.counter(InterfaceState.RX_PACKETS))
                .print("  bytes ")
                .print(rx);
        size(rx);
        out.print("        RX errors ").print(s.counter(InterfaceState.RX_ERRORS));
        out.print("  dropped ").print(s.counter(InterfaceState.RX_DROPPED));
        out.print("  overruns ").print(s.counter(InterfaceState.RX_FIFO));
        out.print("  frame ").print(s.counter(InterfaceState.RX_FRAME)).println();
        out.print("        TX packets ")
                .print(s.counter(InterfaceState.TX_PACKETS))
                .print("  bytes ")
                .print(tx);
        size(tx);
        out.print("        TX errors ").print(s.counter(InterfaceState.TX_ERRORS));
        out.print("  dropped ").print(s.counter(InterfaceState.TX_DROPPED));
        out.print(" overruns ").print(s.counter(InterfaceState.TX_FIFO));
        out.print("  carrier ").print(s.counter(InterfaceState.TX_CARRIER));
        out.print("  collisions ")
                .print(s.counter(InterfaceState.TX_COLLISIONS))
                .println();
        out.println();
    }

    /** One decimal, cut and not rounded. */
    private void size(String bytes) {
        long n;
        try {
            n = Long.parseLong(bytes);
        } catch (NumberFormatException e) {
            n = 0;
        }
        int unit = 0;
        long divisor = 1;
        while (unit < UNITS.length - 1 && n / divisor >= 1024) {
            divisor *= 1024;
            unit++;
        }
        out.print(" (")
                .print(n / divisor)
                .print('.')
                .print(n % divisor * 10 / divisor)
                .print(' ');
        out.print(UNITS[unit]).println(")");
    }
}
