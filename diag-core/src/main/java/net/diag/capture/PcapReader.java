package net.diag.capture;

import java.io.IOException;

/**
 * Reads the classic capture file: a header of 24 bytes, then records of a header of 16 (or 24, in
 * Kuznetzov's variant) and the packet. Both byte orders, micro- and nanoseconds. See
 * draft-ietf-opsawg-pcap and pcap-savefile(5).
 */
final class PcapReader extends PacketReader {
    static final int MICROS = 0xa1b2c3d4;
    static final int NANOS = 0xa1b23c4d;
    static final int KUZNETZOV = 0xa1b2cd34;
    private static final int MAXIMUM_SNAPLEN = 262144;
    private static final int FILE_HEADER = 24;

    private final ByteWindow in;
    private final boolean little;
    private final int recordHeader;
    private final int linkType;
    private final int snaplen;
    private final int maximum;
    private final boolean swappedLengths;
    private final boolean maybeSwapped;
    private final boolean nanos;
    private final int multiplier;
    private final int divisor;

    PcapReader(ByteWindow in, boolean little, boolean wantNanos) throws IOException {
        this.in = in;
        this.little = little;
        int magic = in.i32(0, little);
        recordHeader = magic == KUZNETZOV ? 24 : 16;
        if (!in.require(FILE_HEADER)) {
            throw new CaptureFileException(
                    "truncated dump file; tried to read 24 file header bytes, only got " + in.available());
        }
        int major = in.u16(4, little);
        int minor = in.u16(6, little);
        if (major != 2 && major != 543) {
            throw new CaptureFileException("unknown major version number " + major);
        }
        int snap = in.i32(16, little);
        snaplen = snap <= 0 || snap == Integer.MAX_VALUE ? MAXIMUM_SNAPLEN : snap;
        maximum = Math.max(snaplen, MAXIMUM_SNAPLEN);
        linkType = in.i32(20, little) & 0xffff;
        swappedLengths = major == 2 && minor < 3 || major == 543;
        maybeSwapped = major == 2 && minor == 3;
        boolean fileNanos = magic == NANOS;
        nanos = wantNanos;
        multiplier = wantNanos && !fileNanos ? 1000 : 1;
        divisor = fileNanos && !wantNanos ? 1000 : 1;
        in.position += FILE_HEADER;
    }

    @Override
    public boolean next() throws IOException {
        ByteWindow w = in;
        if (!w.require(recordHeader)) {
            if (w.available() > 0) {
                throw new CaptureFileException("truncated dump file; tried to read " + recordHeader
                        + " header bytes, only got " + w.available());
            }
            return false;
        }
        seconds = w.i32(0, little) & 0xffffffffL;
        int part = w.i32(4, little);
        fraction = divisor == 1 ? part * multiplier : Integer.divideUnsigned(part, divisor);
        int caplen = w.i32(8, little);
        int len = w.i32(12, little);
        if (swappedLengths || maybeSwapped && Integer.compareUnsigned(caplen, len) > 0) {
            int swap = caplen;
            caplen = len;
            len = swap;
        }
        if (Integer.compareUnsigned(caplen, maximum) > 0) {
            throw new CaptureFileException("invalid packet capture length " + Integer.toUnsignedString(caplen)
                    + ", bigger than " + (snaplen > MAXIMUM_SNAPLEN ? "snaplen of " : "maximum of ") + maximum);
        }
        if (!w.require(recordHeader + caplen)) {
            throw new CaptureFileException("truncated dump file; tried to read " + caplen + " captured bytes, only got "
                    + (w.available() - recordHeader));
        }
        bytes = w.bytes;
        offset = w.position + recordHeader;
        captured = snaplen < caplen ? snaplen : caplen;
        length = len;
        w.position = offset + caplen;
        return true;
    }

    @Override
    public int linkType() {
        return linkType;
    }

    @Override
    public int snaplen() {
        return snaplen;
    }

    @Override
    public boolean nanos() {
        return nanos;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
