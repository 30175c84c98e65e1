package net.diag.ping;

import net.diag.record.IpAddress;

/**
 * Something about one probe that no packet told: it went out, it has no answer yet, it was given up, or
 * this machine refused to send it.
 *
 * @param timeNanos nanoseconds since the epoch
 * @param target where it went
 * @param sequence its number, from 1
 * @param error the C library's words for a refusal, or null
 * @param mtu the path MTU when it was too long, else 0
 */
record ProbeEvent(long timeNanos, IpAddress target, long sequence, String error, int mtu) {}
