package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RttDistributionTest {
    @Property
    void quantilesAreWithinABucket(@ForAll @Size(min = 1, max = 200) long[] bits) {
        long[] times = bits.clone();
        RttDistribution d = new RttDistribution();
        for (int i = 0; i < times.length; i++) {
            times[i] &= (1L << 45) - 1;
            d.add(times[i]);
        }
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        for (double q : new double[] {0.5, 0.9, 0.99, 1}) {
            long exact = sorted[(int) Math.max(0, Math.ceil(q * sorted.length) - 1)];
            assertEquals((double) exact, d.quantileNanos(q), exact / 63.0 + 1);
        }
    }

    @Test
    void jitterIsThatOfRfc3550() {
        RttDistribution d = new RttDistribution();
        d.add(1000);
        d.add(1160);
        assertEquals(10.0, d.jitterNanos());
        d.add(1160);
        assertEquals(10.0 - 10.0 / 16, d.jitterNanos());
    }

    @Test
    void emptyHasNoQuantiles() {
        assertEquals(0, new RttDistribution().quantileNanos(0.5));
    }
}
