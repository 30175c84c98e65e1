package net.diag.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A resource record (RFC 1035 §4.1.3), independent of the message that it came in.
 *
 * @param name its owner, as text
 * @param type the {@link DnsType}
 * @param recordClass {@link Dns#CLASS_IN} as a rule
 * @param ttlSeconds how long it may be kept, unsigned
 * @param data its data, names in it uncompressed
 */
public record DnsRecord(String name, int type, int recordClass, long ttlSeconds, byte[] data) {
    /** Length of what stands between a record's name and its data. */
    static final int FIXED_LENGTH = 10;

    /** A record with an address of 4 (A) or 16 (AAAA) bytes. */
    public static DnsRecord address(String name, long ttlSeconds, byte[] address) {
        int type = address.length == 4 ? DnsType.A : DnsType.AAAA;
        return new DnsRecord(name, type, Dns.CLASS_IN, ttlSeconds, address);
    }

    /** A record whose data is a name: PTR, CNAME or NS. */
    public static DnsRecord target(String name, int type, long ttlSeconds, String target) {
        ByteBuffer b = ByteBuffer.allocate(DnsName.MAX_LENGTH);
        int length = DnsName.encode(b, 0, target);
        return new DnsRecord(name, type, Dns.CLASS_IN, ttlSeconds, BigEndian.copy(b, 0, length));
    }

    /** A TXT record with one string, which is cut in pieces of 255 octets. */
    public static DnsRecord text(String name, long ttlSeconds, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer b = ByteBuffer.allocate(bytes.length + bytes.length / 255 + 1);
        int from = 0;
        do {
            int length = Math.min(255, bytes.length - from);
            b.put((byte) length).put(bytes, from, length);
            from += length;
        } while (from < bytes.length);
        return new DnsRecord(name, DnsType.TXT, Dns.CLASS_IN, ttlSeconds, Arrays.copyOf(b.array(), b.position()));
    }

    /** The name that the data of a PTR, CNAME, NS or DNAME record is, as text; null if it is none. */
    public String target() {
        return DnsName.decode(ByteBuffer.wrap(data), 0, data.length, 0);
    }

    /** The strings of a TXT record, as far as they are whole. Not escaped: they may hold control characters. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < data.length) {
            int length = data[at] & 0xff;
            if (at + 1 + length > data.length) {
                break;
            }
            texts.add(new String(data, at + 1, length, StandardCharsets.UTF_8));
            at += 1 + length;
        }
        return texts;
    }

    /**
     * Decode the record at {@code off} of the message from {@code messageOff} to {@code limit}.
     *
     * @return the record, or null if it is cut or its name is none; it ends at {@link #end}
     */
    static DnsRecord decode(ByteBuffer b, int messageOff, int limit, int off) {
        int end = end(b, off, limit);
        String name = end < 0 ? null : DnsName.decode(b, messageOff, limit, off);
        if (name == null) {
            return null;
        }
        int fixed = DnsName.skip(b, off, limit);
        int type = BigEndian.u16(b, fixed);
        byte[] data = expand(b, messageOff, end, fixed + FIXED_LENGTH, type);
        return new DnsRecord(name, type, BigEndian.u16(b, fixed + 2), BigEndian.u32(b, fixed + 4), data);
    }

    /** Where the record at {@code off} ends; -1 if that is beyond {@code limit}. */
    static int end(ByteBuffer b, int off, int limit) {
        int fixed = DnsName.skip(b, off, limit);
        if (fixed < 0 || fixed + FIXED_LENGTH > limit) {
            return -1;
        }
        int end = fixed + FIXED_LENGTH + BigEndian.u16(b, fixed + 8);
        return end > limit ? -1 : end;
    }

    /** Copy data out; a name in a type old enough to be compressed (RFC 3597 §4) is written in full. */
    private static byte[] expand(ByteBuffer b, int messageOff, int end, int off, int type) {
        int names = type == DnsType.SOA ? 2 : type == DnsType.MX || isName(type) ? 1 : 0;
        int at = type == DnsType.MX ? off + 2 : off;
        ByteBuffer out = ByteBuffer.allocate(end - off + names * DnsName.MAX_LENGTH);
        int written = Math.min(at, end) - off;
        out.put(0, BigEndian.copy(b, off, written));
        for (int i = 0; i < names; i++) {
            int next = DnsName.skip(b, at, end);
            String name = next < 0 ? null : DnsName.decode(b, messageOff, end, at);
            if (name == null) {
                return BigEndian.copy(b, off, end - off);
            }
            written += DnsName.encode(out, written, name);
            at = next;
        }
        out.put(written, BigEndian.copy(b, at, end - at));
        return Arrays.copyOf(out.array(), written + end - at);
    }

    private static boolean isName(int type) {
        return type == DnsType.NS || type == DnsType.CNAME || type == DnsType.PTR;
    }

    /** Write the record, uncompressed; returns its length. */
    int encode(ByteBuffer b, int off) {
        int fixed = off + DnsName.encode(b, off, name);
        BigEndian.put16(b, fixed, type);
        BigEndian.put16(b, fixed + 2, recordClass);
        BigEndian.put32(b, fixed + 4, (int) ttlSeconds);
        BigEndian.put16(b, fixed + 8, data.length);
        b.put(fixed + FIXED_LENGTH, data);
        return fixed + FIXED_LENGTH + data.length - off;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DnsRecord o
                && o.name.equals(name)
                && o.type == type
                && o.recordClass == recordClass
                && o.ttlSeconds == ttlSeconds
                && Arrays.equals(o.data, data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, recordClass, ttlSeconds, Arrays.hashCode(data));
    }
}
