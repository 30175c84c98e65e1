package net.diag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EscapeTest {
    @Test
    void controlsBecomeVisible() {
        assertEquals("a\\x1b[31mb\\nc\\td\\\\e\\x7f", Escape.text("a\u001b[31mb\nc\td\\e\u007f"));
        assertEquals("\\u{9b}2J", Escape.text("\u009b2J"));
        assertEquals("\\u{202e}evil", Escape.text("\u202eevil"));
        assertEquals("\\u{2028}", Escape.text("\u2028"));
    }

    @Test
    void printableTextIsUntouched() {
        String s = "Grüße, 世界 🙂";
        assertSame(s, Escape.text(s));
        assertEquals(s, Escape.bytes(s.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytesThatAreNotUtf8AreShown() {
        assertEquals("a\\xffb\\xc3", Escape.bytes(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xc3}));
        // Overlong, surrogate, beyond U+10FFFF.
        assertEquals("\\xc0\\xaf", Escape.bytes(new byte[] {(byte) 0xc0, (byte) 0xaf}));
        assertEquals("\\xed\\xa0\\x80", Escape.bytes(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
        assertEquals(
                "\\xf4\\x90\\x80\\x80", Escape.bytes(new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}));
    }

    @Property
    void nothingThatMovesACursorPasses(@ForAll String s) {
        assertSafe(Escape.text(s));
    }

    @Property
    void nothingThatMovesACursorPassesAsBytes(@ForAll byte[] b) {
        assertSafe(Escape.bytes(b));
    }

    @Property
    void textAndItsBytesEscapeAlike(@ForAll String s) {
        String valid = new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(Escape.text(valid), Escape.bytes(valid.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertSafe(String s) {
        s.codePoints()
                .forEach(c -> assertTrue(c >= 0x20 && (c < 0x7f || c > 0x9f), () -> "U+" + Integer.toHexString(c)));
    }
}
