package net.diag.dump.print;

/**
 * Names of numbers (or of bits), for one field of one protocol. An open enumeration: the printer says
 * how a number without a name looks.
 */
public final class Tokens {
    private final int[] values;
    private final String[] names;
    private final String[] direct;

    private Tokens(int[] values, String[] names) {
        this.values = values;
        this.names = names;
        int max = 0;
        for (int value : values) {
            max = value < 0 || value > 511 ? 512 : Math.max(max, value);
        }
        direct = max < 512 ? new String[max + 1] : null;
        for (int i = values.length - 1; direct != null && i >= 0; i--) {
            direct[values[i]] = names[i];
        }
    }

    /** A table from alternating numbers and names; the first of equal numbers wins. */
    public static Tokens of(Object... numbersAndNames) {
        int count = numbersAndNames.length / 2;
        int[] values = new int[count];
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            values[i] = ((Number) numbersAndNames[2 * i]).intValue();
            names[i] = (String) numbersAndNames[2 * i + 1];
        }
        return new Tokens(values, names);
    }

    /** A table of names for consecutive numbers. */
    public static Tokens from(int first, String... names) {
        int[] values = new int[names.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + i;
        }
        return new Tokens(values, names);
    }

    /** The name, or null. */
    public String name(long value) {
        if (direct != null) {
            return value >= 0 && value < direct.length ? direct[(int) value] : null;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == (int) value) {
                return names[i];
            }
        }
        return null;
    }

    /** The name, or {@code otherwise}. */
    public String name(long value, String otherwise) {
        String name = name(value);
        return name != null ? name : otherwise;
    }

    int size() {
        return values.length;
    }

    int value(int index) {
        return values[index];
    }

    String nameAt(int index) {
        return names[index];
    }
}
