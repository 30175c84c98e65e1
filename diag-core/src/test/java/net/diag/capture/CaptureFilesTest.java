package net.diag.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back, in each format and compression; a cut file is read to its last whole packet. */
class CaptureFilesTest {
    @TempDir
    Path folder;

    private static final class Sample extends PacketReader {
        private int left = 3;

        @Override
        public boolean next() {
            if (left == 0) {
                return false;
            }
            bytes = new byte[] {9, 1, 2, 3, 4, 5, (byte) left};
            offset = 1;
            captured = 4 + left--;
            captured = Math.min(captured, 6);
            length = 1500;
            seconds = 3_000_000_000L + left;
            fraction = 123_456_789;
            return true;
        }

        @Override
        public int linkType() {
            return LinkType.ETHERNET;
        }

        @Override
        public int snaplen() {
            return 1000;
        }

        @Override
        public boolean nanos() {
            return true;
        }

        @Override
        public void close() {}
    }

    private String write(String name) throws IOException {
        String path = folder.resolve(name).toString();
        Sample sample = new Sample();
        try (PacketWriter writer = writer(path)) {
            while (sample.next()) {
                writer.write(sample);
            }
        }
        return path;
    }

    private static PacketWriter writer(String path) throws IOException {
        if (path.contains("pcapng")) {
            PcapngWriter writer = new PcapngWriter(CaptureFiles.create(path), "test");
            writer.addInterface(LinkType.ETHERNET, 1000, "eth0");
            return writer;
        }
        return new PcapWriter(CaptureFiles.create(path), LinkType.ETHERNET, 1000, true);
    }

    @Test
    void bothFormatsComeBackEqual() throws IOException {
        for (String name : new String[] {"a.pcap", "a.pcapng", "a.pcap.gz", "a.pcapng.gz"}) {
            try (PacketReader reader = CaptureFiles.open(write(name), true)) {
                assertEquals(LinkType.ETHERNET, reader.linkType());
                assertEquals(1000, reader.snaplen());
                Sample expected = new Sample();
                while (expected.next()) {
                    assertTrue(reader.next(), name);
                    assertEquals(expected.seconds, reader.seconds, name);
                    assertEquals(expected.fraction, reader.fraction, name);
                    assertEquals(expected.length, reader.length, name);
                    assertArrayEquals(
                            Arrays.copyOfRange(expected.bytes, expected.offset, expected.offset + expected.captured),
                            Arrays.copyOfRange(reader.bytes, reader.offset, reader.offset + reader.captured),
                            name);
                }
                assertFalse(reader.next(), name);
            }
        }
    }

    @Test
    void aFileCutAnywhereGivesItsWholePacketsAndAClearMessage() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(write("b.pcap")));
        for (int size = 24; size < whole.length; size++) {
            Path cut = folder.resolve("cut.pcap");
            Files.write(cut, Arrays.copyOf(whole, size));
            try (PacketReader reader = CaptureFiles.open(cut.toString(), false)) {
                boolean atRecordEnd = size == 24 || size == 24 + 22 || size == 24 + 44;
                if (atRecordEnd) {
                    while (reader.next()) {
                        assertEquals(123_456, reader.fraction);
                    }
                } else {
                    CaptureFileException e = assertThrows(CaptureFileException.class, () -> {
                        while (reader.next()) {
                            assertEquals(123_456, reader.fraction);
                        }
                    });
                    assertTrue(e.getMessage().startsWith("truncated dump file; tried to read "), e.getMessage());
                }
            }
        }
    }
}
