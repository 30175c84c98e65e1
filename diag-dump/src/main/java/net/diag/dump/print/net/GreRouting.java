package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;

/** The source route entries of a GRE header (RFC 1701). */
final class GreRouting {
    private static final int IPV4 = 0x0800;
    private static final int AUTONOMOUS_SYSTEMS = 0xfffe;

    private GreRouting() {}

    /** Prints the entries; returns the offset behind them. */
    static int print(Dissection d, int o, int end) {
        int at = o;
        while (true) {
            int family = d.u16(at);
            int next = d.u8(at + 2);
            int size = d.u8(at + 3);
            at += 4;
            if (size == 0) {
                return at;
            }
            if (family == IPV4) {
                entry(d, at, new int[] {next, size, end, 4}, ", (rtaf=ip");
            } else if (family == AUTONOMOUS_SYSTEMS) {
                entry(d, at, new int[] {next, size, end, 2}, ", (rtaf=asn");
            } else {
                d.text(", (rtaf=0x").hex(family).ch(')');
            }
            if (end - at < size) {
                throw d.truncated();
            }
            at += size;
        }
    }

    /** Prints one entry; {@code shape}: offset of the next element, length, end of the packet, element size. */
    private static void entry(Dissection d, int o, int[] shape, String label) {
        int next = shape[0];
        int size = shape[1];
        int element = shape[3];
        d.text(label);
        if (next % element != 0) {
            d.text(", badoffset=").dec(next);
        } else if (size % element != 0) {
            d.text(", badlength=").dec(size);
        } else if (next >= size) {
            d.text(", badoff/len=").dec(next).ch('/').dec(size);
        } else {
            for (int i = 0; i < size; i += element) {
                if (shape[2] - (o + i) < element) {
                    throw d.truncated();
                }
                d.check(o + i, element);
                d.text(i == next ? " *" : " ");
                if (element == 4) {
                    d.ipv4Text(d.s32(o + i));
                } else {
                    d.hex(d.u16(o + i));
                }
            }
        }
        d.ch(')');
    }
}
