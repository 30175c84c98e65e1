package net.diag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "50ms, DURATION, 50000000",
        "1.5s, DURATION, 1500000000",
        "1.1ms, DURATION, 1100000",
        "3us, DURATION, 3000",
        "2min, DURATION, 120000000000",
        "1h, DURATION, 3600000000000",
        "1d, DURATION, 86400000000000",
        "10MB, SIZE, 10000000",
        "1KiB, SIZE, 1024",
        "1mib, SIZE, 1048576",
        "1gb, SIZE, 1000000000",
        "5B, SIZE, 5",
        "100Mbit, BITS, 100000000",
        "1Gbps, BITS, 1000000000",
        "10MB/s, SIZE, 10000000",
        "1Gbit/s, BITS, 1000000000",
        "5%, PERCENT, 5",
        "10k, NUMBER, 10000",
        "7, NUMBER, 7",
        "-3, NUMBER, -3",
        "1e3, NUMBER, 1000",
        "0x1f, NUMBER, 31",
        ".5s, DURATION, 500000000",
        "100/s, NUMBER, 100",
    })
    void parses(String text, Quantity.Dimension dimension, long value) {
        if (text.equals("100/s")) {
            // A rate of events has no unit of its own before the slash.
            assertNull(Quantity.parse(text));
            return;
        }
        Quantity q = Quantity.parse(text);
        assertEquals(dimension, q.dimension());
        assertEquals(value, q.toLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ms",
                "5x",
                "1.2.3",
                "--5",
                "5 ms",
                "1e999999999",
                "0x",
                "0xg",
                "5ms/s",
                "5%/s",
                "eth0",
                "1..5",
                "+",
                "5KB5",
                "1e"
            })
    void refuses(String text) {
        assertNull(Quantity.parse(text));
    }

    @Property
    void durationsReadBackWithinThreeDigits(@ForAll @LongRange(min = 0, max = 119_000_000_000L) long nanos) {
        String text = DurationText.format(nanos).replace(" ", "");
        assertEquals(nanos, DurationText.parse(text), nanos * 0.0051);
    }

    @Property
    void sizesReadBackWithinThreeDigits(@ForAll @LongRange(min = 0, max = 999_000_000_000_000L) long bytes) {
        String text = SizeText.format(bytes).replace(" ", "");
        assertEquals(bytes, SizeText.parse(text), bytes * 0.0051);
    }

    @Test
    void formatsForPeople() {
        assertEquals("850 ns", DurationText.format(850));
        assertEquals("12.3 \u00b5s", DurationText.format(12_345));
        assertEquals("1.52 ms", DurationText.format(1_521_000));
        assertEquals("2.05 s", DurationText.format(2_050_000_000L));
        assertEquals("1d 2h 3min 4s", DurationText.format(93_784_000_000_000L));
        assertEquals("-5 ns", DurationText.format(-5));
        assertEquals("999 B", SizeText.format(999));
        assertEquals("1.50 kB", SizeText.format(1500));
        assertEquals("9.22 EB", SizeText.format(Long.MAX_VALUE));
    }

    @Test
    void complaintsSayWhatToWrite() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DurationText.parse("5"))
                .getMessage()
                .contains("50ms"));
        assertEquals(5_000_000_000L, DurationText.parse("5", 1_000_000_000L));
        assertThrows(IllegalArgumentException.class, () -> DurationText.parse("-5s"));
        assertThrows(IllegalArgumentException.class, () -> DurationText.parse("99999999999d"));
        assertThrows(IllegalArgumentException.class, () -> SizeText.parse("5s"));
        assertThrows(IllegalArgumentException.class, () -> SizeText.parse("99999999TB"));
    }
}
