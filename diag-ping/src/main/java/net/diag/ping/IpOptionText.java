package net.diag.ping;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.diag.wire.InetAddresses;

/**
 * IPv4 options of a reply as iputils prints them: recorded route, source route, time stamps (RFC 791
 * §3.1). Remembers the last route, to say that it is the same.
 */
final class IpOptionText {
    private static final int END = 0;
    private static final int NOP = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;
    private static final int LOOSE_ROUTE = 131;
    private static final int STRICT_ROUTE = 137;

    /** The pointer of an empty route option, and of an empty time stamp option. */
    private static final int FIRST_ROUTE_SLOT = 4;

    private static final int FIRST_TIMESTAMP_SLOT = 5;
    private static final int NOT_STANDARD = 0x8000_0000;

    private byte[] lastRoute = new byte[0];

    /** How an address is named: by number, or by its PTR name too. */
    interface Names {
        String of(byte[] ipv4Address);
    }

    /** Append all of {@code options}; lengths that overrun end it. */
    void append(StringBuilder out, byte[] options, Names names) {
        int at = 0;
        while (at < options.length && options[at] != END) {
            if (options[at] == NOP) {
                out.append("\nNOP");
                at++;
                continue;
            }
            int length = at + 1 < options.length ? options[at + 1] & 0xff : 0;
            if (length < 2 || length > options.length - at) {
                return;
            }
            appendOption(out, Arrays.copyOfRange(options, at, at + length), names);
            at += length;
        }
    }

    private void appendOption(StringBuilder out, byte[] option, Names names) {
        int kind = option[0] & 0xff;
        if (kind == RECORD_ROUTE) {
            appendRecordedRoute(out, option, names);
        } else if (kind == TIMESTAMP) {
            appendTimestamps(out, option, names);
        } else if (kind == LOOSE_ROUTE || kind == STRICT_ROUTE) {
            out.append(kind == STRICT_ROUTE ? "\nSSRR: " : "\nLSRR: ");
            appendAddresses(out, option, 3, option.length, names);
        } else {
            out.append("\nunknown option ").append(Integer.toHexString(kind));
        }
    }

    private void appendRecordedRoute(StringBuilder out, byte[] option, Names names) {
        int end = pointer(option) - 1;
        if (option.length < 3 || end < FIRST_ROUTE_SLOT) {
            return;
        }
        byte[] route = Arrays.copyOfRange(option, 3, end);
        if (Arrays.equals(route, lastRoute)) {
            out.append("\t(same route)");
            return;
        }
        lastRoute = route;
        out.append("\nRR: ");
        appendAddresses(out, option, 3, end, names);
    }

    /** The pointer octet, not beyond the option (1-based, so one more than the length at most). */
    private static int pointer(byte[] option) {
        return option.length < 3 ? 0 : Math.min(option[2] & 0xff, option.length + 1);
    }

    private static void appendAddresses(StringBuilder out, byte[] option, int from, int end, Names names) {
        for (int at = from; at + 4 <= end; at += 4) {
            out.append('\t').append(address(option, at, names)).append('\n');
        }
    }

    private static String address(byte[] option, int at, Names names) {
        byte[] a = Arrays.copyOfRange(option, at, at + 4);
        return (a[0] | a[1] | a[2] | a[3]) == 0 ? InetAddresses.format(a) : names.of(a);
    }

    private static void appendTimestamps(StringBuilder out, byte[] option, Names names) {
        int end = pointer(option) - 1;
        if (option.length < 4 || end < FIRST_TIMESTAMP_SLOT) {
            return;
        }
        int flags = option[3] & 0xff;
        boolean withAddress = (flags & 0xf) != PingOptions.TS_ONLY;
        ByteBuffer b = ByteBuffer.wrap(option);
        long standard = 0;
        long other = 0;
        out.append("\nTS: ");
        int step = withAddress ? 8 : 4;
        for (int at = 4; at + step <= end; at += step) {
            if (withAddress) {
                out.append('\t').append(address(option, at, names));
            }
            int raw = b.getInt(at + step - 4);
            long time = raw & 0x7fff_ffffL;
            out.append('\t');
            if ((raw & NOT_STANDARD) != 0) {
                out.append(other == 0 ? time : time - other);
                out.append(other == 0 ? " absolute not-standard" : " not-standard");
                other = time;
            } else {
                out.append(standard == 0 ? time : time - standard);
                out.append(standard == 0 ? " absolute" : "");
                standard = time;
            }
            out.append('\n');
        }
        if (flags >> 4 != 0) {
            out.append("Unrecorded hops: ").append(flags >> 4).append('\n');
        }
    }
}
