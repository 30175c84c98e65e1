package net.diag.record;

import java.nio.charset.StandardCharsets;

/**
 * Makes foreign text safe for a terminal: what could move the cursor, change colours, reverse the
 * writing direction or break a line becomes visible.
 *
 * <p>{@code \n}, {@code \t}, {@code \r} and {@code \\} are written so; other C0 controls, DEL and bytes
 * that are not UTF-8 as {@code \xHH}; C1 controls, line separators, direction marks and unassigned or
 * private code points as {@code \}{@code u{HEX}}. Printable text passes through unchanged.
 */
public final class Escape {
    private Escape() {}

    /** The text made visible; the same object if nothing had to be changed. */
    public static String text(String s) {
        int n = s.length();
        for (int i = 0; i < n; i++) {
            char c = s.charAt(i);
            if (c < 0x20 || c == '\\' || c >= 0x7f) {
                return slow(s, i);
            }
        }
        return s;
    }

    private static String slow(String s, int from) {
        StringBuilder b = new StringBuilder(s.length() + 16).append(s, 0, from);
        boolean changed = false;
        int i = from;
        while (i < s.length()) {
            int c = s.codePointAt(i);
            i += Character.charCount(c);
            if (isVisible(c)) {
                b.appendCodePoint(c);
            } else {
                changed = true;
                append(b, c);
            }
        }
        return changed ? b.toString() : s;
    }

    /** Bytes read as UTF-8, made visible; a byte that is not UTF-8 becomes {@code \xHH}. */
    public static String bytes(byte[] raw, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (raw[i] < 0x20 || raw[i] == '\\' || raw[i] == 0x7f) {
                return slow(raw, offset, end);
            }
        }
        return new String(raw, offset, length, StandardCharsets.ISO_8859_1);
    }

    /** Bytes read as UTF-8, made visible. */
    public static String bytes(byte[] raw) {
        return bytes(raw, 0, raw.length);
    }

    private static String slow(byte[] raw, int offset, int end) {
        StringBuilder b = new StringBuilder(end - offset + 16);
        int i = offset;
        while (i < end) {
            int n = sequenceLength(raw, i, end);
            if (n == 0) {
                hex(b.append("\\x"), raw[i] & 0xff, 2);
                i++;
                continue;
            }
            int c = n == 1 ? raw[i] : new String(raw, i, n, StandardCharsets.UTF_8).codePointAt(0);
            if (isVisible(c)) {
                b.appendCodePoint(c);
            } else {
                append(b, c);
            }
            i += n;
        }
        return b.toString();
    }

    /** The length of the valid UTF-8 sequence at {@code i} (RFC 3629 §4), or 0. */
    private static int sequenceLength(byte[] b, int i, int end) {
        int c = b[i] & 0xff;
        if (c < 0x80) {
            return 1;
        }
        int n = c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
        if (n == 0 || i + n > end) {
            return 0;
        }
        int second = b[i + 1] & 0xff;
        int least = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
        int most = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int k = 2; k < n; k++) {
            if ((b[i + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return n;
    }

    private static boolean isVisible(int c) {
        if (c < 0x7f) {
            return c >= 0x20 && c != '\\';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void append(StringBuilder b, int c) {
        switch (c) {
            case '\n' -> b.append("\\n");
            case '\t' -> b.append("\\t");
            case '\r' -> b.append("\\r");
            case '\\' -> b.append("\\\\");
            default -> {
                if (c < 0x80) {
                    hex(b.append("\\x"), c, 2);
                } else {
                    hex(b.append("\\u{"), c, 1).append('}');
                }
            }
        }
    }

    private static StringBuilder hex(StringBuilder b, int value, int least) {
        String s = Integer.toHexString(value);
        for (int i = s.length(); i < least; i++) {
            b.append('0');
        }
        return b.append(s);
    }
}
