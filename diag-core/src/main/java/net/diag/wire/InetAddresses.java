package net.diag.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * IP addresses as text, as glibc's {@code inet_ntop} and {@code inet_pton} have it.
 *
 * <p>The text of an IPv6 address is that of RFC 5952, with one habit of glibc that the drop-in outputs need: addresses
 * that embed IPv4 ({@code ::ffff:a.b.c.d}, and {@code ::a.b.c.d} too) end in dotted form. {@link InetAddress} prints
 * neither, and asks the resolver when it is given a text; nothing here ever does.
 */
public final class InetAddresses {
    private static final int GROUPS = 8;

    private InetAddresses() {}

    /** The text of an IPv4 address, most significant octet first. */
    public static String format(int ipv4) {
        StringBuilder out = new StringBuilder(15);
        append(out, ipv4);
        return out.toString();
    }

    /** The text of an address of 4 or 16 bytes. */
    public static String format(byte[] address) {
        return format(ByteBuffer.wrap(address), 0, address.length);
    }

    /** The text of an address without scope; its zone is a matter of the caller's namespace. */
    public static String format(InetAddress address) {
        return format(address.getAddress());
    }

    /** The text of an address of 4 or 16 bytes in a packet. */
    public static String format(ByteBuffer b, int off, int length) {
        StringBuilder out = new StringBuilder(40);
        append(out, b, off, length);
        return out.toString();
    }

    /** Append the text of an IPv4 address. */
    public static void append(StringBuilder out, int ipv4) {
        out.append(ipv4 >>> 24).append('.').append(ipv4 >>> 16 & 0xff);
        out.append('.').append(ipv4 >>> 8 & 0xff).append('.').append(ipv4 & 0xff);
    }

    /** Append the text of an address of 4 or 16 bytes in a packet. */
    public static void append(StringBuilder out, ByteBuffer b, int off, int length) {
        if (length == 4) {
            append(out, BigEndian.i32(b, off));
        } else if (length == Ipv6.ADDRESS_LENGTH) {
            appendIpv6(out, b, off);
        } else {
            throw new IllegalArgumentException("address of " + length + " bytes");
        }
    }

    private static void appendIpv6(StringBuilder out, ByteBuffer b, int off) {
        // The first longest run of two or more zero groups becomes "::".
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = 0;
            while (i + length < GROUPS && BigEndian.u16(b, off + 2 * (i + length)) == 0) {
                length++;
            }
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
            i += length;
        }
        boolean embedded = runStart == 0 && (runLength == 6 || runLength == 5 && BigEndian.u16(b, off + 10) == 0xffff);
        int groups = embedded ? 6 : GROUPS;
        for (int i = 0; i < groups; i++) {
            if (i == runStart) {
                out.append("::");
                i += runLength - 1;
                continue;
            }
            if (i > 0 && i != runStart + runLength) {
                out.append(':');
            }
            Hex.trimmed(out, BigEndian.u16(b, off + 2 * i));
        }
        if (embedded) {
            if (runLength == 5) {
                out.append(':');
            }
            append(out, BigEndian.i32(b, off + 12));
        }
    }

    /**
     * Parse an address as {@code inet_pton} does: no host name, no scope, no octal, no missing parts.
     *
     * @return 4 or 16 bytes, or null if the text is no address
     */
    public static byte[] parse(String text) {
        return text.indexOf(':') >= 0 ? parseIpv6(text) : parseIpv4(text, 0);
    }

    /** An {@link InetAddress} of 4 or 16 bytes; one that maps IPv4 stays an IPv6 address. */
    public static InetAddress toInetAddress(byte[] address) {
        try {
            return address.length == Ipv6.ADDRESS_LENGTH
                    ? Inet6Address.getByAddress(null, address, -1)
                    : InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address of " + address.length + " bytes", e);
        }
    }

    private static byte[] parseIpv4(String text, int from) {
        byte[] address = new byte[4];
        int octets = 0;
        int digits = 0;
        int octet = 0;
        for (int i = from; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (digits > 0 && octet == 0) {
                    return null;
                }
                octet = octet * 10 + c - '0';
                digits++;
                if (octet > 255) {
                    return null;
                }
            } else if (c == '.' && digits > 0 && octets < 4) {
                address[octets++] = (byte) octet;
                digits = 0;
                octet = 0;
            } else {
                return null;
            }
        }
        return octets == 4 ? address : null;
    }

    private static byte[] parseIpv6(String text) {
        byte[] address = new byte[Ipv6.ADDRESS_LENGTH];
        int bytes = 0;
        int gap = -1;
        int i = 0;
        if (text.startsWith("::")) {
            gap = 0;
            i = 2;
        }
        while (i < text.length()) {
            int end = i;
            int group = 0;
            while (end < text.length() && hexDigit(text.charAt(end)) >= 0) {
                group = group << 4 | hexDigit(text.charAt(end++));
                if (end - i > 4) {
                    return null;
                }
            }
            if (end < text.length() && text.charAt(end) == '.') {
                byte[] tail = bytes <= 12 ? parseIpv4(text, i) : null;
                if (tail == null) {
                    return null;
                }
                System.arraycopy(tail, 0, address, bytes, 4);
                bytes += 4;
                break;
            }
            if (end == i || bytes == Ipv6.ADDRESS_LENGTH) {
                return null;
            }
            address[bytes++] = (byte) (group >>> 8);
            address[bytes++] = (byte) group;
            if (end == text.length()) {
                break;
            }
            if (text.charAt(end) != ':' || end + 1 == text.length()) {
                return null;
            }
            i = end + 1;
            if (text.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = bytes;
                i++;
            }
        }
        return spread(address, bytes, gap);
    }

    /** Move what was read behind the gap to the end. */
    private static byte[] spread(byte[] address, int bytes, int gap) {
        if (gap < 0) {
            return bytes == Ipv6.ADDRESS_LENGTH ? address : null;
        }
        if (bytes == Ipv6.ADDRESS_LENGTH) {
            return null;
        }
        byte[] whole = new byte[Ipv6.ADDRESS_LENGTH];
        System.arraycopy(address, 0, whole, 0, gap);
        System.arraycopy(address, gap, whole, Ipv6.ADDRESS_LENGTH - (bytes - gap), bytes - gap);
        return whole;
    }

    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
