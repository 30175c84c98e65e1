package net.diag.record.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.Quantity;
import net.diag.record.Unit;

/** A number in an expression, brought to the unit of the field that it is compared with. */
final class NumberLiteral {
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MAX_UNSIGNED =
            new BigDecimal(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    private static final BigDecimal EIGHT = BigDecimal.valueOf(8);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private NumberLiteral() {}

    /** The literal in the field's own unit. */
    static BigDecimal of(Field<?> f, boolean inJsonUnit, Operand.OfWord<?> word, Mistakes mistakes)
            throws ExpressionException {
        Quantity q = word.quoted() ? null : Quantity.parse(word.text());
        if (q == null) {
            throw mistakes.at(
                    word,
                    "'" + f.name() + "' is " + Mistakes.phrase(f) + ", and '" + word.text() + "' isn't one"
                            + example(f.unit(), inJsonUnit));
        }
        BigDecimal v = convert(f.unit(), inJsonUnit, q);
        if (v != null) {
            return v;
        }
        if (q.dimension() == Quantity.Dimension.NUMBER) {
            throw mistakes.at(
                    word,
                    "'" + f.name() + "' is a duration; give '" + word.text() + "' a unit: " + word.text() + "ms, "
                            + word.text() + "us, " + word.text() + "s");
        }
        throw mistakes.at(
                word,
                "'" + f.name() + "' is " + Mistakes.phrase(f) + ", and '" + word.text() + "' is "
                        + q.dimension().phrase());
    }

    private static String example(Unit u, boolean inJsonUnit) {
        return switch (u) {
            case NANOSECONDS -> inJsonUnit ? " (write 50)" : " (write 50ms, 1.5s)";
            case SECONDS -> " (write 50ms, 1.5s)";
            case BYTES, BYTES_PER_SECOND -> " (write 1500, 10kB, 1MiB)";
            case BITS_PER_SECOND -> " (write 100Mbit)";
            case PERCENT -> " (write 5%)";
            default -> "";
        };
    }

    private static BigDecimal convert(Unit u, boolean inJsonUnit, Quantity q) {
        BigDecimal v = q.value();
        return switch (q.dimension()) {
            case NUMBER -> {
                if (u != Unit.NANOSECONDS || v.signum() == 0) {
                    yield v;
                }
                yield inJsonUnit ? v.multiply(MILLION) : null;
            }
            case DURATION -> u == Unit.NANOSECONDS ? v : u == Unit.SECONDS ? v.movePointLeft(9) : null;
            case SIZE -> {
                if (u == Unit.BITS_PER_SECOND) {
                    yield v.multiply(EIGHT);
                }
                yield u == Unit.BYTES || u == Unit.BYTES_PER_SECOND ? v : null;
            }
            case BITS -> {
                if (u == Unit.BITS_PER_SECOND) {
                    yield v;
                }
                yield u == Unit.BYTES || u == Unit.BYTES_PER_SECOND ? v.divide(EIGHT) : null;
            }
            case PERCENT -> u == Unit.PERCENT ? v : u == Unit.RATIO ? v.movePointLeft(2) : null;
        };
    }

    /** {@code field op value}, exactly. */
    static <R> Node<R> compare(Field<R> f, Operator op, BigDecimal value) {
        if (f.type() == FieldType.DECIMAL) {
            return new NumberNodes.DoubleNode<>(f, op, value.doubleValue());
        }
        boolean whole = isWhole(value);
        if (op == Operator.EQUAL && !whole) {
            return new LogicNodes.Constant<>(false);
        }
        // x < 1.5 is x <= 1, and x > 1.5 is x >= 2.
        boolean below = op == Operator.LESS || op == Operator.LESS_OR_EQUAL;
        Operator exact = whole ? op : below ? Operator.LESS_OR_EQUAL : Operator.GREATER_OR_EQUAL;
        BigDecimal v = value.setScale(0, below ? RoundingMode.FLOOR : RoundingMode.CEILING);
        BigDecimal least = f.spec().unsigned() ? BigDecimal.ZERO : MIN;
        BigDecimal most = f.spec().unsigned() ? MAX_UNSIGNED : MAX;
        if (v.compareTo(least) < 0 || v.compareTo(most) > 0) {
            boolean always = v.signum() < 0 ? !below && op != Operator.EQUAL : below;
            return always ? new LogicNodes.Present<>(f) : new LogicNodes.Constant<>(false);
        }
        return NumberNodes.compare(f, exact, v.toBigInteger().longValue());
    }

    static boolean isWhole(BigDecimal v) {
        return v.signum() == 0 || v.stripTrailingZeros().scale() <= 0;
    }

    /** Whether it is a whole number that a {@code long} holds. */
    static boolean isLong(BigDecimal v) {
        return isWhole(v) && v.compareTo(MIN) >= 0 && v.compareTo(MAX) <= 0;
    }
}
