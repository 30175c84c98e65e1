package net.diag.shell.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void longestBarFillsTheWidthAndOthersAreInProportion() {
        List<String> lines = BarChart.draw(List.of("a", "bb"), new double[] {5, 10}, 25);
        assertEquals("a   5 " + "█".repeat(9) + "▌", lines.get(0));
        assertEquals("bb 10 " + "█".repeat(19), lines.get(1));
    }

    @Test
    void missingValueHasNoBar() {
        assertEquals(
                "x - ".trim(),
                BarChart.draw(List.of("x"), new double[] {Double.NaN}, 30).get(0));
    }

    @Test
    void lineRunsFromTheLeastToTheGreatest() {
        List<String> lines = LineChart.draw(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 20, 2);
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("7 │"));
        assertTrue(lines.get(1).startsWith("0 │"));
        assertTrue(lines.get(1).charAt(3) != '\u2800' && lines.get(0).charAt(6) != '\u2800');
    }

    @Test
    void histogramCountsEveryValueOnce() {
        double[] values = {1, 1, 1, 2, 9};
        int total = 0;
        for (String line : Histogram.draw(values, 60)) {
            String[] words = line.trim().split(" +");
            total += Integer.parseInt(words[3]);
        }
        assertEquals(values.length, total);
    }
}
