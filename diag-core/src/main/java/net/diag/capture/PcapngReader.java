package net.diag.capture;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the next-generation capture file: sections of blocks, each section with its own byte order
 * and interfaces (draft-ietf-opsawg-pcapng). Blocks that carry no packet are passed over. As in
 * libpcap, all interfaces must share one link type, since a printer is chosen once for a file.
 */
final class PcapngReader extends PacketReader {
    static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int MAXIMUM_BLOCK = 16 << 20;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_OFFSET = 14;
    private static final int MAXIMUM_SNAPLEN = 262144;

    private final ByteWindow in;
    private final boolean nanos;
    private boolean little;
    private int interfaces;
    private long[] unitsPerSecond = new long[4];
    private long[] secondsOffset = new long[4];
    private int linkType;
    private int snaplen;
    private boolean haveLinkType;

    PcapngReader(ByteWindow in, boolean wantNanos) throws IOException {
        this.in = in;
        nanos = wantNanos;
        readSectionHeader();
        while (interfaces == 0) {
            if (!in.require(8)) {
                throw new CaptureFileException("the capture file has no Interface Description Blocks");
            }
            int type = in.i32(0, little);
            if (type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == PACKET) {
                throw new CaptureFileException(
                        "the capture file has a packet block before any " + "Interface Description Blocks");
            }
            readOtherBlock(type);
        }
    }

    private void readSectionHeader() throws IOException {
        if (!in.require(12)) {
            throw truncated(12);
        }
        int magic = in.i32(8, false);
        if (magic == BYTE_ORDER_MAGIC) {
            little = false;
        } else if (magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
            little = true;
        } else {
            throw new CaptureFileException(
                    "byte order magic 0x" + Integer.toHexString(magic) + " in a section header block is unknown");
        }
        int length = blockLength(28);
        int major = in.u16(12, little);
        int minor = in.u16(14, little);
        if (major != 1 || minor != 0 && minor != 2) {
            throw new CaptureFileException("unsupported pcapng savefile version " + major + "." + minor);
        }
        interfaces = 0;
        in.position += length;
    }

    private int blockLength(int minimum) throws IOException {
        int length = in.i32(4, little);
        if (length < minimum || length > MAXIMUM_BLOCK) {
            throw new CaptureFileException("block in pcapng dump file has a length of "
                    + Integer.toUnsignedString(length)
                    + (length < minimum && length >= 0 ? " < " + minimum : " > " + MAXIMUM_BLOCK));
        }
        if ((length & 3) != 0) {
            throw new CaptureFileException(
                    "block in pcapng dump file has a length of " + length + " that is not a multiple of 4");
        }
        if (!in.require(length)) {
            throw truncated(length);
        }
        if (in.i32(length - 4, little) != length) {
            throw new CaptureFileException("block total length in header and trailer don't match");
        }
        return length;
    }

    private CaptureFileException truncated(int wanted) {
        return new CaptureFileException(
                "truncated pcapng dump file; tried to read " + wanted + " bytes, only got " + in.available());
    }

    private void readOtherBlock(int type) throws IOException {
        if (type == SECTION_HEADER) {
            readSectionHeader();
            return;
        }
        int length = blockLength(type == INTERFACE ? 20 : 12);
        if (type == INTERFACE) {
            readInterface(length);
        }
        in.position += length;
    }

    private void readInterface(int length) throws IOException {
        int type = in.u16(8, little);
        int snap = in.i32(12, little);
        int kept = snap <= 0 || snap == Integer.MAX_VALUE ? MAXIMUM_SNAPLEN : snap;
        if (haveLinkType && type != linkType) {
            throw new CaptureFileException(
                    "an interface has a type " + type + " different from the type of the first interface");
        }
        if (haveLinkType && kept != snaplen) {
            throw new CaptureFileException("an interface has a snapshot length " + kept
                    + " different from the snapshot length of the first interface");
        }
        haveLinkType = true;
        linkType = type;
        snaplen = kept;
        if (interfaces == unitsPerSecond.length) {
            if (interfaces >= 1 << 16) {
                throw new CaptureFileException("there are more than 65536 interfaces in the file");
            }
            unitsPerSecond = Arrays.copyOf(unitsPerSecond, interfaces * 2);
            secondsOffset = Arrays.copyOf(secondsOffset, interfaces * 2);
        }
        unitsPerSecond[interfaces] = 1_000_000;
        secondsOffset[interfaces] = 0;
        readInterfaceOptions(length);
        interfaces++;
    }

