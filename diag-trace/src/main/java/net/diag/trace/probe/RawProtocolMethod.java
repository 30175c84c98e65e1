package net.diag.trace.probe;

import java.nio.ByteBuffer;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;

/**
 * Probes of any IP protocol, without a header of it. The first 4 payload bytes, which every router
 * quotes, say which probe an error is about. A packet of the protocol from the target answers the
 * oldest probe that is still open.
 */
final class RawProtocolMethod extends ProbeMethod {
    private static final int DEFAULT_DATA = 40;
    private static final int MARK_LENGTH = 4;
    private static final int MARK = 0x40410000;

    private final int protocol;
    private final NativeBuffer data = NativeBuffer.allocate(65536);
    private final ByteBuffer view = data.networkOrderView();
    private RawIcmpReceiver raw;
    private Fd fd;
    private Receiver replies;
    private NativeBuffer address;
    private int addressLength;
    private int sentCount;
    private int oldestOpen;

    RawProtocolMethod(SocketSettings settings, ProbeClock clock, int protocol) {
        super(settings, clock);
        this.protocol = protocol;
    }

    @Override
    void prepare() throws ErrnoException {
        fd = Fd.socket(settings.family(), Fd.SOCK_RAW, protocol);
        settings.apply(fd, 0);
        ErrorQueueReceiver.enable(fd, settings.isV6(), false);
        raw = new RawIcmpReceiver(settings.family(), this, clock);
        replies = new ErrorQueueReceiver(fd, settings.isV6(), clock, AnswerKind.DATA, this::replyOf);
        for (int i = 0; i < 65536; i++) {
            view.put(i, filling(i));
        }
        SockAddr target = settings.targetAddress(0);
        address = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        addressLength = target.encode(address.bytes(), 0);
    }

    @Override
    int packetLength(int asked) {
        int header = settings.ipHeaderLength();
        return asked < 0 ? header + DEFAULT_DATA : Math.max(asked, header + MARK_LENGTH);
    }

    @Override
    int send(Probe probe) {
        setTtl(fd, probe.ttl());
        view.putInt(0, MARK | probe.id() & 0xffff);
        sentCount = Math.max(sentCount, probe.id() + 1);
        probe.sent(clock.nowNanos());
        int length = Math.max(MARK_LENGTH, probe.sizeBytes() - settings.ipHeaderLength());
        return Math.min(0, fd.sendTo(data, 0, length, Fd.MSG_DONTWAIT, address, addressLength));
    }

    private int replyOf(MessageHeader message, ByteBuffer bytes, int length, boolean isError) {
        IpAddress from = RawIcmpReceiver.address(message.address());
        return isTarget(from) && oldestOpen < sentCount && !isOwn(bytes, length) ? oldestOpen : -1;
    }

    /** To the own host, a raw socket hears its own probes too. */
    private boolean isOwn(ByteBuffer bytes, int length) {
        int at = settings.isV6() ? 0 : (bytes.get(0) & 0x0f) * 4;
        return length >= at + MARK_LENGTH && (bytes.getInt(at) & 0xffff0000) == MARK;
    }

    @Override
    void release(Probe probe) {
        if (probe.id() == oldestOpen) {
            oldestOpen++;
        }
    }

    @Override
    public int match(Quote quote) {
        if (quote.protocol() != protocol || !isToTarget(quote) || (quote.transportInt(0) & 0xffff0000) != MARK) {
            return -1;
        }
        int id = quote.transportInt(0) & 0xffff;
        return id < sentCount ? id : -1;
    }

    @Override
    List<Receiver> receivers() {
        return List.of(raw, replies);
    }

    @Override
    long readLagNanos() {
        return raw.lagNanos();
    }

    @Override
    public void close() {
        if (raw != null) {
            raw.close();
        }
        if (fd != null) {
            fd.close();
        }
    }
}
