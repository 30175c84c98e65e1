package net.diag.netstat.classic;

import java.io.IOException;
import net.diag.netstat.NetstatOptions;
import net.diag.proc.Fields;
import net.diag.proc.ProcLines;
import net.diag.record.Escape;
import net.diag.record.TextOut;
import net.diag.wire.InetAddresses;

/** {@code /proc/net/route} and {@code ipv6_route} in net-tools' layouts. */
public final class Routes {
    private static final int RTF_UP = 1;
    private static final int RTF_HOST = 4;
    private static final int RTF_REJECT = 0x200;
    private static final int RTF_CACHE = 0x01000000;

    private final NetstatOptions options;
    private final TextOut out;
    private final Fields fields = new Fields();
    private final HostNames names = new HostNames();

    public Routes(NetstatOptions options, TextOut out) {
        this.options = options;
        this.out = out;
    }

    /** Print the IPv4 table. */
    public void ipv4() throws IOException {
        out.println(options.cache ? "Kernel IP routing cache" : "Kernel IP routing table");
        String ends = options.cache
                ? "Source          Destination     Gateway         Flags "
                : "Destination     Gateway         Genmask         Flags ";
        out.print(ends);
        switch (options.extended) {
            case 0 -> out.println("  MSS Window  irtt Iface");
            case 1 -> out.println("Metric Ref    Use Iface");
            default -> out.println("Metric Ref    Use Iface    MSS   Window irtt");
        }
        if (options.cache) {
            return; // the kernel has had no IPv4 route cache since 3.6
        }
        try (ProcLines lines = ProcLines.open(options.proc.path("route"))) {
            lines.next();
            while (lines.next()) {
                row4(fields.over(lines));
            }
        }
    }

    private static byte[] littleEndian(Fields f) {
        f.hexDigits();
        int w = f.hexWord();
        return new byte[] {(byte) w, (byte) (w >>> 8), (byte) (w >>> 16), (byte) (w >>> 24)};
    }

    private void row4(Fields f) {
        String device = f.text();
        byte[] destination = littleEndian(f);
        byte[] gateway = littleEndian(f);
        int flags = (int) f.hex();
        long references = f.decimal();
        long use = f.decimal();
        long metric = f.decimal();
        byte[] mask = littleEndian(f);
        if (!f.hasMore()) {
            return;
        }
        long mtu = f.decimal();
        long window = f.decimal();
        long irtt = f.decimal();
        if ((flags & RTF_UP) == 0) {
            return;
        }
        boolean reject = (flags & RTF_REJECT) != 0;
        boolean anyMask = (mask[0] | mask[1] | mask[2] | mask[3]) == 0;
        out.printLeft(cut(destination(destination, anyMask, (flags & RTF_HOST) != 0), 15), 15)
                .print(' ');
        out.printLeft(reject ? "-" : cut(gateway(gateway), 15), 15).print(' ');
        out.printLeft(InetAddresses.format(mask), 15).print(' ');
        out.printLeft(reject ? "!" : letters(flags), 5).print(' ');
        String name = Escape.text(device);
        if (reject) {
            rejected(metric, use);
        } else {
            numbers(metric, references, use, mtu, window, irtt, name);
        }
        out.println();
    }

    private void numbers(long metric, long references, long use, long mtu, long window, long irtt, String device) {
        switch (options.extended) {
            case 0 -> {
                out.printRight(mtu, 5).print(' ');
                left(window, 5).print(' ').printRight(irtt, 6).print(' ').print(device);
            }
            case 1 -> {
                left(metric, 6).print(' ');
                left(references, 2).print(' ').printRight(use, 7).print(' ').print(device);
            }
            default -> {
                left(metric, 6).print(' ');
                left(references, 3).print(' ').printRight(use, 6).print(' ');
                out.printLeft(cut(device, 6), 6).print("   ");
                left(mtu, 5).print(' ');
                left(window, 6).print(' ').print(irtt);
            }
        }
    }

