package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;
import net.diag.dump.print.Printer;

/** IPv6 (RFC 8200) with its extension headers, then the upper layer. */
public final class Ipv6Printer implements Printer {
    public static final Ipv6Printer INSTANCE = new Ipv6Printer();

    private static final int HEADER = 40;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;
    private static final int MOBILITY = 135;
    private static final int MOBILITY_OLD = 62;

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
        int next = d.u8(o + 6);
        boolean jumbo = payload == 0 && length > HEADER;
        if (payload + HEADER > length) {
            d.text("[header+payload length ")
                    .dec(payload + HEADER)
                    .text(" > length ")
                    .dec(length)
                    .ch(']');
            d.invalid().ch(' ');
            payload = length - HEADER;
        }
        if (d.verbose > 0) {
            header(d, o, next);
        }
        int outer = d.ip;
        int outerVersion = d.ipVersion;
        int outerEnd = d.end();
        d.ip = o;
        d.ipVersion = 6;
        d.finalDestination = -1;
        d.fragmented = false;
        d.ttl = d.u8(o + 7);
        if (!jumbo) {
            d.narrow((long) o + HEADER + payload);
        } else {
            payload = next == HOP_BY_HOP || next == IpProtocols.TCP || next == IpProtocols.UDP ? length - HEADER : 0;
        }
        chain(d, o, next, payload, jumbo);
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

    /** Follows the chain of extension headers to the upper layer. */
    private static void chain(Dissection d, int ip, int first, int payload, boolean jumbo) {
        int next = first;
        int at = ip + HEADER;
        int end = at + payload;
        if (next != IpProtocols.TCP
                && next != IpProtocols.UDP
                && next != IpProtocols.DCCP
                && next != IpProtocols.SCTP) {
            d.ip6(ip + 8).arrow().ip6(ip + 24).text(": ");
        }
        while (true) {
            switch (next) {
                case HOP_BY_HOP -> {
                    int size = Ipv6Extensions.hopByHop(d, at, end - at);
                    if (size < 0) {
                        return;
                    }
                    next = d.u8(at);
                    at += size;
                }
                case DESTINATION -> {
                    int size = Ipv6Extensions.destination(d, at, end - at);
                    if (size < 0) {
                        return;
                    }
                    next = d.u8(at);
                    at += size;
                }
                case ROUTING -> {
                    int size = Ipv6Routing.print(d, at, end - at);
                    if (size < 0) {
                        return;
                    }
                    next = d.u8(at);
                    at += size;
                }
                case FRAGMENT -> {
                    if (!Ipv6Extensions.fragment(d, at, end - at)) {
                        return;
                    }
                    next = d.u8(at);
                    at += 8;
                    d.fragmented = true;
                }
                case MOBILITY, MOBILITY_OLD -> {
                    MobilityPrinter.print(d, at, end - at);
                    return;
                }
                case AUTHENTICATION -> {
                    int size = AuthenticationHeader.print(d, at);
                    if (size < 0) {
                        return;
                    }
                    next = d.u8(at);
                    at += size;
                }
                default -> {
                    IpProtocols.print(d, next, at, end - at);
                    return;
                }
            }
        }
    }
}
