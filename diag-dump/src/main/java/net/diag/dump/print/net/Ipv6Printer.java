package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;
import net.diag.dump.print.Printer;

/** IPv6 (RFC 8200). */
public final class Ipv6Printer implements Printer {
    public static final Ipv6Printer INSTANCE = new Ipv6Printer();

    private static final int HEADER = 40;

    private Ipv6Printer() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "ip6";
        if (!d.linkHeader) {
            d.text("IP6 ");
        }
        if (length < HEADER) {
            d.invalid("length", length, "<", HEADER);
            return;
        }
        int version = d.u8(o) >> 4;
        if (version != 6) {
            d.invalid("version", version, "!=", 6);
            return;
        }
        d.check(o, HEADER);
        int payload = d.u16(o + 4);
        if (payload + HEADER > length) {
            d.text("[header+payload length ")
                    .dec(payload + HEADER)
                    .text(" > length ")
                    .dec(length)
                    .ch(']');
            d.invalid().ch(' ');
            payload = length - HEADER;
        }
        int next = d.u8(o + 6);
        if (d.verbose > 0) {
            header(d, o, next);
        }
        int outer = d.ip;
        int outerVersion = d.ipVersion;
        int outerEnd = d.narrow((long) o + HEADER + payload);
        d.ip = o;
        d.ipVersion = 6;
        d.finalDestination = -1;
        d.fragmented = false;
        d.ttl = d.u8(o + 7);
        if (next != IpProtocols.TCP
                && next != IpProtocols.UDP
                && next != IpProtocols.SCTP
                && next != IpProtocols.DCCP) {
            d.ip6(o + 8).arrow().ip6(o + 24).text(": ");
        }
        IpProtocols.print(d, next, o + HEADER, payload);
        d.widen(outerEnd);
        d.ip = outer;
        d.ipVersion = outerVersion;
    }

    private static void header(Dissection d, int o, int next) {
        long word = d.u32(o);
        long trafficClass = word >> 20 & 0xff;
        long flow = word & 0xfffff;
        d.ch('(');
        if (trafficClass != 0) {
            d.text("class 0x").hex(trafficClass, 2).text(", ");
        }
        if (flow != 0) {
            d.text("flowlabel 0x").hex(flow, 5).text(", ");
        }
        d.text("hlim ")
                .dec(d.u8(o + 7))
                .text(", next-header ")
                .text(IpProtocols.name(next))
                .text(" (")
                .dec(next);
        d.text("), payload length ").dec(d.u16(o + 4)).text(") ");
    }
}
