package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProbeTableTest {
    @Test
    void aNumberThatWasNeverSentIsNotFound() {
        ProbeTable t = new ProbeTable(1, 4);
        t.enter(0, 1, 10, 20);
        assertEquals(ProbeTable.NONE, t.find(0, 2));
        assertEquals(ProbeTable.NONE, t.find(0, 0));
        assertEquals(ProbeTable.NONE, t.find(0, -65_535));
    }

    @Test
    void aSingleTargetsRowGrowsToAllNumbersOfTheWire() {
        ProbeTable t = new ProbeTable(1, 4);
        for (long n = 1; n <= 70_000; n++) {
            t.state(t.enter(0, n, n, 2 * n), ProbeTable.ANSWERED);
        }
        assertEquals(ProbeTable.NONE, t.find(0, 70_000 - 65_536));
        for (long n = 70_000 - 65_535; n <= 70_000; n++) {
            int slot = t.find(0, n);
            assertEquals(n, t.sentNanos(slot));
            assertEquals(2 * n, t.sentRealtimeNanos(slot));
            assertEquals(ProbeTable.ANSWERED, t.state(slot));
        }
    }

    @Test
    void growingKeepsWhatIsInTheRow() {
        ProbeTable t = new ProbeTable(1, 4);
        for (long n = 1; n <= 5; n++) {
            int slot = t.enter(0, n, n, n);
            t.transmitStamp(slot, 100 + n);
        }
        for (long n = 1; n <= 5; n++) {
            assertEquals(100 + n, t.transmitStamp(t.find(0, n)));
        }
    }

    @Test
    void manyTargetsHaveRowsOfTheirOwn() {
        ProbeTable t = new ProbeTable(3, 2);
        t.enter(2, 1, 7, 0);
        assertEquals(ProbeTable.NONE, t.find(0, 1));
        assertEquals(7, t.sentNanos(t.find(2, 1)));
        assertEquals(2, t.target(t.find(2, 1)));
        t.enter(2, 3, 8, 0);
        assertEquals(ProbeTable.NONE, t.find(2, 1));
    }

    @Test
    void fullSequenceIsTheNewestWithTheseBits() {
        assertEquals(5, ProbeTable.fullSequence(5, 5));
        assertEquals(65_536, ProbeTable.fullSequence(0, 65_540));
        assertEquals(65_535, ProbeTable.fullSequence(65_535, 65_540));
        assertEquals(5 - 65_536 + 1, ProbeTable.fullSequence(6, 5));
    }
}
