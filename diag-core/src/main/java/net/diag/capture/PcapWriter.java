package net.diag.capture;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the classic capture file, little-endian, with micro- or nanoseconds (pcap-savefile(5)). */
public final class PcapWriter implements PacketWriter {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final BlockOutput out;

    /** A writer that owns the stream. */
    public PcapWriter(OutputStream sink, int linkType, int snaplen, boolean nanos) throws IOException {
        out = new BlockOutput(sink);
        out.begin(FILE_HEADER);
        out.i32(nanos ? PcapReader.NANOS : PcapReader.MICROS);
        out.u16(2);
        out.u16(4);
        out.i32(0);
        out.i32(0);
        out.i32(snaplen);
        out.i32(linkType);
    }

    @Override
    public void write(PacketReader p) throws IOException {
        out.begin(RECORD_HEADER + p.captured);
        out.i32((int) p.seconds);
        out.i32(p.fraction);
        out.i32(p.captured);
        out.i32(p.length);
        out.bytes(p.bytes, p.offset, p.captured);
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
