package net.diag.trace.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.diag.record.TextBuffer;
import net.diag.trace.names.NameService;
import net.diag.trace.report.MtrReport;
import net.diag.trace.report.PathStatistics;
import org.junit.jupiter.api.Test;

class PathStatisticsTest {
    private static PathStatistics run(SimulatedNetwork n, int rounds) throws IOException {
        PathStatistics s = new PathStatistics(n, 1, 30, 64, 100_000_000L, 5_000_000_000L);
        s.run(rounds);
        return s;
    }

    @Test
    void tenRoundsOverThreeHops() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms\n3 10.0.0.3 3ms target");
        PathStatistics s = run(n, 10);
        assertEquals(3, s.last());
        assertTrue(s.isComplete());
        for (int t = 1; t <= 3; t++) {
            assertEquals(10, s.hop(t).sent());
            assertEquals(0, s.hop(t).lossPercent());
            assertEquals(t * 1_000_000.0, s.hop(t).meanNanos(), 1);
        }
        assertTrue((n.nowNanos() - n.started) / 1e9 < 1.5);
    }

    @Test
    void limitedHopIsNotCalledLossy() throws IOException {
        PathStatistics s =
                run(new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms answers=4\n3 10.0.0.3 3ms target"), 10);
        assertEquals(60.0, s.hop(2).lossPercent());
        assertTrue(s.isRateLimited(2));
        assertFalse(s.isRateLimited(1));
        assertFalse(s.isRateLimited(3));
    }

    @Test
    void lossOfTheTargetIsLoss() throws IOException {
        PathStatistics s = run(new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms target answers=4"), 10);
        // The first round overshoots, so some of the four answers go to probes of larger TTL.
        assertTrue(s.hop(2).lossPercent() >= 60.0);
        assertFalse(s.isRateLimited(2));
    }

    @Test
    void reportHasMtrsLayout() throws IOException {
        PathStatistics s = run(new SimulatedNetwork("1 10.0.0.1 1ms\n2 silent\n3 10.0.0.3 12ms target"), 3);
        TextBuffer out = new TextBuffer();
        new MtrReport(out, NameService.NONE).print(s, "vm", "2026-11-23T23:08:48+0000", false);
        assertEquals("""
                Start: 2026-11-23T23:08:48+0000
                HOST: vm                          Loss%   Snt   Last   Avg  Best  Wrst StDev
                  1.|-- 10.0.0.1                   0.0%     3    1.0   1.0   1.0   1.0   0.0
                  2.|-- ???                       100.0     3    0.0   0.0   0.0   0.0   0.0
                  3.|-- 10.0.0.3                   0.0%     3   12.0  12.0  12.0  12.0   0.0
                """, out.toString());
    }
}
