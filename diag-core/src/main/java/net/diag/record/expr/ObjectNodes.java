package net.diag.record.expr;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.diag.record.Field;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.IpAddress;
import net.diag.record.IpPrefix;
import net.diag.record.Unit;

/** Comparisons of texts, addresses and lists. An absent field compares as false. */
final class ObjectNodes {
    private ObjectNodes() {}

    /** {@code field op constant}, by the natural order of one class. */
    static final class Compare<R> extends Node<R> {
        private final Field<R> field;
        private final Operator op;
        private final Comparable<Object> constant;

        @SuppressWarnings("unchecked")
        Compare(Field<R> field, Operator op, Comparable<?> constant) {
            this.field = field;
            this.op = op;
            // The compiler pairs a field only with a constant of its values' class.
            this.constant = (Comparable<Object>) constant;
        }

        @Override
        boolean test(R r) {
            Object v = field.value(r);
            if (v == null) {
                return false;
            }
            return op == Operator.EQUAL ? constant.equals(v) : op.holds(-Integer.signum(constant.compareTo(v)));
        }
    }

    /** {@code field op field}, for values of one class. */
    static final class TwoFields<R> extends Node<R> {
        private final Field<R> left;
        private final Operator op;
        private final Field<R> right;

        TwoFields(Field<R> left, Operator op, Field<R> right) {
            this.left = left;
            this.op = op;
            this.right = right;
        }

        @Override
        @SuppressWarnings("unchecked")
        boolean test(R r) {
            Object a = left.value(r);
            Object b = right.value(r);
            if (a == null || b == null) {
                return false;
            }
            return op == Operator.EQUAL ? a.equals(b) : op.holds(((Comparable<Object>) a).compareTo(b));
        }
    }

    /** An address equal to one without a zone, in whatever zone. */
    static final class AddressInAnyZone<R> extends Node<R> {
        private final Field<R> field;
        private final IpAddress address;

        AddressInAnyZone(Field<R> field, IpAddress address) {
            this.field = field;
            this.address = address;
        }

        @Override
        boolean test(R r) {
            return field.value(r) instanceof IpAddress a
                    && a.low() == address.low()
                    && a.high() == address.high()
                    && a.isV6() == address.isV6();
        }
    }

    /** A regular expression found anywhere in a text, or in an address's text form. */
    static final class Match<R> extends Node<R> {
        private final Field<R> field;
        private final Pattern pattern;

        Match(Field<R> field, Pattern pattern) {
            this.field = field;
            this.pattern = pattern;
        }

        @Override
        boolean test(R r) {
            Object v = field.value(r);
            if (v == null) {
                return false;
            }
            Matcher m = pattern.matcher(v.toString());
            return m.find();
        }
    }

    /** An address or a prefix inside a prefix. */
    static final class InPrefix<R> extends Node<R> {
        private final Field<R> field;
        private final IpPrefix prefix;

        InPrefix(Field<R> field, IpPrefix prefix) {
            this.field = field;
            this.prefix = prefix;
        }

        @Override
        boolean test(R r) {
            Object v = field.value(r);
            if (v instanceof String s) {
                // Foreign JSON has addresses as text.
                v = s.indexOf('/') < 0 ? IpAddress.parse(s) : IpPrefix.parse(s);
            }
            return v instanceof IpAddress a ? prefix.contains(a) : v instanceof IpPrefix p && prefix.contains(p);
        }
    }

    /** {@code 10.1.2.3 in field}: the field is a prefix that contains the address. */
    static final class PrefixContains<R> extends Node<R> {
        private final Field<R> field;
        private final IpPrefix inner;

        PrefixContains(Field<R> field, IpPrefix inner) {
            this.field = field;
            this.inner = inner;
        }

        @Override
        boolean test(R r) {
            return field.value(r) instanceof IpPrefix p && p.contains(inner);
        }
    }

    /** {@code field in [a, b]}, for texts. */
    static final class InSet<R> extends Node<R> {
        private final Field<R> field;
        private final Set<?> values;

        InSet(Field<R> field, Set<?> values) {
            this.field = field;
            this.values = values;
        }

        @Override
        boolean test(R r) {
            Object v = field.value(r);
            return v != null && values.contains(v);
        }
    }

    /** At least one element of a list passes. */
    static final class AnyElement<R> extends Node<R> {
        private final Field<R> list;
        private final Node<Object> test;

        AnyElement(Field<R> list, Node<Object> test) {
            this.list = list;
            this.test = test;
        }

        @Override
        boolean test(R r) {
            Object v = list.value(r);
            if (v instanceof List<?> elements) {
                for (Object e : elements) {
                    if (e != null && test.test(e)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** The elements of a list as if they were a field, so that every comparison works on them. */
    static final class Element extends Field<Object> {
        Element(Field<?> list) {
            super(new FieldSpec(
                    list.name(),
                    list.jsonName(),
                    list.elementType() == null ? FieldType.ANY : list.elementType(),
                    list.unit() == null ? Unit.NONE : list.unit(),
                    list.meaning(),
                    false,
                    list.spec().unsigned(),
                    list.nested(),
                    null,
                    list.knownValues(),
                    null));
        }

        @Override
        public boolean isAbsent(Object r) {
            return r == null;
        }

        @Override
        public long longValue(Object r) {
            return ((Number) r).longValue();
        }

        @Override
        public double doubleValue(Object r) {
            return ((Number) r).doubleValue();
        }

        @Override
        public boolean booleanValue(Object r) {
            return (Boolean) r;
        }

        @Override
        public Object value(Object r) {
            return r;
        }
    }
}
