package net.diag.trace.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.diag.record.TextBuffer;
import net.diag.trace.names.NameService;
import net.diag.trace.text.TextFace;
import org.junit.jupiter.api.Test;

class PathTraceTest {
    private static final String FIVE_HOPS = """
            1 10.0.0.1 1ms
            2 10.0.0.2 2ms
            3 10.0.0.3 3ms
            4 10.0.0.4 4ms
            5 10.0.0.5 5ms target
            """;

    private PathOutcome outcome;

    private String trace(SimulatedNetwork network, TracePlan plan) throws IOException {
        TextBuffer out = new TextBuffer();
        TextFace face = new TextFace(out, new TextFace.Style(true, false, false, false), NameService.NONE, null);
        PathTrace trace = new PathTrace(network, plan, (ttl, query, p) -> face.place(ttl, query, p));
        outcome = trace.run();
        return out.toString().replaceAll("[0-9.]+ ms", "T");
    }

    private static TracePlan plan(int max, int queries) {
        return new TracePlan(1, max, queries, 0, 0, 60, WaitTimes.DEFAULT);
    }

    private static double seconds(SimulatedNetwork n) {
        return (n.nowNanos() - n.started) / 1e9;
    }

    @Test
    void everyHopAnswers() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork(FIVE_HOPS);
        assertEquals(
                "\n 1  10.0.0.1  T  T\n 2  10.0.0.2  T  T\n 3  10.0.0.3  T  T\n 4  10.0.0.4  T  T\n 5  10.0.0.5  T  T",
                trace(n, plan(30, 2)));
        assertEquals(PathOutcome.End.REACHED, outcome.end());
        assertTrue(seconds(n) < 0.05, "took " + seconds(n));
    }

    @Test
    void silentTargetCostsOneTimeout() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms\n3 silent");
        String text = trace(n, plan(30, 3));
        assertEquals(28, text.split("\\* \\* \\*", -1).length - 1);
        assertTrue(seconds(n) > 4.9 && seconds(n) < 5.3, "took " + seconds(n));
        assertEquals(PathOutcome.End.LOST, outcome.end());
        assertEquals(2, outcome.ttl());
    }

    @Test
    void silentHopsOnTheWayShareAShortTimeout() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork(
                "1 10.0.0.1 1ms\n2 silent\n3 10.0.0.3 3ms\n4 silent\n5 silent\n6 10.0.0.6 6ms target");
        String text = trace(n, plan(30, 3));
        assertTrue(
                text.contains("\n 2  * * *\n 3  10.0.0.3  T  T  T\n 4  * * *\n 5  * * *\n 6  10.0.0.6  T  T  T"), text);
        assertTrue(seconds(n) < 0.2, "took " + seconds(n));
    }

    @Test
    void refusalIsShownAtItsOwnHopThoughOnlyLaterProbesWereAnswered() throws IOException {
        SimulatedNetwork n =
                new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms\n3 10.0.0.3 3ms refuses=3/1 answers=0\n");
        assertTrue(trace(n, plan(6, 1)).endsWith("\n 6  *"), "nobody answers");
        SimulatedNetwork late = new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms\n3 10.0.0.3 3ms refuses=3/1");
        late.drop(3, 2);
        assertEquals("\n 1  10.0.0.1  T\n 2  10.0.0.2  T\n 3  10.0.0.3  T !H", trace(late, plan(6, 1)));
        assertEquals(PathOutcome.End.REFUSED, outcome.end());
        assertEquals(3, outcome.ttl());
    }

    @Test
    void echoReplyWithoutQuoteIsFoldedBackByItsTtl() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms\n3 10.0.0.9 3ms target echo");
        n.drop(3, 2);
        assertEquals("\n 1  10.0.0.1  T\n 2  10.0.0.2  T\n 3  10.0.0.9  T", trace(n, plan(8, 1)));
    }

    @Test
    void rateLimitedHopShowsStarsForWhatItDidNotAnswer() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork("1 10.0.0.1 1ms\n2 10.0.0.2 2ms answers=2\n3 10.0.0.3 3ms target");
        assertEquals("\n 1  10.0.0.1  T  T  T\n 2  10.0.0.2  T  T *\n 3  10.0.0.3  T  T  T", trace(n, plan(30, 3)));
    }

    @Test
    void probesStopBehindTheTarget() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork(FIVE_HOPS);
        trace(n, new TracePlan(1, 255, 10, 0, 0, 60, WaitTimes.DEFAULT));
        assertTrue(n.sent.size() < 120, "sent " + n.sent.size());
    }

    @Test
    void windowLimitsProbesInFlight() throws IOException {
        SimulatedNetwork n = new SimulatedNetwork(FIVE_HOPS);
        trace(n, new TracePlan(1, 30, 3, 1, 0, 60, WaitTimes.DEFAULT));
        assertEquals(15, n.sent.size());
    }
}
