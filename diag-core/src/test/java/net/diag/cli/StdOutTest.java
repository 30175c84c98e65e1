package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StdOutTest {
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    private String written() {
        return sink.toString(StandardCharsets.UTF_8);
    }

    @Test
    void linesAreFlushedOnlyWhenAsked() {
        StdOut out = new StdOut(sink, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
        out.println("a");
        assertEquals("", written());
        out.setFlush(StdOut.Flush.LINE);
        out.print("b");
        assertEquals("", written());
        out.print("c\n");
        assertEquals("a\nbc\n", written());
        out.write("d\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("a\nbc\nd\n", written());
    }

    @Test
    void largeAndSmallWritesKeepTheirOrder() {
        StdOut out = new StdOut(sink, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            String s = "\u4e16".repeat(i % 50) + i;
            out.print(s);
            expected.append(s);
        }
        byte[] big = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        out.write(big, 0, big.length);
        out.print("end");
        out.flush();
        assertEquals(expected + "x".repeat(100_000) + "end", written());
    }

    private static StdOut failing(String message) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
        return new StdOut(broken, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
    }

    @Test
    void aGoneReaderStopsAHostedToolOnce() {
        StdOut out = failing("Broken pipe");
        out.print("x");
        assertThrows(BrokenPipeException.class, out::flush);
        // Clean-up code may go on printing.
        out.println("summary");
        out.flush();
    }

    @Test
    void aFullDiskIsToldApart() {
        StdOut out = failing("No space left on device");
        out.print("x");
        assertEquals(
                "write error: No space left on device",
                assertThrows(OutputException.class, out::flush).getMessage());
    }
}
