package net.diag.shell.data;

import java.util.Arrays;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.Unit;

/** A function of many values: how many, sum, mean, least, greatest, a percentile. */
public final class Aggregate {
    /** What is computed. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        STDEV,
        PERCENTILE
    }

    private final Function function;
    private final double percentile;
    private final String field;

    private Aggregate(Function function, double percentile, String field) {
        this.function = function;
        this.percentile = percentile;
        this.field = field;
    }

    /**
     * The aggregate called {@code name}: {@code count sum avg min max stdev}, or {@code pN} for the
     * N-th percentile, 0 to 100 ({@code p50}, {@code p99.9}).
     *
     * @param field the field it is over; empty for {@code count}
     * @return null when there is none of that name
     */
    public static Aggregate named(String name, String field) {
        return switch (name) {
            case "count" -> new Aggregate(Function.COUNT, 0, field);
            case "sum" -> new Aggregate(Function.SUM, 0, field);
            case "avg", "mean" -> new Aggregate(Function.AVG, 0, field);
            case "min" -> new Aggregate(Function.MIN, 0, field);
            case "max" -> new Aggregate(Function.MAX, 0, field);
            case "stdev" -> new Aggregate(Function.STDEV, 0, field);
            case "median" -> new Aggregate(Function.PERCENTILE, 50, field);
            default -> percentile(name, field);
        };
    }

    private static Aggregate percentile(String name, String field) {
        if (name.length() < 2 || name.charAt(0) != 'p' || !Character.isDigit(name.charAt(1))) {
            return null;
        }
        try {
            double p = Double.parseDouble(name.substring(1));
            return p >= 0 && p <= 100 ? new Aggregate(Function.PERCENTILE, p, field) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether {@code name} is that of an aggregate. */
    public static boolean isName(String name) {
        return named(name, "") != null;
    }

    /** The field it is over; empty for a bare count. */
    public String field() {
        return field;
    }

    /** What is computed. */
    public Function function() {
        return function;
    }

    /** The word for it, as in a result's name: {@code sum}, {@code p99}. */
    public String label() {
        if (function == Function.PERCENTILE) {
            String p = percentile == Math.rint(percentile) ? Long.toString((long) percentile) : "" + percentile;
            return "p" + p.replace('.', '_');
        }
        return function.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The field of the result: that of the source field's name and unit, or {@code count}.
     *
     * @param source the source field's declaration, or null when it is not known
     * @param name the result's name
     */
    public FieldSpec result(FieldSpec source, String name) {
        if (function == Function.COUNT) {
            return FieldSpec.of(name, FieldType.INTEGER, Unit.COUNT, "how many");
        }
        Unit unit = source == null ? Unit.NONE : source.unit();
        boolean keepsType = function == Function.SUM || function == Function.MIN || function == Function.MAX;
        FieldType type = source == null ? FieldType.ANY : keepsType ? source.type() : FieldType.DECIMAL;
        String meaning = function.name().toLowerCase(java.util.Locale.ROOT) + " of " + field;
        return FieldSpec.of(name, type, unit, meaning);
    }

    /** Start adding up. */
    public Accumulator start() {
        return new Accumulator();
    }

    /** The running state over one group. Absent values don't count. */
    public final class Accumulator {
        private long count;
        private long longSum;
        private double sum;
        private double mean;
        private double squares;
        private boolean exact = true;
        private Object least;
        private Object greatest;
        private double[] values = new double[0];

        /** Take one value; with {@code count} of no field, any. */
        public void add(Object v) {
            if (v == null) {
                return;
            }
            count++;
            switch (function) {
                case COUNT -> {}
                case MIN -> least = least == null || ValueOrder.INSTANCE.compare(v, least) < 0 ? v : least;
                case MAX -> greatest = greatest == null || ValueOrder.INSTANCE.compare(v, greatest) > 0 ? v : greatest;
                default -> number(v);
            }
        }

        private void number(Object v) {
            if (!(v instanceof Number n)) {
                count--;
                return;
            }
            double d = n.doubleValue();
            if (v instanceof Long l) {
                long next = longSum + l;
                exact &= ((longSum ^ next) & (l ^ next)) >= 0;
                longSum = next;
            } else {
                exact = false;
            }
            sum += d;
            double delta = d - mean;
            mean += delta / count;
            squares += delta * (d - mean);
            if (function == Function.PERCENTILE) {
                if (count > values.length) {
                    values = Arrays.copyOf(values, Math.max(16, values.length * 2));
                }
                values[(int) count - 1] = d;
            }
        }

        /** The result, or null when there was no value to make it of. */
        public Object result() {
            return switch (function) {
                case COUNT -> (Object) count;
                case SUM -> count == 0 ? (Object) 0L : exact ? (Object) longSum : (Object) sum;
                case AVG -> count == 0 ? null : (Object) (sum / count);
                case MIN -> least;
                case MAX -> greatest;
                case STDEV -> count == 0 ? null : (Object) Math.sqrt(Math.max(0, squares / count));
                case PERCENTILE -> count == 0 ? null : (Object) rank();
            };
        }

        /** Between the two nearest ranks, linearly. */
        private double rank() {
            double[] sorted = Arrays.copyOf(values, (int) count);
            Arrays.sort(sorted);
            double at = percentile / 100 * (sorted.length - 1);
            int below = (int) at;
            int above = Math.min(sorted.length - 1, below + 1);
            return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
        }
    }
}