    private void readInterfaceOptions(int length) throws IOException {
        int at = 16;
        while (at + 4 <= length - 4) {
            int code = in.u16(at, little);
            int size = in.u16(at + 2, little);
            at += 4;
            if (code == 0 || at + size > length - 4) {
                return;
            }
            if (code == OPTION_RESOLUTION && size >= 1) {
                unitsPerSecond[interfaces] = resolution(in.bytes[in.position + at] & 0xff);
            } else if (code == OPTION_OFFSET && size >= 8) {
                long low = in.i32(little ? at : at + 4, little) & 0xffffffffL;
                long high = in.i32(little ? at + 4 : at, little);
                secondsOffset[interfaces] = high << 32 | low;
            }
            at += size + 3 & ~3;
        }
    }

    private static long resolution(int code) throws IOException {
        int exponent = code & 0x7f;
        if ((code & 0x80) != 0) {
            if (exponent > 62) {
                throw new CaptureFileException(
                        "Interface Description Block if_tsresol option resolution 2^-" + exponent + " is too high");
            }
            return 1L << exponent;
        }
        if (exponent > 18) {
            throw new CaptureFileException(
                    "Interface Description Block if_tsresol option resolution 10^-" + exponent + " is too high");
        }
        long units = 1;
        for (int i = 0; i < exponent; i++) {
            units *= 10;
        }
        return units;
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            if (!in.require(8)) {
                if (in.available() > 0) {
                    throw truncated(8);
                }
                return false;
            }
            int type = in.i32(0, little);
            switch (type) {
                case ENHANCED_PACKET -> {
                    return packet(blockLength(32), in.i32(8, little), 28);
                }
                case PACKET -> {
                    return packet(blockLength(32), in.u16(8, little), 28);
                }
                case SIMPLE_PACKET -> {
                    return simplePacket(blockLength(16));
                }
                default -> readOtherBlock(type);
            }
        }
    }

    private boolean packet(int blockLength, int id, int header) throws IOException {
        if (id < 0 || id >= interfaces) {
            throw new CaptureFileException("a packet arrived on interface " + Integer.toUnsignedString(id)
                    + ", but there's no Interface Description Block for that interface");
        }
        long high = in.i32(12, little);
        long time = high << 32 | in.i32(16, little) & 0xffffffffL;
        int caplen = in.i32(20, little);
        length = in.i32(24, little);
        interfaceId = id;
        long units = unitsPerSecond[id];
        seconds = Long.divideUnsigned(time, units) + secondsOffset[id];
        long part = Long.remainderUnsigned(time, units);
        long wanted = nanos ? 1_000_000_000 : 1_000_000;
        fraction = (int) scale(part, units, wanted);
        return place(blockLength, header, caplen);
    }

    private static long scale(long part, long units, long wanted) {
        if (units == wanted) {
            return part;
        }
        if (units > 9_000_000_000L) {
            return (long) ((double) part / units * wanted);
        }
        return part * wanted / units;
    }

    private boolean simplePacket(int blockLength) throws IOException {
        if (interfaces == 0) {
            throw new CaptureFileException("a packet arrived on interface 0, but there's no Interface Description "
                    + "Block for that interface");
        }
        length = in.i32(8, little);
        interfaceId = 0;
        seconds = 0;
        fraction = 0;
        return place(blockLength, 12, Integer.compareUnsigned(length, snaplen) > 0 ? snaplen : length);
    }

    private boolean place(int blockLength, int header, int caplen) throws IOException {
        if (Integer.compareUnsigned(caplen, Math.max(snaplen, MAXIMUM_SNAPLEN)) > 0) {
            throw new CaptureFileException("invalid packet capture length " + Integer.toUnsignedString(caplen)
                    + ", bigger than snaplen of " + snaplen);
        }
        if (caplen > blockLength - header - 4) {
            throw new CaptureFileException(
                    "block in pcapng dump file has a packet of " + caplen + " bytes that does not fit it");
        }
        bytes = in.bytes;
        offset = in.position + header;
        captured = Math.min(caplen, snaplen);
        in.position += blockLength;
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
