package net.diag.dump.print;

/**
 * The time in front of a line, in tcpdump's five forms. The text of the last second is kept, since
 * most packets share it with the one before.
 */
final class TimeText {
    private final int format;
    private final boolean nanos;
    private final ZoneOffsets zone;
    private final PlainText cached = new PlainText();
    private long cachedSecond = Long.MIN_VALUE;
    private boolean haveReference;
    private long referenceSecond;
    private int referenceFraction;

    TimeText(PrintOptions options, ZoneOffsets zone) {
        format = options.timeFormat;
        nanos = options.nanos;
        this.zone = zone;
    }

    void print(Dissection d, long second, int fraction) {
        switch (format) {
            case 1 -> {}
            case 2 -> {
                d.unsigned(second);
                fraction(d, fraction);
                d.ch(' ');
            }
            case 3, 5 -> difference(d, second, fraction);
            default -> {
                if (second != cachedSecond) {
                    cache(second);
                }
                d.raw(cached.out, 0, cached.pos);
                fraction(d, fraction);
                d.ch(' ');
            }
        }
    }

    private void cache(long second) {
        cachedSecond = second;
        cached.pos = 0;
        long local = second + zone.at(second);
        if (format == 4) {
            date(cached, Math.floorDiv(local, 86400L));
            cached.ch(' ');
        }
        clock(cached, (int) Math.floorMod(local, 86400L));
    }

    private static void clock(TextOut<?> out, int secondOfDay) {
        out.decZero(secondOfDay / 3600, 2)
                .ch(':')
                .decZero(secondOfDay / 60 % 60, 2)
                .ch(':')
                .decZero(secondOfDay % 60, 2);
    }

    /** Civil date of a day number, by the Gregorian cycle of 400 years. */
    private static void date(TextOut<?> out, long epochDay) {
        long z = epochDay + 719468;
        long era = Math.floorDiv(z, 146097L);
        long dayOfEra = z - era * 146097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        long month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        if (year >= 0 && year < 10000) {
            out.decZero((int) year, 4);
        } else {
            out.dec(year);
        }
        out.ch('-').decZero((int) month, 2).ch('-').decZero((int) day, 2);
    }

    private void fraction(TextOut<?> d, int fraction) {
        d.ch('.');
        if (fraction >= 0 && fraction < (nanos ? 1_000_000_000 : 1_000_000)) {
            d.decZero(fraction, nanos ? 9 : 6);
        } else {
            d.dec(fraction & 0xffffffffL).text(nanos ? " (invalid ns)" : " (invalid us)");
        }
    }

    private void difference(Dissection d, long second, int fraction) {
        if (!haveReference) {
            haveReference = true;
            referenceSecond = second;
            referenceFraction = fraction;
        }
        boolean negative = second < referenceSecond || second == referenceSecond && fraction < referenceFraction;
        long seconds = negative ? referenceSecond - second : second - referenceSecond;
        int part = negative ? referenceFraction - fraction : fraction - referenceFraction;
        if (part < 0) {
            part += nanos ? 1_000_000_000 : 1_000_000;
            seconds--;
        }
        d.ch(negative ? '-' : ' ');
        clock(d, (int) (seconds % 86400));
        fraction(d, part);
        d.ch(' ');
        if (format == 3) {
            referenceSecond = second;
            referenceFraction = fraction;
        }
    }
}
