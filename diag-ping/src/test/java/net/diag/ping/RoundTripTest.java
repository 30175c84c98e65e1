package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final long EPOCH = 1_795_000_000_000_000_000L;
    private static final long MILLI = 1_000_000L;

    /** A probe sent at 1 s (by the program), left 40 µs later, was answered after 5 ms, seen 60 µs after; the clock was set by {@code step} in between. */
    private static RoundTrip withStep(long step) {
        long sent = 1000 * MILLI;
        long departed = sent + 40_000;
        long arrived = departed + 5 * MILLI;
        long seen = arrived + 60_000;
        return RoundTrip.of(EPOCH + departed, sent, EPOCH + sent, EPOCH + arrived + step, seen, EPOCH + seen + step);
    }

    @Test
    void isBetweenTheKernelsStamps() {
        assertEquals(new RoundTrip(5 * MILLI, RttTiming.KERNEL), withStep(0));
    }

    @Test
    void aStepOfTheClockIsTakenOut() {
        for (long step : new long[] {-100_000 * MILLI, -3 * MILLI, -MILLI, MILLI, 50 * MILLI, 3_600_000 * MILLI}) {
            assertEquals(new RoundTrip(5 * MILLI, RttTiming.CLOCK_STEP), withStep(step), "step " + step);
        }
    }

    @Test
    void withoutStampOfDepartureTheProgramsTimeCounts() {
        RoundTrip r = RoundTrip.of(0, 0, EPOCH, EPOCH + 3 * MILLI, 4 * MILLI, EPOCH + 4 * MILLI);
        assertEquals(new RoundTrip(3 * MILLI, RttTiming.KERNEL_RECEIVE), r);
    }

    @Test
    void aStampThatCannotBeIsNotBelieved() {
        RoundTrip early = RoundTrip.of(EPOCH + MILLI, 0, EPOCH, EPOCH, 4 * MILLI, EPOCH + 4 * MILLI);
        assertEquals(new RoundTrip(4 * MILLI, RttTiming.USER), early);
        RoundTrip late = RoundTrip.of(EPOCH, 0, EPOCH, EPOCH + 9 * MILLI, 4 * MILLI, EPOCH + 4 * MILLI);
        assertEquals(new RoundTrip(4 * MILLI, RttTiming.USER), late);
    }

    @Property
    void isNeverNegativeNorMoreThanWhatPassed(
            @ForAll @LongRange(min = 0, max = 1L << 61) long departure,
            @ForAll @LongRange(min = 0, max = 1L << 61) long arrival,
            @ForAll @LongRange(min = 0, max = 1L << 40) long passed) {
        RoundTrip r = RoundTrip.of(departure, 0, EPOCH, arrival, passed, EPOCH + passed);
        assertTrue(r.nanos() >= 0 && r.nanos() <= passed);
    }
}
