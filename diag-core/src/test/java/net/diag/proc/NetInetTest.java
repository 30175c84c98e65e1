package net.diag.proc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NetInetTest {
    private static final String ROW = "   1: 0100007F:1F90 0200000A:01BB 01 00000005:00000007 02:000003E8 00000003"
            + "  1000        2 20115 2 0000000000000000 20 4 30 10 -1";

    private final NetInet row = new NetInet();

    private boolean decode(String s) {
        byte[] b = s.getBytes(StandardCharsets.ISO_8859_1);
        return row.decode(b, 0, b.length);
    }

    @Test
    void everyFieldOfATcpRow() {
        assertTrue(decode(ROW));
        assertEquals(4, row.addressLength());
        assertArrayEquals(new byte[] {127, 0, 0, 1}, java.util.Arrays.copyOf(row.local(), 4));
        assertArrayEquals(new byte[] {10, 0, 0, 2}, java.util.Arrays.copyOf(row.remote(), 4));
        assertEquals(8080, row.localPort());
        assertEquals(443, row.remotePort());
        assertEquals(1, row.state());
        assertEquals(5, row.txQueue());
        assertEquals(7, row.rxQueue());
        assertEquals(2, row.timer());
        assertEquals(1000, row.timerExpires());
        assertEquals(3, row.retransmits());
        assertEquals(1000, row.uid());
        assertEquals(2, row.timeout());
        assertEquals(20115, row.inode());
    }

    @Test
    void headingIsNoRow() {
        assertFalse(decode("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt"));
    }

    @Test
    void cutRowIsARowOrNoneButNeverFails() {
        for (int i = 0; i < ROW.length(); i++) {
            decode(ROW.substring(0, i));
        }
        assertFalse(decode(ROW.substring(0, 90)));
    }

    @Property
    void anyBytesAreARowOrNone(@ForAll byte[] bytes) {
        row.decode(bytes, 0, bytes.length);
    }

    @Test
    void linesComeWholeWhateverTheBlocks() throws Exception {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String line = "x".repeat(i % 300) + i;
            expected.add(line);
            text.append(line).append('\n');
        }
        text.append("last");
        expected.add("last");
        List<String> found = new ArrayList<>();
        try (ProcLines lines =
                new ProcLines(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1)))) {
            while (lines.next()) {
                found.add(lines.text());
            }
        }
        assertEquals(expected, found);
    }
}
