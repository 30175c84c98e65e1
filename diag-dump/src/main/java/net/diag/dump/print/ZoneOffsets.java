package net.diag.dump.print;

import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.TimeZone;

/** The local zone's offset from UTC, in seconds. Zones that are UTC by name cost no zone data at start. */
public final class ZoneOffsets {
    private final ZoneRules rules;

    private ZoneOffsets(ZoneRules rules) {
        this.rules = rules;
    }

    /**
     * The zone that the environment names.
     *
     * @param tz the value of {@code TZ}, null if unset
     */
    public static ZoneOffsets of(String tz) {
        if (tz != null) {
            switch (tz) {
                case "", "UTC", "UTC0", "GMT", "GMT0", "Etc/UTC", "Z" -> {
                    return new ZoneOffsets(null);
                }
                default -> {}
            }
        }
        return new ZoneOffsets(TimeZone.getDefault().toZoneId().getRules());
    }

    /** The offset at a time (seconds since 1970). */
    int at(long second) {
        return rules == null
                ? 0
                : rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }
}
