package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberParsersTest {
    @ParameterizedTest
    @CsvSource({
        "12, 10, 12, 2",
        "'  12x', 10, 12, 4",
        "-12, 10, -12, 3",
        "+7, 10, 7, 2",
        "x, 10, 0, 0",
        "'', 10, 0, 0",
        "-, 10, 0, 0",
        "0x1f, 0, 31, 4",
        "0x1f, 16, 31, 4",
        "0x1f, 10, 0, 1",
        "017, 0, 15, 3",
        "08, 0, 0, 1",
        "0xg, 0, 0, 1",
        "0x, 16, 0, 1",
        "1.5, 10, 1, 1",
        "zz, 36, 1295, 2",
    })
    void strtolValueAndEnd(String text, int base, long value, int end) {
        Strtol n = Strtol.parse(text, base);
        assertEquals(value, n.value());
        assertEquals(end, n.end());
        assertEquals(end == text.length() && end > 0, n.isWhole());
    }

    @Property
    void strtolReadsEveryLongInEveryBase(@ForAll long v, @ForAll @IntRange(min = 2, max = 36) int base) {
        Strtol n = Strtol.parse(Long.toString(v, base), base);
        assertEquals(v, n.value());
        assertFalse(n.overflow());
    }

    @Property
    void strtolSaturates(@ForAll BigInteger v) {
        Strtol n = Strtol.parse(v.toString());
        boolean fits = v.bitLength() < 64;
        assertEquals(!fits, n.overflow());
        assertEquals(fits ? v.longValue() : v.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE, n.value());
        assertTrue(n.isWhole());
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5, 3",
        ".2, 0.2, 2",
        "5., 5, 2",
        "1e3, 1000, 3",
        "1e, 1, 1",
        "1e+, 1, 1",
        "' 2x', 2, 2",
        "'1,5', 1, 1",
        "0x1.8p1, 3, 7",
        "0x10, 16, 4",
        "0x, 0, 1",
        "x, 0, 0",
        "., 0, 0",
        "-.5, -0.5, 3",
        "1f, 1, 1",
        "1d, 1, 1",
    })
    void strtodValueAndEnd(String text, double value, int end) {
        Strtod n = Strtod.parse(text);
        assertEquals(value, n.value());
        assertEquals(end, n.end());
    }

    @Test
    void strtodKnowsInfinityAndNan() {
        assertEquals(Double.NEGATIVE_INFINITY, Strtod.parse("-Infinity").value());
        assertEquals(3, Strtod.parse("infx").end());
        assertTrue(Double.isNaN(Strtod.parse("nan").value()));
        assertEquals(Double.POSITIVE_INFINITY, Strtod.parse("1e999").value());
    }

    @Property
    void strtodReadsEveryDouble(@ForAll double v) {
        Strtod n = Strtod.parse(Double.toString(v));
        assertEquals(v, n.value());
        assertTrue(n.isWhole());
    }
}
