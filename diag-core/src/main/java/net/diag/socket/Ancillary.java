package net.diag.socket;

import static net.diag.sys.SocketOptions.IPPROTO_IP;
import static net.diag.sys.SocketOptions.IPPROTO_IPV6;
import static net.diag.sys.SocketOptions.IPV6_HOPLIMIT;
import static net.diag.sys.SocketOptions.IPV6_PKTINFO;
import static net.diag.sys.SocketOptions.IPV6_RECVERR;
import static net.diag.sys.SocketOptions.IPV6_TCLASS;
import static net.diag.sys.SocketOptions.IP_PKTINFO;
import static net.diag.sys.SocketOptions.IP_RECVERR;
import static net.diag.sys.SocketOptions.IP_RETOPTS;
import static net.diag.sys.SocketOptions.IP_TOS;
import static net.diag.sys.SocketOptions.IP_TTL;
import static net.diag.sys.SocketOptions.SOL_PACKET;
import static net.diag.sys.SocketOptions.SOL_SOCKET;
import static net.diag.sys.SocketOptions.SO_RXQ_OVFL;
import static net.diag.sys.SocketOptions.SO_TIMESTAMP;
import static net.diag.sys.SocketOptions.SO_TIMESTAMPING;
import static net.diag.sys.SocketOptions.SO_TIMESTAMPNS;

import java.nio.ByteBuffer;
import net.diag.sys.MessageHeader;
import net.diag.sys.SockAddr;

/**
 * What the kernel said beside a datagram ({@code ip(7)}, {@code ipv6(7)}, {@code socket(7)}), decoded
 * once into plain numbers. Reused from message to message by one thread; -1 is “not told” unless
 * stated otherwise.
 */
public final class Ancillary {
    /** {@code ee_origin} of {@code struct sock_extended_err}: a local error. */
    public static final int SO_EE_ORIGIN_LOCAL = 1;

    public static final int SO_EE_ORIGIN_ICMP = 2;
    public static final int SO_EE_ORIGIN_ICMP6 = 3;
    public static final int SO_EE_ORIGIN_TIMESTAMPING = 4;

    /** {@link #errorInfo} of a time stamp: handed to the driver. */
    public static final int SCM_TSTAMP_SND = 0;
    /** {@link #errorInfo} of a time stamp: entered the queueing discipline. */
    public static final int SCM_TSTAMP_SCHED = 1;

    private static final int SOCK_EXTENDED_ERR_LENGTH = 16;
    private static final int TIMESPEC_LENGTH = 16;
    private static final long NANOS = 1_000_000_000L;

    private int ttl;
    private int tos;
    private long timestampNanos;
    private long hardwareTimestampNanos;
    private int receiveOverflows;
    private int ifIndex;
    private int returnedOptionsOffset;
    private int returnedOptionsLength;
    private int errorOffset;
    private int errorLength;
    private ByteBuffer control;

    /** Decode all items of {@code m}. Items of unknown kind or of a short length are passed over. */
    public void decode(MessageHeader m) {
        ttl = -1;
        tos = -1;
        timestampNanos = -1;
        hardwareTimestampNanos = -1;
        receiveOverflows = -1;
        ifIndex = -1;
        returnedOptionsOffset = -1;
        returnedOptionsLength = 0;
        errorOffset = -1;
        errorLength = 0;
        control = m.control();
        for (int c = m.firstControl(); c >= 0; c = m.nextControl(c)) {
            int at = m.controlData(c);
            int length = m.controlDataLength(c);
            switch (m.controlLevel(c)) {
                case SOL_SOCKET -> socketItem(m.controlType(c), at, length);
                case IPPROTO_IP -> ipItem(m.controlType(c), at, length);
                case IPPROTO_IPV6 -> ipv6Item(m.controlType(c), at, length);
                case SOL_PACKET -> {} // PACKET_AUXDATA is the capture's
                default -> {}
            }
        }
    }