    private void rejected(long metric, long use) {
        switch (options.extended) {
            case 0 -> out.print("    - -          - -");
            case 1 -> {
                left(metric, 6).print(" -  ").printRight(use, 7).print(" -");
            }
            default -> {
                left(metric, 6).print(" -   ").printRight(use, 6).print(" -        -     -      -");
            }
        }
    }

    private TextOut left(long n, int width) {
        String s = Long.toString(n);
        return out.print(s).spaces(Math.max(0, width - s.length()));
    }

    private static String cut(String s, int width) {
        return s.length() > width ? s.substring(0, width) : s;
    }

    private String destination(byte[] address, boolean anyMask, boolean host) {
        boolean any = (address[0] | address[1] | address[2] | address[3]) == 0;
        if (any && anyMask) {
            return options.numericHosts ? "0.0.0.0" : "default";
        }
        if (!options.numericHosts && (host || !any)) {
            String name = names.name(address);
            if (name != null) {
                return name;
            }
        }
        return InetAddresses.format(address);
    }

    private String gateway(byte[] address) {
        boolean any = (address[0] | address[1] | address[2] | address[3]) == 0;
        String name = any || options.numericHosts ? null : names.name(address);
        return name == null ? InetAddresses.format(address) : name;
    }

    private static String letters(int flags) {
        StringBuilder s = new StringBuilder();
        int[] bits = {1, 2, 4, 8, 0x10, 0x20, 0x400};
        String names = "UGHRDMn";
        for (int i = 0; i < bits.length; i++) {
            if ((flags & bits[i]) != 0) {
                s.append(names.charAt(i));
            }
        }
        return s.toString();
    }

    /** Print the IPv6 table. */
    public void ipv6() throws IOException {
        out.println(options.cache ? "Kernel IPv6 routing cache" : "Kernel IPv6 routing table");
        out.println("Destination                    Next Hop                   Flag Met Ref  Use If");
        try (ProcLines lines = ProcLines.open(options.proc.path("ipv6_route"))) {
            while (lines.next()) {
                row6(fields.over(lines));
            }
        } catch (java.io.FileNotFoundException e) {
            return; // no IPv6 here
        }
    }

    private static byte[] networkOrder(Fields f) {
        byte[] b = new byte[16];
        f.hexDigits();
        for (int i = 0; i < 16; i += 4) {
            int w = f.hexWord();
            b[i] = (byte) (w >>> 24);
            b[i + 1] = (byte) (w >>> 16);
            b[i + 2] = (byte) (w >>> 8);
            b[i + 3] = (byte) w;
        }
        return b;
    }

    private void row6(Fields f) {
        byte[] destination = networkOrder(f);
        int length = (int) f.hex();
        f.skip();
        f.skip();
        byte[] nextHop = networkOrder(f);
        int metric = (int) f.hex();
        long references = f.hex();
        long use = f.hex();
        int flags = (int) f.hex();
        String device = f.text();
        if (options.cache == ((flags & RTF_CACHE) == 0)) {
            return;
        }
        String to = address6(destination) + "/" + length;
        out.printLeft(to, 30).print(' ').printLeft(address6(nextHop), 26).print(' ');
        out.printLeft(letters6(flags), 4).print(' ');
        left(metric, 3).print(' ');
        left(references, 1).print(' ').printRight(use, 6).print(' ').println(Escape.text(device));
    }

    private String address6(byte[] b) {
        boolean any = true;
        for (byte x : b) {
            any &= x == 0;
        }
        if (!options.numericHosts) {
            if (any) {
                return "[::]";
            }
            String name = names.name(b);
            if (name != null) {
                return name;
            }
        }
        return InetAddresses.format(b);
    }

    private static String letters6(int flags) {
        StringBuilder s = new StringBuilder();
        int[] bits = {1, RTF_REJECT, 2, 4, 0x10000, 0x40000, RTF_CACHE, 0x20000, 0x400000, 0x20, 0x200000, 0x2000000};
        String names = "U!GHDACaemnf";
        for (int i = 0; i < bits.length; i++) {
            if ((flags & bits[i]) != 0) {
                s.append(names.charAt(i));
            }
        }
        return s.toString();
    }
}
