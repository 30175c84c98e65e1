package net.diag.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.diag.capture.CaptureFiles;
import net.diag.capture.PacketReader;
import net.diag.dump.print.Dissection;
import net.diag.dump.print.PacketPrinter;
import net.diag.dump.print.PrintOptions;
import net.diag.dump.print.SessionState;
import net.diag.dump.print.ZoneOffsets;
import org.junit.jupiter.api.Test;

/** Mutated captures: no exception, no endless text, no control character. */
class HostileCaptureTest {
    /** Mutations of each packet; {@code -Ddiag.fuzz=N} for more. */
    private static final int ROUNDS = Integer.getInteger("diag.fuzz", 3);

    private static final int MOST_TEXT = 8 << 20;

    /** A packet of an array of one's own. */
    private static final class Single extends PacketReader {
        private final int linkType;

        Single(int linkType) {
            this.linkType = linkType;
        }

        @Override
        public boolean next() {
            return true;
        }

        @Override
        public int linkType() {
            return linkType;
        }

        @Override
        public int snaplen() {
            return 262144;
        }

        @Override
        public boolean nanos() {
            return false;
        }

        @Override
        public void close() {}
    }

    @Test
    void mutatedPacketsNeitherThrowNorFlood() throws IOException {
        Path folder = Path.of("src/test/resources/tcpdump-suite");
        List<Path> captures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().matches(".*\\.pcap(ng)?")).sorted().forEach(captures::add);
        }
        Random random = new Random(7);
        for (Path capture : captures) {
            mutate(capture, random);
        }
    }

    private static void mutate(Path capture, Random random) throws IOException {
        try (PacketReader reader = CaptureFiles.open(capture.toString(), false)) {
            Single packet = new Single(reader.linkType());
            PrintOptions options = new PrintOptions();
            options.numeric = true;
            options.verbose = random.nextInt(4);
            options.linkHeader = random.nextBoolean();
            Dissection d = new Dissection(options, new NumericNames(), new SessionState());
            PacketPrinter printer = new PacketPrinter(d, reader.linkType(), ZoneOffsets.of("UTC"));
            for (int count = 0; count < 40 && next(reader); count++) {
                for (int round = 0; round < ROUNDS; round++) {
                    change(reader, packet, random);
                    print(printer, d, packet, capture);
                }
            }
        }
    }

    private static boolean next(PacketReader reader) {
        try {
            return reader.next();
        } catch (IOException e) {
            return false;
        }
    }

    private static void change(PacketReader reader, Single packet, Random random) {
        int size = reader.captured;
        packet.bytes = new byte[size];
        System.arraycopy(reader.bytes, reader.offset, packet.bytes, 0, size);
        for (int i = random.nextInt(6); i > 0 && size > 0; i--) {
            int at = random.nextInt(size);
            packet.bytes[at] = random.nextInt(3) == 0 ? (byte) (random.nextInt(3) - 1) : (byte) random.nextInt();
        }
        packet.captured = random.nextInt(4) == 0 && size > 0 ? 1 + random.nextInt(size) : size;
        packet.length = Math.max(packet.captured, reader.length);
        packet.seconds = reader.seconds;
        packet.fraction = reader.fraction;
    }

    private static void print(PacketPrinter printer, Dissection d, Single packet, Path capture) {
        d.clear();
        try {
            printer.print(packet, 1);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(capture + ": " + hex(packet), e);
        }
        assertTrue(d.size() < MOST_TEXT, () -> capture + ": " + d.size() + " bytes of text: " + hex(packet));
        byte[] text = d.takeBuffer();
        for (int i = 0; i < d.size(); i++) {
            boolean plain = text[i] == '\n' || text[i] == '\t' || text[i] >= 0x20 && text[i] != 0x7f;
            assertEquals(true, plain, () -> capture + ": a control character: " + hex(packet));
        }
    }

    private static String hex(PacketReader p) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < p.captured; i++) {
            text.append(String.format("%02x", p.bytes[i]));
        }
        return text.toString();
    }
}