    private void socketItem(int type, int at, int length) {
        if ((type == SO_TIMESTAMPNS || type == SO_TIMESTAMPING) && length >= TIMESPEC_LENGTH) {
            long software = timespec(at);
            if (software > 0) {
                timestampNanos = software;
            }
            if (type == SO_TIMESTAMPING && length >= 3 * TIMESPEC_LENGTH) {
                long hardware = timespec(at + 2 * TIMESPEC_LENGTH);
                hardwareTimestampNanos = hardware > 0 ? hardware : -1;
            }
        } else if (type == SO_TIMESTAMP && length >= TIMESPEC_LENGTH) {
            timestampNanos = control.getLong(at) * NANOS + control.getLong(at + 8) * 1000;
        } else if (type == SO_RXQ_OVFL && length >= 4) {
            receiveOverflows = control.getInt(at);
        }
    }

    private long timespec(int at) {
        return control.getLong(at) * NANOS + control.getLong(at + 8);
    }

    private void ipItem(int type, int at, int length) {
        if (type == IP_TTL && length >= 4) {
            ttl = control.getInt(at);
        } else if (type == IP_TOS && length >= 1) {
            tos = control.get(at) & 0xff;
        } else if (type == IP_PKTINFO && length >= 12) {
            ifIndex = control.getInt(at);
        } else if (type == IP_RETOPTS) {
            returnedOptionsOffset = at;
            returnedOptionsLength = length;
        } else if (type == IP_RECVERR && length >= SOCK_EXTENDED_ERR_LENGTH) {
            errorOffset = at;
            errorLength = length;
        }
    }

    private void ipv6Item(int type, int at, int length) {
        if (type == IPV6_HOPLIMIT && length >= 4) {
            ttl = control.getInt(at);
        } else if (type == IPV6_TCLASS && length >= 4) {
            tos = control.getInt(at);
        } else if (type == IPV6_PKTINFO && length >= 20) {
            ifIndex = control.getInt(at + 16);
        } else if (type == IPV6_RECVERR && length >= SOCK_EXTENDED_ERR_LENGTH) {
            errorOffset = at;
            errorLength = length;
        }
    }

    /** The TTL or hop limit of the received packet (of the ICMP error, on the error queue). */
    public int ttl() {
        return ttl;
    }

    /** The TOS or traffic class of the received packet. */
    public int tos() {
        return tos;
    }

    /** The kernel's software time stamp, nanoseconds since the epoch by CLOCK_REALTIME. */
    public long timestampNanos() {
        return timestampNanos;
    }

    /** The interface's hardware time stamp in nanoseconds of its own clock. */
    public long hardwareTimestampNanos() {
        return hardwareTimestampNanos;
    }

    /** How many datagrams this socket's full buffer has lost so far, as unsigned 32 bits that wrap; -1 while none is lost. */
    public int receiveOverflows() {
        return receiveOverflows;
    }

    /** The index of the interface that received it. */
    public int ifIndex() {
        return ifIndex;
    }

    /** The offset in {@link #control()} of the returned IPv4 options, or -1. */
    public int returnedOptionsOffset() {
        return returnedOptionsOffset;
    }

    /** The length in bytes of the returned IPv4 options. */
    public int returnedOptionsLength() {
        return returnedOptionsLength;
    }

    /** The ancillary bytes in native order, valid until the next reception. */
    public ByteBuffer control() {
        return control;
    }

    /** Whether there is an extended error; the {@code error…} accessors may be called only then. */
    public boolean hasError() {
        return errorOffset >= 0;
    }

    /** The error's errno: for a time stamp {@code ENOMSG}. */
    public int errorErrno() {
        return control.getInt(errorOffset);
    }

    /** One of {@code SO_EE_ORIGIN_…}. */
    public int errorOrigin() {
        return control.get(errorOffset + 4) & 0xff;
    }

    /** The ICMP type. */
    public int errorType() {
        return control.get(errorOffset + 5) & 0xff;
    }

    /** The ICMP code. */
    public int errorCode() {
        return control.get(errorOffset + 6) & 0xff;
    }

    /** The MTU, gateway or pointer of an ICMP error; the kind of a time stamp. */
    public int errorInfo() {
        return control.getInt(errorOffset + 8);
    }

    /** The running id of a time stamp; for RFC 4884, offset and flags of the extension. */
    public int errorData() {
        return control.getInt(errorOffset + 12);
    }

    /** Who sent the ICMP error; {@code AF_UNSPEC} for a local error. */
    public SockAddr offender() {
        return SockAddr.decode(control, errorOffset + SOCK_EXTENDED_ERR_LENGTH, errorLength - SOCK_EXTENDED_ERR_LENGTH);
    }
}
