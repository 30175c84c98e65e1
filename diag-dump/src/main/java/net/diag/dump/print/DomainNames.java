package net.diag.dump.print;

/**
 * Domain names as DNS encodes them (RFC 1035 §4.1.4): labels, and pointers that must go backwards, so
 * that no loop can arise.
 */
public final class DomainNames {
    private static final int MAXIMUM_LABELS = 128;

    private DomainNames() {}

    /**
     * Prints the name at {@code offset}.
     *
     * @param message where the message begins that pointers count from
     * @return the offset behind the name; negative if the name is broken ({@code <BAD PTR>} was printed)
     */
    public static int print(Dissection d, int offset, int message) {
        int at = offset;
        int after = -1;
        int lowest = offset;
        int labels = 0;
        while (true) {
            int length = d.u8(at);
            if (length == 0) {
                if (labels == 0) {
                    d.ch('.');
                }
                return after >= 0 ? after : at + 1;
            }
            if ((length & 0xc0) == 0xc0) {
                int target = message + (d.u16(at) & 0x3fff);
                if (after < 0) {
                    after = at + 2;
                }
                if (target >= lowest) {
                    d.text("<BAD PTR>");
                    return -1;
                }
                lowest = target;
                at = target;
                continue;
            }
            if ((length & 0xc0) != 0 || ++labels > MAXIMUM_LABELS) {
                d.text("<BAD PTR>");
                return -1;
            }
            d.string(at + 1, length);
            d.ch('.');
            at += 1 + length;
        }
    }

    /** The offset behind the name at {@code offset}; negative if it is broken. */
    public static int skip(Dissection d, int offset) {
        int at = offset;
        while (true) {
            int length = d.u8(at);
            if (length == 0) {
                return at + 1;
            }
            if ((length & 0xc0) == 0xc0) {
                d.check(at, 2);
                return at + 2;
            }
            if ((length & 0xc0) != 0) {
                return -1;
            }
            at += 1 + length;
        }
    }
}
