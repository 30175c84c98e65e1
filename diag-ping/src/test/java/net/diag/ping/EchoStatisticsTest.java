package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EchoStatisticsTest {
    private static EchoStatistics of(long... rttMicros) {
        EchoStatistics s = new EchoStatistics();
        for (long rtt : rttMicros) {
            s.acknowledge((int) s.advance());
            s.addRtt(rtt);
            s.received++;
        }
        return s;
    }

    @Test
    void figuresAreThoseOfIputils() {
        // From a run of iputils 20250605: times 86, 117 and 148 µs.
        EchoStatistics s = of(86, 117, 148);
        assertEquals(86, s.leastMicros());
        assertEquals(117, s.averageMicros());
        assertEquals(148, s.mostMicros());
        assertEquals(25, s.deviationMicros());
    }

    @Test
    void movingAverageStartsAtTheFirstTimeAndFollowsByAnEighth() {
        assertEquals(80, of(80).ewmaMicros());
        assertEquals(90, of(80, 160).ewmaMicros());
    }

    @Test
    void averageIsCutNotRounded() {
        assertEquals(1, of(1, 2).averageMicros());
    }

    @Test
    void deviationOfLongTimesIsTakenFromTheMeanOfSquares() {
        long second = 1_000_000;
        EchoStatistics s = of(1000 * second, 1200 * second);
        assertEquals(100 * second, s.deviationMicros());
    }

    @Test
    void pipeIsTheGreatestNumberUnderWay() {
        EchoStatistics s = new EchoStatistics();
        s.advance();
        s.advance();
        s.advance();
        assertEquals(3, s.inFlight());
        s.acknowledge(1);
        assertEquals(3, s.pipe());
        assertEquals(2, s.inFlight());
        s.acknowledge(3);
        assertEquals(0, s.inFlight());
        assertEquals(3, s.pipe());
    }

    @Test
    void sequenceNumbersWrap() {
        EchoStatistics s = new EchoStatistics();
        s.transmitted = 65_535;
        s.acknowledge(65_535);
        s.advance();
        assertEquals(1, s.inFlight());
        s.acknowledge(0);
        assertEquals(0, s.inFlight());
    }

    @Test
    void moreRepliesThanProbesAreANegativeLoss() {
        EchoStatistics s = new EchoStatistics();
        s.transmitted = 1;
        s.received = 2;
        assertEquals(-100f, s.lossPercent());
    }

    @Property
    void squareRootIsTheRootOrOneMore(@ForAll @LongRange(min = 0, max = 1L << 60) long a) {
        long x = EchoStatistics.squareRoot(a);
        long floor = (long) Math.sqrt((double) a);
        while (floor * floor > a) {
            floor--;
        }
        while ((floor + 1) * (floor + 1) <= a) {
            floor++;
        }
        org.junit.jupiter.api.Assertions.assertTrue(x == floor || x == floor + 1, a + ": " + x);
    }
}
