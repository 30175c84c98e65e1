package net.diag.proc;

import java.nio.ByteOrder;

/**
 * A row of {@code /proc/net/tcp tcp6 udp udp6 udplite raw icmp} and their like ({@code proc(5)}),
 * decoded into plain numbers and reused from row to row.
 */
public final class NetInet {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final Fields fields = new Fields();
    private final byte[] local = new byte[16];
    private final byte[] remote = new byte[16];
    private int addressLength;
    private int localPort;
    private int remotePort;
    private int state;
    private long txQueue;
    private long rxQueue;
    private int timer;
    private long timerExpires;
    private long retransmits;
    private long uid;
    private long timeout;
    private long inode;

    /** Decode the line; false when it is no row (the heading, a cut line). */
    public boolean decode(ProcLines line) {
        return decode(line.buffer(), line.start(), line.end());
    }

    /** Decode a row of bytes. */
    public boolean decode(byte[] bytes, int from, int to) {
        Fields f = fields.over(bytes, from, to);
        f.decimal();
        if (!f.take(':')) {
            return false;
        }
        int digits = f.hexDigits();
        if (digits != 8 && digits != 32) {
            return false;
        }
        addressLength = digits / 2;
        address(f, local);
        if (!f.take(':')) {
            return false;
        }
        localPort = (int) f.hex();
        if (f.hexDigits() != digits) {
            return false;
        }
        address(f, remote);
        if (!f.take(':')) {
            return false;
        }
        remotePort = (int) f.hex();
        state = (int) f.hex();
        txQueue = f.hex();
        f.take(':');
        rxQueue = f.hex();
        timer = (int) f.hex();
        f.take(':');
        timerExpires = f.hex();
        retransmits = f.hex();
        uid = f.decimal();
        timeout = f.decimal();
        if (!f.hasMore()) {
            return false;
        }
        inode = f.decimal();
        return true;
    }

    /** The kernel prints each 32-bit word of an address as a number of its own byte order. */
    private void address(Fields f, byte[] into) {
        f.hexDigits();
        for (int i = 0; i < addressLength; i += 4) {
            int word = f.hexWord();
            word = LITTLE ? Integer.reverseBytes(word) : word;
            into[i] = (byte) (word >>> 24);
            into[i + 1] = (byte) (word >>> 16);
            into[i + 2] = (byte) (word >>> 8);
            into[i + 3] = (byte) word;
        }
    }

    /** 4 or 16: how many bytes of {@link #local()} and {@link #remote()} count. */
    public int addressLength() {
        return addressLength;
    }

    /** The local address, in network byte order; reused. */
    public byte[] local() {
        return local;
    }

    /** The remote address, in network byte order; reused. */
    public byte[] remote() {
        return remote;
    }

    /** The local port, or a raw socket's protocol. */
    public int localPort() {
        return localPort;
    }

    /** The remote port; 0: none. */
    public int remotePort() {
        return remotePort;
    }

    /** The state's number ({@code linux/tcp_states.h}). */
    public int state() {
        return state;
    }

    /** Bytes sent but not acknowledged; of a datagram socket, memory charged. */
    public long txQueue() {
        return txQueue;
    }

    /** Bytes received but not read; of a listener, connections that wait; of a datagram socket, memory charged. */
    public long rxQueue() {
        return rxQueue;
    }

    /** Which timer runs: 0 none, 1 retransmission, 2 keepalive, 3 TIME_WAIT, 4 zero-window probe. */
    public int timer() {
        return timer;
    }

    /** When it ends, in hundredths of a second. */
    public long timerExpires() {
        return timerExpires;
    }

    /** Unrecovered retransmissions. */
    public long retransmits() {
        return retransmits;
    }

    /** The owner. */
    public long uid() {
        return uid;
    }

    /** Unanswered window or keepalive probes. */
    public long timeout() {
        return timeout;
    }

    /** The socket's inode; 0: nobody has it open. */
    public long inode() {
        return inode;
    }

    /** Whether {@code address} is all zero. */
    public boolean isAny(byte[] address) {
        for (int i = 0; i < addressLength; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
