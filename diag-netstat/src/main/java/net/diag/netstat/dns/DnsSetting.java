package net.diag.netstat.dns;

import net.diag.record.RecordType;

/**
 * A setting of name resolution.
 *
 * @param name {@code search}, {@code options}, {@code hosts} (of nsswitch), {@code warning} …
 * @param value as configured, or by default
 * @param origin the file that it comes from, or {@code default}
 */
record DnsSetting(String name, String value, String origin) {
    /** The record type, apart so that a text run does not load it. */
    static final class Type {
        static final RecordType<DnsSetting> SETTING = RecordType.<DnsSetting>of(
                        "diag/netstat/dns_setting/1", "a setting of name resolution")
                .text("name", DnsSetting::name, "which setting")
                .text("value", DnsSetting::value, "its value")
                .text("origin", DnsSetting::origin, "where it is configured")
                .build();

        private Type() {}
    }
}
