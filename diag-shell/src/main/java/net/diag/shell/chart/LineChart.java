package net.diag.shell.chart;

import java.util.ArrayList;
import java.util.List;

/** A series as a line of Braille dots: two by four in a character (Unicode block 2800). */
public final class LineChart {
    private static final int BLANK = 0x2800;
    private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private LineChart() {}

    /**
     * Draw {@code values} over their order. A series longer than the chart's dots is averaged.
     * Missing values (NaN) leave a gap.
     *
     * @param width columns in all, with the axis labels; at least 20
     * @param height rows; at least 1
     */
    public static List<String> draw(double[] values, int width, int height) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            least = v < least ? v : least;
            most = v > most ? v : most;
        }
        if (least > most) {
            return List.of("(nothing to draw)");
        }
        String top = NumberText.of(most);
        String bottom = NumberText.of(least);
        int labelWidth = Math.max(top.length(), bottom.length());
        int columns = Math.max(5, width - labelWidth - 2);
        int[][] cells = new int[height][columns];
        double[] series = fit(values, columns * 2);
        int rows = height * 4;
        int previous = -1;
        for (int x = 0; x < series.length; x++) {
            if (Double.isNaN(series[x])) {
                previous = -1;
                continue;
            }
            int y = most == least ? rows / 2 : (int) Math.round((series[x] - least) / (most - least) * (rows - 1));
            int from = previous < 0 ? y : Math.min(y, previous + Integer.signum(y - previous));
            int to = previous < 0 ? y : Math.max(y, previous + Integer.signum(y - previous));
            for (int d = from; d <= to; d++) {
                int row = rows - 1 - d;
                cells[row / 4][x / 2] |= DOTS[x % 2][row % 4];
            }
            previous = y;
        }
        List<String> lines = new ArrayList<>(height);
        for (int r = 0; r < height; r++) {
            String label = r == 0 ? top : r == height - 1 ? bottom : "";
            StringBuilder line = new StringBuilder();
            line.append(" ".repeat(labelWidth - label.length())).append(label).append(" │");
            for (int cell : cells[r]) {
                line.append((char) (BLANK + cell));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static double[] fit(double[] values, int dots) {
        if (values.length <= dots) {
            return values;
        }
        double[] out = new double[dots];
        for (int i = 0; i < dots; i++) {
            int from = (int) ((long) i * values.length / dots);
            int to = (int) ((long) (i + 1) * values.length / dots);
            double sum = 0;
            int n = 0;
            for (int j = from; j < to; j++) {
                if (!Double.isNaN(values[j])) {
                    sum += values[j];
                    n++;
                }
            }
            out[i] = n == 0 ? Double.NaN : sum / n;
        }
        return out;
    }
}
