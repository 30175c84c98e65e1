package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;

/** IPsec's authentication header (RFC 4302). */
public final class AuthenticationHeader {
    private static final int FIXED = 12;

    private AuthenticationHeader() {}

    /** Prints the header; returns its length, negative if it is broken. */
    public static int print(Dissection d, int o) {
        d.protocol = "ah";
        d.check(o, FIXED);
        int words = d.u8(o + 1);
        int size = (words + 2) << 2;
        d.text("AH(");
        if (d.verbose > 0) {
            d.text("length=").dec(words).ch('(').dec(size).text("-bytes),");
        }
        int reserved = d.u16(o + 2);
        if (reserved != 0) {
            d.text("reserved=0x").hex(reserved).text("[MustBeZero],");
        }
        d.text("spi=0x").hex(d.u32(o + 4), 8).ch(',');
        d.text("seq=0x").hex(d.u32(o + 8));
        if (size < FIXED) {
            d.invalid();
            return -1;
        }
        d.text(",icv=0x");
        d.plainHex(o + FIXED, size - FIXED).text("): ");
        return size;
    }
}
