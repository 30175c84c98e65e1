package net.diag.ping.sweep;

/** The latest round-trip times of a target, drawn as a row of blocks; a loss is a cross. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final float LOST = -1;

    private final float[] values;
    private int count;

    Sparkline(int width) {
        values = new float[width];
    }

    synchronized void add(long rttNanos) {
        values[count++ % values.length] = rttNanos;
    }

    synchronized void addLoss() {
        values[count++ % values.length] = LOST;
    }

    /** The last {@code width} values, the newest right, from the least to the greatest of them. */
    synchronized String draw(int width) {
        int n = Math.min(Math.min(width, count), values.length);
        float least = Float.MAX_VALUE;
        float most = 0;
        for (int i = count - n; i < count; i++) {
            float v = values[i % values.length];
            if (v >= 0) {
                least = Math.min(least, v);
                most = Math.max(most, v);
            }
        }
        StringBuilder s = new StringBuilder(n);
        for (int i = count - n; i < count; i++) {
            float v = values[i % values.length];
            if (v < 0) {
                s.append('×');
            } else {
                float share = most > least ? (v - least) / (most - least) : 0;
                s.append(BLOCKS.charAt(Math.min(7, (int) (share * 8))));
            }
        }
        return s.toString();
    }
}
