package net.diag.shell.data;

import java.util.Comparator;
import net.diag.record.IpAddress;

/**
 * An order over the values of fields: numbers by size, addresses by family and bytes, booleans false
 * first, all else as text with runs of digits by their number ({@code eth2} before {@code eth10}).
 * Absent values come last.
 */
public final class ValueOrder implements Comparator<Object> {
    public static final ValueOrder INSTANCE = new ValueOrder();

    private ValueOrder() {}

    @Override
    public int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        if (a instanceof Long x && b instanceof Long y) {
            return x.compareTo(y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x.compareTo(y);
        }
        if (a instanceof IpAddress x && b instanceof IpAddress y) {
            return x.compareTo(y);
        }
        return texts(a.toString(), b.toString());
    }

    private static int texts(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (isDigit(x) && isDigit(y)) {
                int iEnd = digitsEnd(a, i);
                int jEnd = digitsEnd(b, j);
                int c = numbers(a, i, iEnd, b, j, jEnd);
                if (c != 0) {
                    return c;
                }
                i = iEnd;
                j = jEnd;
            } else if (x != y) {
                return Character.compare(x, y);
            } else {
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int numbers(String a, int i, int iEnd, String b, int j, int jEnd) {
        int x = i;
        int y = j;
        while (x < iEnd - 1 && a.charAt(x) == '0') {
            x++;
        }
        while (y < jEnd - 1 && b.charAt(y) == '0') {
            y++;
        }
        int c = Integer.compare(iEnd - x, jEnd - y);
        for (; c == 0 && x < iEnd; x++, y++) {
            c = Character.compare(a.charAt(x), b.charAt(y));
        }
        return c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digitsEnd(String s, int from) {
        int i = from;
        while (i < s.length() && isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }
}
