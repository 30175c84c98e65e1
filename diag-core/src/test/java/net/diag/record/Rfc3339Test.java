package net.diag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Rfc3339Test {
    @Property
    void everyInstantRoundTrips(@ForAll long nanos) {
        String text = Rfc3339.format(nanos);
        assertEquals(30, text.length());
        assertEquals(Instant.ofEpochSecond(0, nanos), Instant.parse(text));
        assertEquals(nanos, Rfc3339.parse(text));
    }

    @Test
    void offsetsAndDates() {
        assertEquals(0, Rfc3339.parse("1970-01-01T01:00:00+01:00"));
        assertEquals(86_400_000_000_000L, Rfc3339.parse("1970-01-02"));
        assertEquals(1, Rfc3339.parse("1970-01-01 00:00:00.000000001Z"));
    }

    @Test
    void refusesOthers() {
        for (String s : new String[] {"", "now", "2026-13-01", "2026-11-24T08:45:00", "9999-01-01T00:00:00Z", "5"}) {
            assertThrows(IllegalArgumentException.class, () -> Rfc3339.parse(s), s);
        }
    }
}
