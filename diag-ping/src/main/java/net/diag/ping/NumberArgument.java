package net.diag.ping;

/**
 * Numbers as iputils reads them: {@code strtol(3)} with a range, exit status 1; {@code strtod(3)} with
 * a point whatever the locale, exit status 2.
 */
final class NumberArgument {
    private NumberArgument() {}

    /** A decimal integer in {@code least}…{@code most}; {@code what} starts the message, for example {@code invalid argument}. */
    static long integer(String text, String what, long least, long most) throws PingException {
        int at = skipBlanks(text, 0);
        int start = at;
        boolean negative = false;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            negative = text.charAt(at++) == '-';
        }
        long value = 0;
        boolean overflow = false;
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            int d = text.charAt(at++) - '0';
            if (value > (Long.MAX_VALUE - d) / 10) {
                overflow = true;
            } else {
                value = value * 10 + d;
            }
        }
        if (start == text.length() || at == digits || at != text.length()) {
            throw new PingException(1, what + ": '" + text + "'");
        }
        if (overflow) {
            throw new PingException(1, what + ": '" + text + "': Numerical result out of range");
        }
        long signed = negative ? -value : value;
        if (signed < least || signed > most) {
            throw new PingException(1, what + ": '" + text + "': out of range: " + least + " <= value <= " + most);
        }
        return signed;
    }

    /** A non-negative integer in decimal or with {@code 0x}; -1 when it isn't one. */
    static long decimalOrHex(String text) {
        boolean hex = text.length() > 1 && text.charAt(0) == '0' && (text.charAt(1) | 0x20) == 'x';
        int from = hex ? 2 : 0;
        boolean signed = !hex && text.startsWith("-");
        try {
            return text.length() == from
                    ? hex ? 0 : -1
                    : signed ? -1 : Long.parseLong(text, from, text.length(), hex ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** A decimal number in {@code least}…{@code most}, exit status 2 otherwise. */
    static double decimal(String text, double least, double most) throws PingException {
        int[] end = new int[1];
        double value = leadingDecimal(text, end);
        if (end[0] == 0 || end[0] != text.length() || !(value >= least && value <= most)) {
            throw PingException.fatal("invalid argument: '" + text + "'");
        }
        return value;
    }

    /**
     * The number at the start of {@code text}, and in {@code end[0]} where it ends (0: there is none).
     */
    static double leadingDecimal(String text, int[] end) {
        int at = skipBlanks(text, 0);
        int start = at;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int digits = 0;
        int mark = at;
        at = skipDigits(text, at);
        digits += at - mark;
        if (at < text.length() && text.charAt(at) == '.') {
            mark = at + 1;
            int after = skipDigits(text, mark);
            digits += after - mark;
            at = after > mark || digits > 0 ? after : at;
        }
        if (digits == 0) {
            end[0] = 0;
            return 0;
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int e = at + 1;
            if (e < text.length() && (text.charAt(e) == '-' || text.charAt(e) == '+')) {
                e++;
            }
            int after = skipDigits(text, e);
            at = after > e ? after : at;
        }
        end[0] = at;
        return Double.parseDouble(text.substring(start, at));
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) >= 9 && text.charAt(at) <= 13)) {
            at++;
        }
        return at;
    }
}
