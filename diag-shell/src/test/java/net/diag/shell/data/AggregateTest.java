package net.diag.shell.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AggregateTest {
    private static Object over(String name, Object... values) {
        Aggregate.Accumulator a = Aggregate.named(name, "x").start();
        for (Object v : values) {
            a.add(v);
        }
        return a.result();
    }

    @Test
    void eachAggregateOfAFewNumbers() {
        assertEquals(3L, over("count", 1L, 2L, 6L));
        assertEquals(9L, over("sum", 1L, 2L, 6L));
        assertEquals(3.0, over("avg", 1L, 2L, 6L));
        assertEquals(1L, over("min", 2L, 1L, 6L));
        assertEquals(6L, over("max", 2L, 6L, 1L));
        assertEquals(2.0, over("p50", 6L, 1L, 2L));
        assertEquals(6.0, over("p100", 6L, 1L, 2L));
        assertEquals(Math.sqrt(14.0 / 3), (double) over("stdev", 1L, 2L, 6L), 1e-12);
    }

    @Test
    void absentValuesDoNotCountAndNothingHasNoMean() {
        assertEquals(1.5, over("avg", 1L, null, 2L));
        assertNull(over("avg"));
        assertEquals(0L, over("count"));
    }

    @Test
    void sumThatOverflowsGoesOnAsARealNumber() {
        assertEquals(2.0 * Long.MAX_VALUE, over("sum", Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void onlyPercentilesUpToAHundredAreNames() {
        assertTrue(Aggregate.isName("p99.9"));
        assertNull(Aggregate.named("p101", "x"));
        assertNull(Aggregate.named("peer", "x"));
    }

    @Property
    void orderIsTotalOverMixedTexts(@ForAll List<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(ValueOrder.INSTANCE);
        for (int i = 1; i < sorted.size(); i++) {
            assertTrue(ValueOrder.INSTANCE.compare(sorted.get(i - 1), sorted.get(i)) <= 0);
        }
    }

    @Test
    void digitsInNamesAreOrderedByTheirNumber() {
        assertTrue(ValueOrder.INSTANCE.compare("eth2", "eth10") < 0);
        assertTrue(ValueOrder.INSTANCE.compare(null, "a") > 0);
    }
}
