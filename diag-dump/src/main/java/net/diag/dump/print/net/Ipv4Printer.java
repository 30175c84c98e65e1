package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** IPv4 (RFC 791): the header at {@code -v}, then the upper layer. */
public final class Ipv4Printer implements Printer {
    public static final Ipv4Printer INSTANCE = new Ipv4Printer();

    private static final int HEADER = 20;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET_MASK = 0x1fff;
    private static final Tokens FLAGS = Tokens.of(0x2000, "+", 0x4000, "DF", 0x8000, "rsvd");

    private Ipv4Printer() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "ip";
        if (!d.linkHeader) {
            d.text("IP ");
        }
        if (length < HEADER) {
            d.invalid("length", length, "<", HEADER);
            return;
        }
        int version = d.u8(o) >> 4;
        if (version != 4) {
            d.invalid("version", version, "!=", 4);
            return;
        }
        int headerLength = (d.u8(o) & 15) << 2;
        if (headerLength < HEADER) {
            d.invalid("header length", headerLength, "<", HEADER);
            return;
        }
        int total = d.u16(o + 2);
        int protocol = d.u8(o + 9);
        boolean offloaded = false;
        if (total > length) {
            d.text("[total length ").dec(total).text(" > length ").dec(length).ch(']');
            d.invalid().ch(' ');
            total = length;
        }
        if (total < headerLength) {
            offloaded = total == 0 && (protocol == IpProtocols.TCP || protocol == IpProtocols.UDP);
            if (!offloaded) {
                d.invalid("total length", total, "<", headerLength);
                return;
            }
            total = length;
        }
        int outer = d.ip;
        int outerVersion = d.ipVersion;
        int outerEnd = d.narrow((long) o + total);
        payload(d, o, headerLength, total, offloaded);
        d.widen(outerEnd);
        d.ip = outer;
        d.ipVersion = outerVersion;
    }

    private static void payload(Dissection d, int o, int headerLength, int total, boolean offloaded) {
        d.ip = o;
        d.ipVersion = 4;
        d.finalDestination = -1;
        int protocol = d.u8(o + 9);
        int fragment = d.u16(o + 6);
        if (d.verbose > 0 && !header(d, o, headerLength, total, offloaded)) {
            return;
        }
        if (headerLength > HEADER) {
            Ipv4Options.findFinalDestination(d, o, headerLength);
        }
        if ((fragment & OFFSET_MASK) == 0) {
            if (protocol != IpProtocols.TCP
                    && protocol != IpProtocols.UDP
                    && protocol != IpProtocols.SCTP
                    && protocol != IpProtocols.DCCP) {
                d.ip4(o + 12).arrow().ip4(o + 16).text(": ");
            }
            d.fragmented = (fragment & MORE_FRAGMENTS) != 0;
            d.ttl = d.u8(o + 8);
            IpProtocols.print(d, protocol, o + headerLength, total - headerLength);
        } else if (!(d.quiet && d.verbose < 0)) {
            d.ip4(o + 12).arrow().ip4(o + 16).ch(':');
            IpProtocols.label(d, protocol);
        }
    }

    /** Prints what {@code -v} shows of the header; false if the options were cut off. */
    private static boolean header(Dissection d, int o, int headerLength, int total, boolean offloaded) {
        int tos = d.u8(o + 1);
        d.text("(tos 0x").hex(tos);
        switch (tos & 3) {
            case 1 -> d.text(",ECT(1)");
            case 2 -> d.text(",ECT(0)");
            case 3 -> d.text(",CE");
            default -> {}
        }
        int ttl = d.u8(o + 8);
        if (ttl >= 1) {
            d.text(", ttl ").dec(ttl);
        }
        int fragment = d.u16(o + 6);
        int protocol = d.u8(o + 9);
        d.text(", id ")
                .dec(d.u16(o + 4))
                .text(", offset ")
                .dec((fragment & OFFSET_MASK) << 3)
                .text(", flags [");
        d.bits(FLAGS, "none", fragment & 0xe000).text("], proto ").text(IpProtocols.name(protocol));
        d.text(" (").dec(protocol).text("), length ");
        if (offloaded) {
            d.dec(total).text(total > 65535 ? " [was 0, presumed BIG TCP]" : " [was 0, presumed TSO]");
        } else {
            d.dec(d.u16(o + 2));
        }
        boolean complete = true;
        if (headerLength > HEADER) {
            d.text(", options (");
            complete = Ipv4Options.print(d, o + HEADER, headerLength - HEADER);
            if (!complete) {
                d.text(" [truncated-option]");
            }
            d.ch(')');
        }
        if (!d.options.trustChecksums && d.has(o, headerLength)) {
            int sum = d.checksum(o, headerLength);
            if (sum != 0) {
                int found = d.u16(o + 10);
                d.text(", bad cksum ")
                        .hex(found)
                        .text(" (->")
                        .hex(Dissection.rightChecksum(sum, found))
                        .text(")!");
            }
        }
        d.text(d.options.oneLine ? ") " : ")\n    ");
        if (!complete) {
            d.ip4(o + 12).arrow().ip4(o + 16).text(": ");
            d.truncationMark();
        }
        return complete;
    }
}
