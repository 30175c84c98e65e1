package net.diag.netstat.classic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;

/** An interface by {@code ioctl(2)} ({@code netdevice(7)}) and its counters from {@code /proc/net/dev}. */
final class InterfaceState {
    static final int RX_BYTES = 1;
    static final int RX_PACKETS = 2;
    static final int RX_ERRORS = 3;
    static final int RX_DROPPED = 4;
    static final int RX_FIFO = 5;
    static final int RX_FRAME = 6;
    static final int TX_BYTES = 9;
    static final int TX_PACKETS = 10;
    static final int TX_ERRORS = 11;
    static final int TX_DROPPED = 12;
    static final int TX_FIFO = 13;
    static final int TX_COLLISIONS = 14;
    static final int TX_CARRIER = 15;

    private static final long SIOCGIFFLAGS = 0x8913;
    private static final long SIOCGIFADDR = 0x8915;
    private static final long SIOCGIFDSTADDR = 0x8917;
    private static final long SIOCGIFBRDADDR = 0x8919;
    private static final long SIOCGIFNETMASK = 0x891b;
    private static final long SIOCGIFMTU = 0x8921;
    private static final long SIOCGIFHWADDR = 0x8927;
    private static final long SIOCGIFTXQLEN = 0x8942;
    private static final int IFNAMSIZ = 16;
    private static final int IFREQ_LENGTH = 40;
    private static final int IFF_UP = 1;

    private final String[] counters;
    private final int flags;
    private final int mtu;
    private final int queueLength;
    private final int hardwareType;
    private final byte[] hardwareAddress;
    private final byte[] address;
    private final byte[] netmask;
    private final byte[] broadcast;
    private final byte[] destination;

    private InterfaceState(Fd socket, String[] counters) {
        this.counters = counters;
        NativeBuffer request = NativeBuffer.allocate(IFREQ_LENGTH);
        flags = integer(socket, request, SIOCGIFFLAGS) & 0xffff;
        mtu = integer(socket, request, SIOCGIFMTU);
        queueLength = integer(socket, request, SIOCGIFTXQLEN);
        boolean hardware = call(socket, request, SIOCGIFHWADDR);
        hardwareType = hardware ? request.bytes().getShort(IFNAMSIZ) & 0xffff : -1;
        hardwareAddress = bytes(request, IFNAMSIZ + 2, 14);
        address = internet(socket, request, SIOCGIFADDR);
        netmask = internet(socket, request, SIOCGIFNETMASK);
        broadcast = internet(socket, request, SIOCGIFBRDADDR);
        destination = internet(socket, request, SIOCGIFDSTADDR);
    }

    /** All interfaces of the rows of {@code /proc/net/dev}, in the order of their names. */
    static List<InterfaceState> read(List<String[]> rows) throws ErrnoException {
        List<InterfaceState> all = new ArrayList<>();
        try (Fd socket = Fd.socket(SockAddr.AF_INET, Fd.SOCK_DGRAM, 0)) {
            for (String[] row : rows) {
                all.add(new InterfaceState(socket, row));
            }
        }
        all.sort((a, b) -> versionOrder(a.name(), b.name()));
        return all;
    }

    /** net-tools' order: letters first, then the number behind them. */
    private static int versionOrder(String a, String b) {
        int i = digitsStart(a);
        int j = digitsStart(b);
        int c = a.substring(0, i).compareTo(b.substring(0, j));
        if (c != 0) {
            return c;
        }
        c = Long.compare(number(a, i), number(b, j));
        return c != 0 ? c : a.compareTo(b);
    }

    private static int digitsStart(String s) {
        int i = 0;
        while (i < s.length() && !(s.charAt(i) >= '0' && s.charAt(i) <= '9')) {
            i++;
        }
        return i;
    }

    private static long number(String s, int from) {
        long n = 0;
        for (int i = from; i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9'; i++) {
            n = n * 10 + s.charAt(i) - '0';
        }
        return n;
    }

    private boolean call(Fd socket, NativeBuffer request, long code) {
        ByteBuffer b = request.bytes();
        for (int i = 0; i < IFREQ_LENGTH; i++) {
            b.put(i, (byte) 0);
        }
        byte[] n = name().getBytes(StandardCharsets.ISO_8859_1);
        b.put(0, n, 0, Math.min(n.length, IFNAMSIZ - 1));
        return socket.ioctl(code, request) >= 0;
    }

    private int integer(Fd socket, NativeBuffer request, long code) {
        return call(socket, request, code) ? request.bytes().getInt(IFNAMSIZ) : 0;
    }

    private byte[] internet(Fd socket, NativeBuffer request, long code) {
        return call(socket, request, code) ? bytes(request, IFNAMSIZ + 4, 4) : null;
    }

    private static byte[] bytes(NativeBuffer b, int offset, int length) {
        byte[] copy = new byte[length];
        for (int i = 0; i < length; i++) {
            copy[i] = b.bytes().get(offset + i);
        }
        return copy;
    }

    String name() {
        return counters[0];
    }

    String counter(int column) {
        return counters[column];
    }

    int flags() {
        return flags;
    }

    boolean isUp() {
        return (flags & IFF_UP) != 0;
    }

    int mtu() {
        return mtu;
    }

    int queueLength() {
        return queueLength;
    }

    /** ARPHRD_…, or -1. */
    int hardwareType() {
        return hardwareType;
    }

    byte[] hardwareAddress() {
        return hardwareAddress;
    }

    byte[] address() {
        return address;
    }

    byte[] netmask() {
        return netmask;
    }

    byte[] broadcast() {
        return broadcast;
    }

    byte[] destination() {
        return destination;
    }
}
