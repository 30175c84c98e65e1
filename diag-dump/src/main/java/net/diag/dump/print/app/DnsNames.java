package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;

/**
 * Domain names in messages (RFC 1035 §4.1.4): labels, and pointers that must go backwards, so that a
 * name always ends.
 */
final class DnsNames {
    private static final int POINTER = 0xc0;
    private static final int EXTENDED = 0x40;
    private static final int BIT_LABEL = 1;
    private static final int LONGEST = 255;

    private DnsNames() {}

    /** The offset behind the name at {@code o}, or -1 when the packet ends in it. */
    static int skip(Dissection d, int o) {
        int at = o;
        while (true) {
            if (!d.has(at, 1)) {
                return -1;
            }
            int l = d.u8(at++);
            if ((l & POINTER) == POINTER) {
                return at + 1;
            }
            if (l == 0) {
                return at;
            }
            if ((l & POINTER) == EXTENDED) {
                at = bitLabelEnd(d, at, l);
                if (at < 0) {
                    return -1;
                }
                continue;
            }
            at += l;
        }
    }

    private static int bitLabelEnd(Dissection d, int at, int l) {
        if ((l & ~POINTER) != BIT_LABEL || !d.has(at, 1)) {
            return -1;
        }
        int bits = d.u8(at);
        return at + 1 + ((bits == 0 ? 256 : bits) + 7) / 8;
    }

    /**
     * Print the name at {@code o}; pointers count from {@code message}.
     *
     * @return the offset behind it, or -1 when the packet ends in it or it is not one
     */
    static int print(Dissection d, int o, int message) {
        int behind = -1;
        int limit = o - message;
        int at = o;
        int chars = 0;
        if (!d.has(at, 1)) {
            return -1;
        }
        int l = d.u8(at++);
        if (l == 0) {
            d.ch('.');
            return at;
        }
        while (l != 0) {
            if ((l & POINTER) == POINTER) {
                if (!d.has(at, 1)) {
                    return -1;
                }
                int target = (l & 0x3f) << 8 | d.u8(at++);
                behind = behind < 0 ? at : behind;
                if (target >= limit) {
                    d.text("<BAD PTR>");
                    return -1;
                }
                limit = target;
                at = message + target;
                if (!d.has(at, 1)) {
                    return -1;
                }
                l = d.u8(at++);
                continue;
            }
            if ((l & POINTER) == EXTENDED) {
                at = extended(d, at, l);
                if (at < 0) {
                    return -1;
                }
            } else if ((l & POINTER) != 0) {
                d.text("<ELT ").dec(l & 0x3f).ch('>');
                return -1;
            } else {
                if (!d.has(at, l)) {
                    return -1;
                }
                if (chars <= LONGEST) {
                    for (int i = 0; i < l; i++) {
                        if (chars++ >= LONGEST) {
                            break;
                        }
                        d.safe(d.u8(at + i));
                    }
                }
                at += l;
            }
            chars++;
            if (chars > LONGEST) {
                d.text("<DOMAIN NAME TOO LONG>");
                return behind < 0 ? skip(d, at) : behind;
            }
            d.ch('.');
            if (!d.has(at, 1)) {
                return -1;
            }
            l = d.u8(at++);
        }
        return behind < 0 ? at : behind;
    }

    /** A bit label (RFC 2673), as {@code \[x…/bits]}. */
    private static int extended(Dissection d, int at, int l) {
        int end = bitLabelEnd(d, at, l);
        if ((l & ~POINTER) != BIT_LABEL) {
            d.text("<ELT ").dec(l & 0x3f).ch('>');
            return -1;
        }
        if (end < 0 || !d.has(at, end - at)) {
            return -1;
        }
        int bits = d.u8(at);
        bits = bits == 0 ? 256 : bits;
        d.text("\\[x");
        for (int left = bits, p = at + 1; left > 0; left -= 8, p++) {
            int b = d.u8(p);
            if (left >= 8) {
                d.hex(b, 2);
            } else if (left > 4) {
                d.hex(b & 0xff << 8 - left, 2);
            } else {
                d.hex((b & 0xff << 8 - left) >> 4, 1);
            }
        }
        d.ch('/').dec(bits).ch(']');
        return end;
    }
}
