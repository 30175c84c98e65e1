package net.diag.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextOutTest {
    private final TextBuffer out = new TextBuffer();

    @Property
    void longsPrintAsTheLibraryDoes(@ForAll long v) {
        out.clear();
        assertEquals(Long.toString(v), out.print(v) instanceof TextBuffer b ? b.toString() : "");
        out.clear();
        out.printUnsigned(v);
        assertEquals(Long.toUnsignedString(v), out.toString());
        out.clear();
        out.printHex(v, 1);
        assertEquals(Long.toHexString(v), out.toString());
    }

    @Property
    void doublesReadBackAsTheyWere(@ForAll double v) {
        out.clear();
        out.print(v);
        assertEquals(v, Double.parseDouble(out.toString()));
    }

    @Property
    void shortDecimalsPrintShort(@ForAll @IntRange(min = -999_999_999) int millis) {
        out.clear();
        out.print(millis / 1000.0);
        String expected = new java.math.BigDecimal(millis)
                .movePointLeft(3)
                .stripTrailingZeros()
                .toPlainString();
        assertEquals(millis == 0 ? "0" : expected, out.toString());
    }

    @Property
    void textIsUtf8(@ForAll String s) {
        out.clear();
        out.print(s);
        // The library writes '?' for a lone surrogate, we U+FFFD.
        String valid = s.codePoints()
                .map(c -> c >= 0xd800 && c < 0xe000 ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertArrayEquals(valid.getBytes(StandardCharsets.UTF_8), out.toBytes());
        out.clear();
        out.print((CharSequence) new StringBuilder(s));
        assertArrayEquals(valid.getBytes(StandardCharsets.UTF_8), out.toBytes());
    }

    @Test
    void fixedAndTrimmed() {
        out.printFixed(1500, 3)
                .print(' ')
                .printFixed(-5, 2)
                .print(' ')
                .printFixed(7, 0)
                .print(' ');
        out.printTrimmed(1500, 3)
                .print(' ')
                .printTrimmed(2000, 3)
                .print(' ')
                .printTrimmed(0, 6)
                .print(' ');
        out.printTrimmed(-1_234_567, 6);
        assertEquals("1.500 -0.05 7 1.5 2 0 -1.234567", out.toString());
    }

    @Test
    void paddingIsPrintfs() {
        out.printRight("ab", 4)
                .print('|')
                .printLeft("ab", 4)
                .print('|')
                .printRight(-12, 5)
                .print('|');
        out.printPadded(7, 3).print('|').printRight("abcde", 2).print('|').printHex(0x2f, 4);
        assertEquals("  ab|ab  |  -12|007|abcde|002f", out.toString());
    }

    @Test
    void extremeNumbers() {
        out.print(Long.MIN_VALUE)
                .print(' ')
                .print(-0.0)
                .print(' ')
                .print(Double.MIN_VALUE)
                .print(' ');
        out.print(1e300).print(' ').printRight(Long.MIN_VALUE, 21);
        assertEquals("-9223372036854775808 -0.0 4.9E-324 1.0E300  -9223372036854775808", out.toString());
    }
}
