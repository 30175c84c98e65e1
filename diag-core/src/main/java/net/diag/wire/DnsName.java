package net.diag.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Domain names on the wire (RFC 1035 §3.1), compressed ones included (§4.1.4).
 *
 * <pre>
 * +--------+------------- … -+
 * | length | 1 to 63 octets  |   … labels, up to one of length 0, or
 * +--------+------------- … -+
 * +--+--+--------------------+
 * | 1  1|       offset       |   a pointer to the rest, from the message's start
 * +--+--+--------------------+
 * </pre>
 *
 * <p>The text form is that of master files (RFC 1035 §5.1): labels joined by dots, no dot at the end but for the root;
 * a dot or backslash within a label has a backslash in front, other octets beyond printable ASCII are {@code \DDD}. So
 * a name from the network never brings control characters along.
 *
 * <p>A pointer must lead to before the place where its name, or the part read so far, started; so a loop is impossible.
 */
public final class DnsName {
    /** Octets of the longest name on the wire, uncompressed and with the root's. */
    public static final int MAX_LENGTH = 255;

    public static final int MAX_LABEL_LENGTH = 63;

    private static final int POINTER_MASK = 0xc0;

    private DnsName() {}

    /** The offset behind the name at {@code off}, not following pointers; -1 if it is cut or has an unknown label kind. */
    public static int skip(ByteBuffer b, int off, int limit) {
        int at = off;
        while (at < limit) {
            int length = BigEndian.u8(b, at);
            if ((length & POINTER_MASK) == POINTER_MASK) {
                return at + 2 <= limit ? at + 2 : -1;
            }
            if ((length & POINTER_MASK) != 0 || at - off >= MAX_LENGTH) {
                return -1;
            }
            at += 1 + length;
            if (length == 0) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The text of the name at {@code off} in the message from {@code messageOff} to {@code limit}.
     *
     * @return the text, {@code "."} for the root, or null if the name is cut, loops, or is too long
     */
    public static String decode(ByteBuffer b, int messageOff, int limit, int off) {
        StringBuilder out = new StringBuilder();
        int at = off;
        int partStart = off;
        int octets = 0;
        while (at < limit) {
            int length = BigEndian.u8(b, at);
            if ((length & POINTER_MASK) == POINTER_MASK) {
                if (at + 2 > limit) {
                    return null;
                }
                int target = messageOff + (BigEndian.u16(b, at) & 0x3fff);
                if (target >= partStart) {
                    return null;
                }
                at = target;
                partStart = target;
                continue;
            }
            octets += 1 + length;
            if ((length & POINTER_MASK) != 0 || octets > MAX_LENGTH || at + 1 + length > limit) {
                return null;
            }
            if (length == 0) {
                return out.length() == 0 ? "." : out.toString();
            }
            if (out.length() > 0) {
                out.append('.');
            }
            for (int i = 1; i <= length; i++) {
                appendOctet(out, BigEndian.u8(b, at + i));
            }
            at += 1 + length;
        }
        return null;
    }

    private static void appendOctet(StringBuilder out, int octet) {
        if (octet == '.' || octet == '\\') {
            out.append('\\').append((char) octet);
        } else if (octet > ' ' && octet < 0x7f) {
            out.append((char) octet);
        } else {
            out.append('\\').append(octet / 100).append(octet / 10 % 10).append(octet % 10);
        }
    }

    /**
     * Write a name given as text, uncompressed; returns its length.
     *
     * @throws IllegalArgumentException if a label is empty or longer than 63 octets, or the name than 255
     */
    public static int encode(ByteBuffer b, int off, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] wire = new byte[MAX_LENGTH + 1];
        int labelStart = 0;
        int at = 1;
        int end = text.length > 0 && text[text.length - 1] == '.' && !isEscaped(text) ? text.length - 1 : text.length;
        for (int i = 0; i < end; i++) {
            if (at > MAX_LENGTH - 1) {
                throw new IllegalArgumentException("domain name longer than 255 octets: " + name);
            }
            if (text[i] == '.') {
                closeLabel(wire, labelStart, at, name);
                labelStart = at++;
            } else if (text[i] == '\\' && i + 1 < end) {
                i++;
                if (isDigit(text[i]) && i + 2 < end && isDigit(text[i + 1]) && isDigit(text[i + 2])) {
                    wire[at++] = (byte) ((text[i] - '0') * 100 + (text[i + 1] - '0') * 10 + text[i + 2] - '0');
                    i += 2;
                } else {
                    wire[at++] = text[i];
                }
            } else {
                wire[at++] = text[i];
            }
        }
        if (end > 0) {
            closeLabel(wire, labelStart, at, name);
            at++;
        }
        if (at > MAX_LENGTH) {
            throw new IllegalArgumentException("domain name longer than 255 octets: " + name);
        }
        b.put(off, wire, 0, at);
        return at;
    }

    private static void closeLabel(byte[] wire, int start, int end, String name) {
        int length = end - start - 1;
        if (length == 0 || length > MAX_LABEL_LENGTH) {
            throw new IllegalArgumentException("domain name with a label of " + length + " octets: " + name);
        }
        wire[start] = (byte) length;
    }

    /** Is the last character preceded by an odd number of backslashes? */
    private static boolean isEscaped(byte[] text) {
        int backslashes = 0;
        for (int i = text.length - 2; i >= 0 && text[i] == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 != 0;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** The name under which the PTR record of an address of 4 or 16 bytes stands (RFC 1035 §3.5, RFC 3596 §2.5). */
    public static String reverse(byte[] address) {
        StringBuilder out = new StringBuilder(74);
        appendReversed(out, address);
        return out.append(address.length == 4 ? "in-addr.arpa" : "ip6.arpa").toString();
    }

    /** Append the octets, or for IPv6 the nibbles, last first, each with a dot behind it. */
    public static void appendReversed(StringBuilder out, byte[] address) {
        for (int i = address.length - 1; i >= 0; i--) {
            if (address.length == 4) {
                out.append(address[i] & 0xff).append('.');
            } else {
                out.append(Character.forDigit(address[i] & 0xf, 16)).append('.');
                out.append(Character.forDigit(address[i] >>> 4 & 0xf, 16)).append('.');
            }
        }
    }
}
