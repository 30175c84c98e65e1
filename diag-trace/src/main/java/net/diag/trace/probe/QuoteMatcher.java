package net.diag.trace.probe;

/** Knows which probe a quoted packet was. */
interface QuoteMatcher {
    /** The probe's running number, or -1 when the quoted packet is none of ours. */
    int match(Quote quote);

    /** The transport checksum in the quote, when the protocol has one in its first 8 bytes; else -1. */
    int checksum(Quote quote);
}
