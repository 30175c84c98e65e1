package net.diag.ping;

import net.diag.record.TextOut;
import net.diag.sys.Errno;

/** The lines of iputils' ping, one per event. */
final class EchoTextFace implements EchoListener {
    private static final char BELL = 7;
    private static final int ROW = 32;
    private static final long NANOS = 1_000_000_000L;
    /** The time of printing. */
    static final long NOW = -1;

    private long shownTime = NOW;

    private final TextOut out;
    private final Warnings warnings;
    private final PingOptions options;
    private final EchoSocket socket;
    private final HostNames names;
    private final IpOptionText ipOptions = new IpOptionText();
    private final StringBuilder line = new StringBuilder(128);
    private final InterimLine interimLine;

    EchoTextFace(
            TextOut out,
            Warnings warnings,
            PingOptions options,
            EchoSocket socket,
            HostNames names,
            InterimLine interimLine) {
        this.out = out;
        this.warnings = warnings;
        this.options = options;
        this.socket = socket;
        this.names = names;
        this.interimLine = interimLine;
    }

    @Override
    public boolean wantsReplies() {
        return !options.quiet;
    }

    @Override
    public void sent(EchoTarget target, long sequence, long timeNanos) {
        // nothing is printed for a probe
    }

    @Override
    public void unanswered(EchoTarget target, long sequence) {
        timestamp();
        line.append("no answer yet for icmp_seq=")
                .append(sequence % PingOptions.SEQUENCES)
                .append('\n');
        emit();
    }

    @Override
    public void reply(EchoTarget target, EchoReply r, boolean badChecksum) {
        if (r == null) {
            return;
        }
        timestamp();
        line.append(r.lengthBytes())
                .append(" bytes from ")
                .append(names.of(r.source()))
                .append(':');
        if (r.nodeInformation() != null) {
            line.append(r.nodeInformation());
        } else {
            line.append(" icmp_seq=").append(r.wireSequence());
        }
        if (options.verbose && socket.identifier() >= 0) {
            line.append(" ident=").append(socket.identifier());
        }
        if (r.ttl() >= 0) {
            line.append(" ttl=").append(r.ttl());
        }
        if (r.truncated()) {
            line.append(" (truncated)\n");
            emit();
            return;
        }
        if (options.isTimed()) {
            line.append(" time=");
            appendMillis(line, r.rttMicros(), options.threeDecimals);
            line.append(" ms");
        }
        if (r.duplicate() && (!socket.multicast() || options.verbose)) {
            line.append(" (DUP!)");
        }
        if (r.badChecksum()) {
            line.append(" (BAD CHECKSUM!)");
        }
        if (r.otherSource()) {
            line.append(" (DIFFERENT ADDRESS!)");
        }
        if (r.wrongOffset() >= 0) {
            appendWrongData(r);
        }
        if (options.audible) {
            line.append(BELL);
        }
        if (r.ipOptions() != null) {
            ipOptions.append(line, r.ipOptions(), names);
        }
        line.append('\n');
        emit();
    }

    /** Milliseconds from whole microseconds, with four significant figures at most unless {@code threeDecimals}. */
    static void appendMillis(StringBuilder out, long micros, boolean threeDecimals) {
        if (threeDecimals) {
            appendThousandths(out, micros);
        } else if (micros >= 100_000 - 50) {
            out.append((micros + 500) / 1000);
        } else if (micros >= 10_000 - 5) {
            out.append((micros + 50) / 1000).append('.').append((micros + 50) % 1000 / 100);
        } else if (micros >= 1000) {
            long hundredths = (micros + 5) % 1000 / 10;
            out.append((micros + 5) / 1000).append(hundredths < 10 ? ".0" : ".").append(hundredths);
        } else {
            appendThousandths(out, micros);
        }
    }

    /** Milliseconds with three decimals. */
    static void appendThousandths(StringBuilder out, long micros) {
        long rest = micros % 1000;
        out.append(micros / 1000)
                .append(rest < 10 ? ".00" : rest < 100 ? ".0" : ".")
                .append(rest);
    }

    private void appendWrongData(EchoReply r) {
        byte[] payload = r.payload();
        int first = PingOptions.TIMEVAL_LENGTH;
        line.append("\nwrong data byte #").append(r.wrongOffset());
        line.append(" should be 0x").append(Integer.toHexString(r.expectedByte()));
        line.append(" but was 0x").append(Integer.toHexString(payload[r.wrongOffset()] & 0xff));
        int end = Math.min(payload.length, options.payloadLength);
        for (int i = first; i < end; i++) {
            if (i % ROW == first) {
                line.append("\n#").append(i).append('\t');
            }
            line.append(Integer.toHexString(payload[i] & 0xff)).append(' ');
        }
    }

    @Override
    public void error(EchoTarget target, EchoError e) {
        if (options.quiet) {
            return;
        }
        timestamp();
        line.append("From ").append(names.of(e.offender()));
        if (!e.fatalToProbe()) {
            line.append(':');
        }
        line.append(" icmp_seq=").append(e.wireSequence()).append(' ');
        if (e.badChecksum()) {
            line.append("(BAD CHECKSUM)");
        }
        line.append(e.text()).append('\n');
        emit();
    }

    @Override
    public void localError(EchoTarget target, long sequence, int errno, int mtu, boolean fromQueue) {
        if (!options.quiet) {
            flush();
            warnings.warn(localErrorText(errno, mtu, fromQueue));
        }
    }

    /** The error queue tells the path MTU; iputils writes it in two ways. */
    private String localErrorText(int errno, int mtu, boolean fromQueue) {
        if (!fromQueue) {
            return "sendmsg: " + Errno.message(errno);
        }
        if (errno == Errno.EMSGSIZE) {
            return "local error: message too long, mtu" + (socket.isIpv6() ? ": " : "=") + (mtu & 0xffff_ffffL);
        }
        return "local error: " + Errno.message(errno);
    }

    @Override
    public void unexpected(EchoTarget target, EchoReply r) {
        if (options.quiet) {
            return;
        }
        timestamp();
        line.append(r.lengthBytes()).append(" bytes from ").append(names.of(r.source()));
        line.append(": icmp_seq=").append(r.wireSequence()).append(" (UNEXPECTED!)\n");
        emit();
    }

    @Override
    public void lost(EchoTarget target, long sequence, long timeNanos) {
        // iputils says nothing; -O does, when the next probe goes
    }

    @Override
    public void interim(EchoTarget target) {
        flush();
        interimLine.print(target.statistics);
    }

    @Override
    public void flush() {
        out.flush();
    }

    /** The time for {@code -D} of a line printed now, nanoseconds since the epoch; {@link #NOW} without it. */
    long now() {
        if (!options.printTime) {
            return NOW;
        }
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * NANOS + now.getNano();
    }

    /** The time that the next lines show: that of their event, where they were held back. */
    void at(long nanos) {
        shownTime = nanos;
    }

    private void timestamp() {
        if (options.printTime) {
            long time = shownTime == NOW ? now() : shownTime;
            line.append('[').append(time / NANOS).append('.');
            long micros = time % NANOS / 1000;
            for (long scale = 100_000; scale > 0; scale /= 10) {
                line.append((char) ('0' + micros / scale % 10));
            }
            line.append("] ");
        }
    }

    private void emit() {
        out.print(line);
        line.setLength(0);
    }
}
