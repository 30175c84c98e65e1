package net.diag.trace.probe;

import java.nio.ByteBuffer;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;
import net.diag.wire.Checksum;

/**
 * ICMP echo probes, through a raw socket or a “ping socket” ({@code icmp(7)}). The sequence number says
 * which probe an answer is about; the first payload word makes up for it, so that the ICMP checksum,
 * which some routers balance by, stays the same and all probes take one path.
 */
final class IcmpMethod extends ProbeMethod implements RawIcmpReceiver.EchoReplyMatcher {
    /** Which kind of socket to use. */
    enum Kind {
        RAW_THEN_DATAGRAM,
        RAW,
        DATAGRAM
    }

    private static final int ECHO_HEADER = 8;
    private static final int DEFAULT_DATA = 32;

    private final int firstSequence;
    private final Kind kind;
    private int identifier;
    private RawIcmpReceiver raw;
    private Receiver queue;
    private Fd fd;
    private int currentTtl = -1;
    private int sentCount;
    private final NativeBuffer data = NativeBuffer.allocate(65536);
    private final ByteBuffer view = data.networkOrderView();
    private NativeBuffer address;
    private int addressLength;

    IcmpMethod(SocketSettings settings, ProbeClock clock, int firstSequence, Kind kind) {
        super(settings, clock);
        this.firstSequence = firstSequence;
        this.kind = kind;
    }

    private int protocol() {
        return settings.isV6() ? 58 : 1;
    }

    @Override
    void prepare() throws ErrnoException {
        ErrnoException refused = null;
        if (kind != Kind.DATAGRAM) {
            try {
                raw = new RawIcmpReceiver(settings.family(), this, clock);
                raw.alsoEchoReplies(this);
                fd = raw.fd();
            } catch (ErrnoException e) {
                refused = e;
            }
        }
        if (fd == null && kind != Kind.RAW) {
            try {
                fd = Fd.socket(settings.family(), Fd.SOCK_DGRAM, protocol());
            } catch (ErrnoException e) {
                throw refused == null ? e : refused;
            }
        }
        if (fd == null) {
            throw refused;
        }
        settings.apply(fd, 0);
        if (raw == null) {
            ErrorQueueReceiver.enable(fd, settings.isV6(), true);
            queue = new ErrorQueueReceiver(fd, settings.isV6(), clock, AnswerKind.ECHO_REPLY, this::probeOf);
        } else {
            long n = System.nanoTime();
            identifier = (int) (n ^ n >>> 16 ^ n >>> 32) & 0xffff;
        }
        for (int i = ECHO_HEADER; i < 65536; i++) {
            view.put(i, filling(i - ECHO_HEADER));
        }
        view.put(0, (byte) (settings.isV6() ? 128 : 8));
        SockAddr target = settings.targetAddress(0);
        address = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        addressLength = target.encode(address.bytes(), 0);
    }

    @Override
    int packetLength(int asked) {
        int header = settings.ipHeaderLength() + ECHO_HEADER;
        return asked < 0 ? header + DEFAULT_DATA : Math.max(asked, header);
    }

    @Override
    int send(Probe probe) {
        if (probe.ttl() != currentTtl) {
            setTtl(fd, probe.ttl());
            currentTtl = probe.ttl();
        }
        int length = Math.max(ECHO_HEADER, probe.sizeBytes() - settings.ipHeaderLength());
        int sequence = firstSequence + probe.id() & 0xffff;
        view.putShort(4, (short) identifier).putShort(6, (short) sequence).putShort(2, (short) 0);
        if (length >= ECHO_HEADER + 2) {
            view.putShort(ECHO_HEADER, (short) ~sequence);
        }
        if (!settings.isV6() && raw != null) {
            view.putShort(2, (short) Checksum.of(view, 0, length));
        }
        sentCount = Math.max(sentCount, probe.id() + 1);
        int r = 0;
        for (int i = 0; i < 4; i++) {
            probe.sent(clock.nowNanos());
            r = fd.sendTo(data, 0, length, Fd.MSG_DONTWAIT, address, addressLength);
            if (r >= 0 || raw != null || !UdpMethod.isPendingIcmpError(-r)) {
                break;
            }
        }
        return Math.min(r, 0);
    }

    /** The probe of a sequence number: the newest one that had it, for numbers wrap in long runs. */
    private int probeOf(int sequence) {
        int id = sequence - firstSequence & 0xffff;
        if (sentCount > 0x10000) {
            int newest = sentCount - 1;
            id = newest - (newest - id & 0xffff);
        }
        return id < sentCount ? id : -1;
    }

    private int probeOf(MessageHeader message, ByteBuffer bytes, int length, boolean isError) {
        return length < ECHO_HEADER ? -1 : probeOf(bytes.getShort(6) & 0xffff);
    }

    @Override
    public int matchReply(int id, int sequence, IpAddress from) {
        return id == identifier && isTarget(from) ? probeOf(sequence) : -1;
    }

    @Override
    public int match(Quote quote) {
        boolean ours = quote.protocol() == protocol()
                && isToTarget(quote)
                && quote.transportShort(0) == (settings.isV6() ? 128 << 8 : 8 << 8)
                && quote.transportShort(4) == identifier;
        return ours ? probeOf(quote.transportShort(6)) : -1;
    }

    @Override
    public int checksum(Quote quote) {
        return quote.transportShort(2);
    }

    @Override
    List<Receiver> receivers() {
        return List.of(raw != null ? raw : queue);
    }

    @Override
    long readLagNanos() {
        return raw == null ? 0 : raw.lagNanos();
    }

    @Override
    public void close() {
        if (fd != null) {
            fd.close();
        }
    }

    /** Whether an errno means that privilege is missing. */
    static boolean isRefusal(int errno) {
        return errno == Errno.EPERM || errno == Errno.EACCES;
    }
}
