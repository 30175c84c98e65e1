package net.diag.dump.print.app;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.diag.dump.print.Dissection;

/** NTP time stamps, short formats and differences (RFC 5905 §6). */
final class NtpTimes {
    private static final double FRACTION = 4294967296.0;
    private static final long UNIX_EPOCH = 2208988800L;
    private static final long ERA = 1L << 32;

    private NtpTimes() {}

    /** A 32-bit short format: 16 bits of seconds, 16 of fraction. */
    static void shortFormat(Dissection d, int o) {
        int fraction = d.u16(o + 2);
        d.dec(d.u16(o)).ch('.').decZero((int) (fraction / 65536.0 * 1000000.0), 6);
    }

    /** A 64-bit time stamp, with its date unless it is 0. Half of era 0 is taken for era 1 (RFC 4330 §3). */
    static void timestamp(Dissection d, int o) {
        long seconds = d.u32(o);
        d.dec(seconds).ch('.').decZero(nanos(d.u32(o + 4)), 9);
        if (seconds != 0) {
            long unix = seconds - UNIX_EPOCH + ((seconds & 0x80000000L) == 0 ? ERA : 0);
            LocalDateTime t = LocalDateTime.ofEpochSecond(unix, 0, ZoneOffset.UTC);
            d.text(" (")
                    .decZero(t.getYear(), 4)
                    .ch('-')
                    .decZero(t.getMonthValue(), 2)
                    .ch('-');
            d.decZero(t.getDayOfMonth(), 2).ch('T').decZero(t.getHour(), 2).ch(':');
            d.decZero(t.getMinute(), 2).ch(':').decZero(t.getSecond(), 2).text("Z)");
        }
    }

    /** How much later the time stamp at {@code later} is; itself where {@code earlier} isn't set. */
    static void difference(Dissection d, int earlier, int later) {
        long a = d.u32(earlier);
        if (a == 0) {
            timestamp(d, later);
            return;
        }
        long b = d.u32(later);
        long af = d.u32(earlier + 4);
        long bf = d.u32(later + 4);
        boolean negative = b < a || b == a && bf < af;
        long seconds = negative ? a - b : b - a;
        long fraction = negative ? af - bf : bf - af;
        if (fraction < 0) {
            fraction += ERA;
            seconds--;
        }
        d.ch(negative ? '-' : '+').dec(seconds).ch('.').decZero(nanos(fraction), 9);
    }

    private static int nanos(long fraction) {
        return (int) (fraction / FRACTION * 1000000000.0);
    }
}
