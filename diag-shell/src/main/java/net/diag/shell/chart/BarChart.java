package net.diag.shell.chart;

import java.util.ArrayList;
import java.util.List;

/** One horizontal bar a row, to an eighth of a character, with label and value. */
public final class BarChart {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int LONGEST_LABEL = 40;
    private static final int NARROWEST_BAR = 10;

    private BarChart() {}

    /**
     * Draw one line a row, at most {@code width} columns wide. Negative and missing (NaN) values have
     * no bar.
     */
    public static List<String> draw(List<String> labels, double[] values, int width) {
        int labelWidth = 0;
        int valueWidth = 0;
        double most = 0;
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            labelWidth =
                    Math.max(labelWidth, Math.min(LONGEST_LABEL, labels.get(i).length()));
            texts[i] = NumberText.of(values[i]);
            valueWidth = Math.max(valueWidth, texts[i].length());
            most = values[i] > most ? values[i] : most;
        }
        int barWidth = Math.max(NARROWEST_BAR, width - labelWidth - valueWidth - 2);
        List<String> lines = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            StringBuilder line = new StringBuilder();
            String label = labels.get(i);
            label = label.length() > labelWidth ? label.substring(0, labelWidth - 1) + "…" : label;
            line.append(label).append(" ".repeat(labelWidth - label.length() + 1));
            line.append(" ".repeat(valueWidth - texts[i].length()))
                    .append(texts[i])
                    .append(' ');
            line.append(bar(most > 0 && values[i] > 0 ? values[i] / most : 0, barWidth));
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String bar(double share, int width) {
        int eighths = (int) Math.round(share * width * 8);
        String full = "█".repeat(eighths / 8);
        return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8);
    }
}
