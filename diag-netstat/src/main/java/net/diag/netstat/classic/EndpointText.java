package net.diag.netstat.classic;

import net.diag.netstat.NetstatOptions;
import net.diag.record.TextBuffer;
import net.diag.record.TextOut;
import net.diag.wire.InetAddresses;

/** {@code address:port} in net-tools' way: cut to 22 characters but with -W, padded to 23. */
final class EndpointText {
    private static final int WIDTH = 23;
    private static final int LONGEST = 22;
    private static final int LONGEST_PORT = 18;

    private final NetstatOptions options;
    private final TextBuffer address = new TextBuffer(64);
    private final TextBuffer port = new TextBuffer(32);
    private HostNames hosts;
    private ServiceNames services;

    EndpointText(NetstatOptions options) {
        this.options = options;
    }

    void print(TextOut out, byte[] bytes, int length, int portNumber, String protocol) {
        address.clear();
        port.clear();
        addressText(bytes, length);
        portText(portNumber, protocol);
        int a = address.length();
        int p = port.length();
        if (!options.wide && a + p > LONGEST) {
            String portCut = port.toString();
            portCut = portCut.substring(0, Math.min(portCut.length(), LONGEST_PORT));
            String cut = address.toString();
            cut = cut.substring(0, Math.max(0, Math.min(cut.length(), LONGEST - portCut.length())));
            out.print(cut).print(':').print(portCut);
            out.spaces(WIDTH - cut.length() - 1 - portCut.length());
            return;
        }
        address.writeTo(out);
        out.print(':');
        port.writeTo(out);
        out.spaces(Math.max(0, WIDTH - a - 1 - p));
    }

    private void addressText(byte[] b, int length) {
        if (length == 4) {
            if (!options.numericHosts && (b[0] | b[1] | b[2] | b[3]) != 0 && named(b, 4)) {
                return;
            }
            dotted(b, 0);
            return;
        }
        if (isMapped(b)) {
            byte[] v4 = java.util.Arrays.copyOfRange(b, 12, 16);
            if (options.numericHosts || !named(v4, 4)) {
                dotted(b, 12);
            }
            return;
        }
        if (!options.numericHosts) {
            if (isAny(b)) {
                address.print("[::]");
                return;
            }
            if (named(b, 16)) {
                return;
            }
        }
        address.print(InetAddresses.format(b));
    }

    private void dotted(byte[] b, int at) {
        address.print(b[at] & 0xff).print('.').print(b[at + 1] & 0xff).print('.');
        address.print(b[at + 2] & 0xff).print('.').print(b[at + 3] & 0xff);
    }

    private static boolean isMapped(byte[] b) {
        for (int i = 0; i < 10; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return b[10] == -1 && b[11] == -1;
    }

    private static boolean isAny(byte[] b) {
        for (byte x : b) {
            if (x != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean named(byte[] b, int length) {
        hosts = hosts == null ? new HostNames() : hosts;
        String name = hosts.name(java.util.Arrays.copyOf(b, length));
        if (name == null) {
            return false;
        }
        address.print(name);
        return true;
    }

    private void portText(int number, String protocol) {
        if (number == 0) {
            port.print('*');
            return;
        }
        if (!options.numericPorts) {
            services = services == null ? new ServiceNames() : services;
            String name = services.name(number, protocol);
            if (name != null) {
                port.print(name);
                return;
            }
        }
        port.print(number);
    }
}
