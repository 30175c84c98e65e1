package net.diag.trace.probe;

import java.util.List;
import net.diag.record.IpAddress;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SocketOptions;

/**
 * How probes of one protocol are made, sent, and recognised in what comes back.
 *
 * <p>{@link #prepare} opens what needs privilege, {@link #start} the rest; traceroute prints its header
 * between the two, so that an error appears where the user of the original expects it.
 */
abstract class ProbeMethod implements QuoteMatcher, AutoCloseable {
    protected final SocketSettings settings;
    protected final ProbeClock clock;
    private final NativeBuffer ttlValue = NativeBuffer.allocate(4);

    ProbeMethod(SocketSettings settings, ProbeClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Open what needs privilege. */
    void prepare() throws ErrnoException {}

    /** Open the rest. */
    void start() throws ErrnoException {}

    /** Send a probe; 0 or {@code -errno}. */
    abstract int send(Probe probe) throws ErrnoException;

    /** The IP packet's length in bytes when {@code asked} is wanted (-1: the default). */
    abstract int packetLength(int asked);

    /** The sockets to listen on; may change after a send or a release when {@link #takeChanged} says so. */
    abstract List<Receiver> receivers();

    /** Whether {@link #receivers} changed since the last call. */
    boolean takeChanged() {
        return false;
    }

    /** Nothing more is expected for the probe. */
    void release(Probe probe) {}

    /** The longest time that an answer lay unread, in nanoseconds. */
    long readLagNanos() {
        return 0;
    }

    @Override
    public int checksum(Quote quote) {
        return -1;
    }

    @Override
    public abstract void close();

    /** Set a socket's TTL or hop limit without allocation. */
    protected final int setTtl(Fd fd, int ttl) {
        ttlValue.bytes().putInt(0, ttl);
        return settings.isV6()
                ? fd.trySetOption(SocketOptions.IPPROTO_IPV6, SocketOptions.IPV6_UNICAST_HOPS, ttlValue, 4)
                : fd.trySetOption(SocketOptions.IPPROTO_IP, SocketOptions.IP_TTL, ttlValue, 4);
    }

    /** Whether a quoted packet went to where ours go; with a source route the next gateway stands there. */
    protected final boolean isToTarget(Quote quote) {
        if (!settings.gateways().isEmpty()) {
            return true;
        }
        IpAddress d = quote.destination();
        IpAddress t = settings.target();
        return d.low() == t.low() && d.high() == t.high();
    }

    /** Whether an address is the target's, whatever its zone. */
    protected final boolean isTarget(IpAddress a) {
        IpAddress t = settings.target();
        return a != null && a.low() == t.low() && a.high() == t.high() && a.isV6() == t.isV6();
    }

    /** The filling of a probe: 0x40, 0x41 … 0x7f, again. */
    static byte filling(int i) {
        return (byte) (0x40 + (i & 0x3f));
    }
}
