package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger wakeUps = new AtomicInteger();

    @Test
    void cancelWakesEachTimeAndKeepsTheFirstSignal() {
        Cancellation.Registration registration = cancellation.onWake(wakeUps::incrementAndGet);
        assertFalse(cancellation.isCancelled());
        cancellation.cancel(15);
        cancellation.cancel();
        assertTrue(cancellation.isCancelled());
        assertEquals(15, cancellation.signal());
        assertEquals(2, wakeUps.get());
        registration.close();
        cancellation.cancel();
        assertEquals(2, wakeUps.get());
    }

    @Test
    void lateComersAreWokenAtOnce() {
        cancellation.cancel();
        cancellation.onWake(wakeUps::incrementAndGet).close();
        assertEquals(1, wakeUps.get());
    }

    @Test
    void reportsAreTakenOnce() {
        Cancellation.Registration registration = cancellation.onWake(wakeUps::incrementAndGet);
        assertFalse(cancellation.takeReportRequest());
        cancellation.requestReport();
        cancellation.requestReport();
        assertTrue(cancellation.takeReportRequest());
        assertFalse(cancellation.takeReportRequest());
        assertFalse(cancellation.isCancelled());
        assertEquals(2, wakeUps.get());
        registration.close();
    }
}
