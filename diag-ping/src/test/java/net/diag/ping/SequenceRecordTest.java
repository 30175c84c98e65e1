package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SequenceRecordTest {
    @Test
    void aReplyBehindALaterOneIsReordered() {
        SequenceRecord r = new SequenceRecord();
        for (long n : new long[] {1, 3, 2, 4, 6, 5}) {
            r.replied(n);
        }
        assertEquals(2, r.reordered());
    }

    @Test
    void lossesInARowAreOneBurst() {
        SequenceRecord r = new SequenceRecord();
        for (char c : "..xx.x.xxx".toCharArray()) {
            r.judged(c == '.');
        }
        assertEquals(3, r.bursts());
        assertEquals(3, r.longestBurst());
        assertEquals(6, r.lost());
        assertEquals(3, r.currentRun());
        r.judged(true);
        assertEquals(0, r.currentRun());
    }
}
