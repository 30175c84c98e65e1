package net.diag.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * IPv6 node information queries (RFC 4620 §4).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     Type      |     Code      |            Checksum           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             Qtype             |             Flags             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                        Nonce (8 bytes)                        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |   query: the subject, an address or a name · reply: data …
 * </pre>
 *
 * <p>Replies with names carry a TTL (4 bytes) and names in DNS format without compression; those with addresses carry
 * pairs of TTL and address.
 */
public final class NodeInformation {
    public static final int QTYPE_OFFSET = 4;
    public static final int FLAGS_OFFSET = 6;
    public static final int NONCE_OFFSET = 8;
    public static final int DATA_OFFSET = 16;
    public static final int HEADER_LENGTH = 16;

    /** Codes of a query: what the subject is. */
    public static final int SUBJECT_IPV6 = 0;

    public static final int SUBJECT_NAME = 1;
    public static final int SUBJECT_IPV4 = 2;

    /** Codes of a reply. */
    public static final int SUCCESS = 0;

    public static final int REFUSED = 1;
    public static final int UNKNOWN = 2;

    public static final int QTYPE_NOOP = 0;
    public static final int QTYPE_NAME = 2;
    public static final int QTYPE_IPV6 = 3;
    public static final int QTYPE_IPV4 = 4;

    /** In a reply: there were more addresses than fit. */
    public static final int TRUNCATED = 0x01;

    public static final int ALL = 0x02;
    public static final int COMPATIBLE = 0x04;
    public static final int LINK_LOCAL = 0x08;
    public static final int SITE_LOCAL = 0x10;
    public static final int GLOBAL = 0x20;

    private NodeInformation() {}

    /** The header's length, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        return HeaderCheck.of(off, limit, HEADER_LENGTH);
    }

    public static int qtype(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + QTYPE_OFFSET);
    }

    public static int flags(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + FLAGS_OFFSET);
    }

    public static long nonce(ByteBuffer b, int off) {
        return BigEndian.i64(b, off + NONCE_OFFSET);
    }

    /** Write a query's or reply's header, checksum and nonce zero; returns its length. */
    public static int encode(ByteBuffer b, int off, boolean query, int code, int qtypeAndFlags) {
        int type = query ? Icmpv6.NODE_INFORMATION_QUERY : Icmpv6.NODE_INFORMATION_REPLY;
        Icmpv6.encode(b, off, type, code, qtypeAndFlags);
        BigEndian.put64(b, off + NONCE_OFFSET, 0);
        return HEADER_LENGTH;
    }

    public static void putNonce(ByteBuffer b, int off, long nonce) {
        BigEndian.put64(b, off + NONCE_OFFSET, nonce);
    }

    /**
     * The multicast group that the owner of a name listens to (RFC 4620 §5): {@code ff02::2:ff00:0/104} with the first
     * 24 bits of the MD5 of the name's first label, in lower case and with its length in front.
     */
    public static byte[] groupAddress(String name) {
        int dot = name.indexOf('.');
        byte[] label = (dot < 0 ? name : name.substring(0, dot))
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8);
        byte[] group = new byte[Ipv6.ADDRESS_LENGTH];
        group[0] = (byte) 0xff;
        group[1] = 2;
        group[11] = 2;
        group[12] = (byte) 0xff;
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update((byte) label.length);
            System.arraycopy(md5.digest(label), 0, group, 13, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
        return group;
    }
}
