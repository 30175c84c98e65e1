package net.diag.ping.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProbeRingTest {
    private final ProbeRing ring = new ProbeRing(8);

    private long add(int target, long nanos) {
        long n = ring.add(target, 0);
        ring.stamp(1, nanos, nanos);
        return n;
    }

    @Test
    void oldestUnansweredProbeTimesOutFirst() {
        long a = add(1, 10);
        long b = add(2, 20);
        assertEquals(-1, ring.oldestBefore(9));
        ring.state(a, ProbeRing.ANSWERED);
        assertEquals(b, ring.oldestBefore(20));
        assertEquals(1, ring.inFlight());
        assertEquals(20, ring.oldestSentNanos());
    }

    @Test
    void slotIsForgottenWhenTheRingHasGoneRound() {
        long first = add(1, 1);
        ring.state(first, ProbeRing.TIMED_OUT);
        for (int i = 0; i < 7; i++) {
            assertTrue(ring.holds(first));
            assertEquals(-1, ring.oldestBefore(Long.MAX_VALUE));
            assertTrue(ring.hasRoom(1));
            ring.state(add(2, 2), ProbeRing.ANSWERED);
        }
        ring.oldestBefore(Long.MAX_VALUE);
        ring.state(add(2, 2), ProbeRing.ANSWERED);
        assertFalse(ring.holds(first));
        assertFalse(ring.holds(ring.next()));
        assertFalse(ring.holds(-1));
    }

    @Test
    void fullRingHasNoRoom() {
        for (int i = 0; i < 7; i++) {
            assertTrue(ring.hasRoom(1));
            add(1, 1);
        }
        assertFalse(ring.hasRoom(1));
    }
}
