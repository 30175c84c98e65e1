package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SendScheduleTest {
    @Test
    void latenessDoesNotAddUp() {
        SendSchedule s = new SendSchedule(1000, 1);
        s.waitNanos(0, 0);
        s.sent(0);
        assertEquals(1000, s.waitNanos(0, 0));
        s.sent(1400);
        assertEquals(600, s.waitNanos(1400, 0));
        s.sent(2010);
        assertEquals(990, s.waitNanos(2010, 0));
    }

    @Test
    void missedSlotsAreSkippedOnTheGrid() {
        SendSchedule s = new SendSchedule(1000, 1);
        s.waitNanos(0, 0);
        s.sent(0);
        s.sent(5300);
        assertEquals(700, s.waitNanos(5300, 0));
    }

    @Test
    void preloadGoesAtOnce() {
        SendSchedule s = new SendSchedule(1000, 3);
        assertTrue(s.waitNanos(0, 0) <= 0);
        s.sent(0);
        assertTrue(s.waitNanos(0, 1) <= 0);
        s.sent(0);
        assertTrue(s.waitNanos(0, 2) <= 0);
        s.sent(0);
        assertEquals(1000, s.waitNanos(0, 3));
    }

    @Test
    void aFloodWaitsForReplyOrTenMilliseconds() {
        SendSchedule s = new SendSchedule(0, 1);
        s.waitNanos(0, 0);
        s.sent(0);
        assertEquals(0, s.waitNanos(5, 0));
        assertEquals(SendSchedule.UNANSWERED_FLOOD_NANOS - 5, s.waitNanos(5, 1));
    }

    @Test
    void aRefusedProbeIsHeldBack() {
        SendSchedule s = new SendSchedule(0, 1);
        s.waitNanos(0, 0);
        s.retryIn(100, 0);
        assertEquals(60, s.waitNanos(40, 0));
        assertTrue(s.waitNanos(100, 0) <= 0);
    }
}
