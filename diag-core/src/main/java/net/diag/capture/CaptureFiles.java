package net.diag.capture;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens capture files of any known format, told apart by their first bytes, not their names. */
public final class CaptureFiles {
    private CaptureFiles() {}

    /**
     * Opens a file, {@code -} for standard input. The caller closes the reader.
     *
     * @param nanos whether fractions are wanted in nanoseconds
     */
    public static PacketReader open(String name, boolean nanos) throws IOException {
        if (name.equals("-")) {
            return read(new FileInputStream(FileDescriptor.in).getChannel(), nanos);
        }
        return read(FileChannel.open(Path.of(name), StandardOpenOption.READ), nanos);
    }

    private static PacketReader read(ReadableByteChannel channel, boolean nanos) throws IOException {
        ByteWindow in = new ByteWindow(channel);
        if (!in.require(4)) {
            throw new CaptureFileException(
                    "truncated dump file; tried to read 4 file header bytes, only got " + in.available());
        }
        int magic = in.i32(0, false);
        if (magic == PcapngReader.SECTION_HEADER) {
            return new PcapngReader(in, nanos);
        }
        for (boolean little : new boolean[] {false, true}) {
            int ordered = little ? Integer.reverseBytes(magic) : magic;
            if (ordered == PcapReader.MICROS || ordered == PcapReader.NANOS || ordered == PcapReader.KUZNETZOV) {
                return new PcapReader(in, little, nanos);
            }
        }
        String program = Compression.detect(magic);
        if (program != null) {
            return read(Channels.newChannel(Compression.decompress(new WindowStream(in), program)), nanos);
        }
        throw new CaptureFileException("unknown file format");
    }

    /**
     * Creates a file to write, {@code -} for standard output; compressed if its name says so ({@code .gz .zst
     * .lz4 .xz .bz2}).
     */
    public static OutputStream create(String name) throws IOException {
        if (name.equals("-")) {
            return new FileOutputStream(FileDescriptor.out);
        }
        OutputStream file = new FileOutputStream(name);
        String program = Compression.ofName(name);
        return program == null ? file : Compression.compress(new File(name), file, program);
    }
}
