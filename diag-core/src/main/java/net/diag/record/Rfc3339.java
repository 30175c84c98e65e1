package net.diag.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Time stamps as RFC 3339 writes them, in UTC with always nine decimals:
 * {@code 2026-11-24T08:45:25.123456789Z}.
 */
public final class Rfc3339 {
    private static final long NANOS = 1_000_000_000L;

    private Rfc3339() {}

    /** Print {@code epochNanos} (since 1970-01-01T00:00:00Z). */
    public static void print(TextOut out, long epochNanos) {
        long seconds = Math.floorDiv(epochNanos, NANOS);
        long nanos = epochNanos - seconds * NANOS;
        long days = Math.floorDiv(seconds, 86400);
        int second = (int) (seconds - days * 86400);
        // Days to year, month and day in the proleptic Gregorian calendar, years beginning in March.
        long z = days + 719468;
        long era = Math.floorDiv(z, 146097);
        int dayOfEra = (int) (z - era * 146097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        out.printPadded(year, 4)
                .print('-')
                .printPadded(month, 2)
                .print('-')
                .printPadded(day, 2)
                .print('T');
        out.printPadded(second / 3600, 2)
                .print(':')
                .printPadded(second / 60 % 60, 2)
                .print(':');
        out.printPadded(second % 60, 2).print('.').printPadded(nanos, 9).print('Z');
    }

    /** The text of {@code epochNanos}. */
    public static String format(long epochNanos) {
        TextBuffer b = new TextBuffer(64);
        print(b, epochNanos);
        return b.toString();
    }

    /**
     * Nanoseconds since the epoch of an RFC 3339 text with any offset, or of a date alone (midnight
     * UTC).
     *
     * @throws IllegalArgumentException if it is none, or outside the years 1678 to 2261
     */
    public static long parse(String text) {
        try {
            String full = text.length() == 10 ? text + "T00:00:00Z" : text.replace(' ', 'T');
            Instant i = OffsetDateTime.parse(full).toInstant();
            long seconds = i.getEpochSecond();
            // The earliest second that is representable is so only with its nanoseconds.
            return seconds < 0
                    ? Math.addExact(Math.multiplyExact(seconds + 1, NANOS), i.getNano() - NANOS)
                    : Math.addExact(Math.multiplyExact(seconds, NANOS), i.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not an RFC 3339 time: " + text, e);
        }
    }
}
