package net.diag.shell.chart;

import java.util.ArrayList;
import java.util.List;

/** Values counted into ranges of equal width, drawn as bars. */
public final class Histogram {
    private static final int MOST_BINS = 20;

    private Histogram() {}

    /** Draw a line a range, at most {@code width} columns wide. Missing values (NaN) are left out. */
    public static List<String> draw(double[] values, int width) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                least = Math.min(least, v);
                most = Math.max(most, v);
                n++;
            }
        }
        if (n == 0) {
            return List.of("(nothing to draw)");
        }
        // Sturges' rule: enough ranges to show a shape, few enough to read
        int bins = most == least ? 1 : Math.min(MOST_BINS, 1 + (int) Math.ceil(Math.log(n) / Math.log(2)));
        double step = most == least ? 1 : (most - least) / bins;
        double[] counts = new double[bins];
        for (double v : values) {
            if (!Double.isNaN(v)) {
                counts[Math.min(bins - 1, (int) ((v - least) / step))]++;
            }
        }
        List<String> labels = new ArrayList<>(bins);
        for (int i = 0; i < bins; i++) {
            labels.add(
                    bins == 1
                            ? NumberText.of(least)
                            : NumberText.of(least + i * step) + " – " + NumberText.of(least + (i + 1) * step));
        }
        return BarChart.draw(labels, counts, width);
    }
}
