package net.diag.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the next-generation capture file: one section, one interface block for each interface seen,
 * packets with nanoseconds and, where known, direction and comment (draft-ietf-opsawg-pcapng).
 */
public final class PcapngWriter implements PacketWriter {
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int INTERFACE = 1;
    private static final int STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int OPTION_COMMENT = 1;
    private static final int OPTION_NAME = 2;
    private static final int OPTION_APPLICATION = 4;
    private static final int OPTION_RESOLUTION = 9;

    private final BlockOutput out;
    private int interfaces;

    /** A writer that owns the stream. */
    public PcapngWriter(OutputStream sink, String application) throws IOException {
        out = new BlockOutput(sink);
        byte[] name = application.getBytes(StandardCharsets.UTF_8);
        int length = 28 + 4 + padded(name.length) + 4;
        out.begin(length);
        out.i32(SECTION_HEADER);
        out.i32(length);
        out.i32(BYTE_ORDER_MAGIC);
        out.u16(1);
        out.u16(0);
        out.i32(-1);
        out.i32(-1);
        option(OPTION_APPLICATION, name);
        out.i32(0);
        out.i32(length);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private void option(int code, byte[] value) {
        out.u16(code);
        out.u16(value.length);
        out.bytes(value, 0, value.length);
        out.pad(value.length);
    }

    /** Describes a further interface; returns its number. */
    public int addInterface(int linkType, int snaplen, String name) throws IOException {
        byte[] text = name == null ? new byte[0] : name.getBytes(StandardCharsets.UTF_8);
        int nameOption = name == null ? 0 : 4 + padded(text.length);
        int length = 20 + nameOption + 8 + 4;
        out.begin(length);
        out.i32(INTERFACE);
        out.i32(length);
        out.u16(linkType);
        out.u16(0);
        out.i32(snaplen);
        if (name != null) {
            option(OPTION_NAME, text);
        }
        option(OPTION_RESOLUTION, new byte[] {9});
        out.i32(0);
        out.i32(length);
        return interfaces++;
    }

    @Override
    public void write(PacketReader p) throws IOException {
        write(p, null);
    }

    /**
     * Writes a packet with a comment.
     *
     * @param comment null for none
     */
    public void write(PacketReader p, String comment) throws IOException {
        byte[] text = comment == null ? null : comment.getBytes(StandardCharsets.UTF_8);
        int options = text == null ? 0 : 4 + padded(text.length) + 4;
        int length = 28 + padded(p.captured) + options + 4;
        long nanos = p.nanos() ? p.fraction : p.fraction * 1000L;
        long time = p.seconds * 1_000_000_000L + nanos;
        out.begin(length);
        out.i32(ENHANCED_PACKET);
        out.i32(length);
        out.i32(p.interfaceId);
        out.i32((int) (time >>> 32));
        out.i32((int) time);
        out.i32(p.captured);
        out.i32(p.length);
        out.bytes(p.bytes, p.offset, p.captured);
        out.pad(p.captured);
        if (text != null) {
            option(OPTION_COMMENT, text);
            out.i32(0);
        }
        out.i32(length);
    }

    /** Writes an interface's counters: packets received and dropped by the kernel. */
    public void writeStatistics(int interfaceId, long received, long dropped, long timeNanos) throws IOException {
        int length = 20 + 12 + 12 + 4 + 4;
        out.begin(length);
        out.i32(STATISTICS);
        out.i32(length);
        out.i32(interfaceId);
        out.i32((int) (timeNanos >>> 32));
        out.i32((int) timeNanos);
        counter(4, received);
        counter(7, dropped);
        out.i32(0);
        out.i32(length);
    }

    private void counter(int code, long value) {
        out.u16(code);
        out.u16(8);
        out.i32((int) value);
        out.i32((int) (value >>> 32));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public long size() {
        return out.size();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
