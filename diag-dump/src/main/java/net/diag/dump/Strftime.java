package net.diag.dump;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The conversions of strftime(3) that file names use. */
final class Strftime {
    private Strftime() {}

    /** The text with its conversions replaced; an unknown one stays as it is. */
    static String format(String text, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char conversion = text.charAt(++i);
            String pattern = pattern(conversion);
            if (conversion == '%') {
                out.append('%');
            } else if (conversion == 's') {
                out.append(time.toEpochSecond());
            } else if (pattern == null) {
                out.append('%').append(conversion);
            } else {
                out.append(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time));
            }
        }
        return out.toString();
    }

    private static String pattern(char conversion) {
        return switch (conversion) {
            case 'Y' -> "uuuu";
            case 'y' -> "uu";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'F' -> "uuuu-MM-dd";
            case 'T' -> "HH:mm:ss";
            case 'R' -> "HH:mm";
            case 'D' -> "MM/dd/uu";
            case 'j' -> "DDD";
            case 'b', 'h' -> "MMM";
            case 'B' -> "MMMM";
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'p' -> "a";
            case 'z' -> "xx";
            case 'Z' -> "zzz";
            default -> null;
        };
    }
}
