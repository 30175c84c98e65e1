package net.diag.netstat.firewall;

/** Judges xtables extensions over a {@link Flow}: those that only look at the packet. */
final class XtMatcher {
    private XtMatcher() {}

    private static Boolean inverted(boolean matches, boolean invert) {
        return matches != invert;
    }

    private static boolean within(int v, int from, int to) {
        return v >= from && v <= to;
    }

    /** TRUE, FALSE, or null when it can't be said. */
    static Boolean matches(Flow f, Loads loads, boolean seen, String name, int revision, byte[] info) {
        XtData d = new XtData(info);
        return switch (name) {
            case "comment" -> Boolean.TRUE;
            case "tcp" -> f.protocol == Flow.TCP ? ports(f, d, d.u8(11), tcpFlags(d)) : Boolean.FALSE;
            case "udp" -> f.protocol == Flow.UDP ? ports(f, d, d.u8(8), Boolean.TRUE) : Boolean.FALSE;
            case "icmp" -> f.protocol == Flow.ICMP && inverted(icmp(d, 8), (d.u8(3) & 1) != 0);
            case "icmp6" -> f.protocol == Flow.ICMPV6 && inverted(icmp(d, 128), (d.u8(3) & 1) != 0);
            case "multiport" -> multiport(f, d, revision);
            case "state" -> (d.u32(0) & state(f, seen)) != 0;
            case "conntrack" -> conntrack(f, d, revision, seen);
            case "mark" -> mark(f.mark, d);
            case "connmark" -> seen && !f.untracked ? mark(f.ctMark, d) : Boolean.FALSE;
            case "pkttype" -> {
                Bits type = loads.meta(f, 19);
                yield inverted(type.value()[0] == d.u32(0), d.u32(4) != 0);
            }
            case "iprange" -> addressRange(f, d);
            default -> null;
        };
    }

    private static Boolean tcpFlags(XtData d) {
        if (d.u8(8) != 0) {
            return null; // asks for an option, which is the sender's choice
        }
        boolean matches = (2 & d.u8(9)) == d.u8(10);
        return inverted(matches, (d.u8(11) & 4) != 0);
    }

    private static Boolean ports(Flow f, XtData d, int invert, Boolean rest) {
        boolean source = within(f.sourcePort, d.u16(0), d.u16(2)) != ((invert & 1) != 0);
        boolean destination = within(f.destinationPort, d.u16(4), d.u16(6)) != ((invert & 2) != 0);
        return source && destination ? rest : Boolean.FALSE;
    }

    private static boolean icmp(XtData d, int type) {
        return d.u8(0) == 255 || d.u8(0) == type && within(0, d.u8(1), d.u8(2));
    }

    private static Boolean multiport(Flow f, XtData d, int revision) {
        if (!f.hasPorts()) {
            return Boolean.FALSE;
        }
        boolean found = false;
        int count = Math.min(d.u8(1), 15);
        for (int i = 0; i < count; i++) {
            int from = d.u16(2 + 2 * i);
            int to = from;
            if (revision > 0 && d.u8(32 + i) != 0 && i + 1 < count) {
                to = d.u16(2 + 2 * ++i);
            }
            found |= d.u8(0) != 1 && within(f.sourcePort, from, to);
            found |= d.u8(0) != 0 && within(f.destinationPort, from, to);
        }
        return inverted(found, revision > 0 && d.u8(47) != 0);
    }

    private static int state(Flow f, boolean seen) {
        return f.untracked ? 1 << 8 : seen ? 1 << 3 : 1;
    }

    private static Boolean conntrack(Flow f, XtData d, int revision, boolean seen) {
        int flags = d.u16(146);
        if (revision == 0 || (flags & ~1) != 0) {
            return null;
        }
        return inverted((d.u16(150) & state(f, seen)) != 0, (d.u16(148) & 1) != 0);
    }

    private static Boolean mark(Bits mark, XtData d) {
        byte[] mask = d.bytes(4, 4);
        Boolean equal = mark.masked(mask, new byte[4]).isEqual(d.bytes(0, 4));
        return equal == null ? null : equal != (d.u8(8) != 0);
    }

    private static Boolean addressRange(Flow f, XtData d) {
        int flags = d.u8(64);
        int n = f.source.length;
        boolean source = (flags & 1) == 0 || in(f.source, d.bytes(0, n), d.bytes(16, n)) != ((flags & 16) != 0);
        boolean destination =
                (flags & 2) == 0 || in(f.destination, d.bytes(32, n), d.bytes(48, n)) != ((flags & 32) != 0);
        return source && destination;
    }

    private static boolean in(byte[] a, byte[] from, byte[] to) {
        return java.util.Arrays.compareUnsigned(a, from) >= 0 && java.util.Arrays.compareUnsigned(a, to) <= 0;
    }

    /** What a target does, or null when it can't be said. */
    static Outcome.Kind target(Flow f, Loads loads, String name, byte[] info) {
        XtData d = new XtData(info);
        return switch (name) {
            case "REJECT" -> Outcome.Kind.REJECT;
            case "LOG", "NFLOG", "TCPMSS", "CLASSIFY", "CHECKSUM", "TRACE", "AUDIT", "CONNMARK" ->
                Outcome.Kind.CONTINUE;
            case "MARK" -> {
                byte[] keep = d.bytes(4, 4);
                for (int i = 0; i < 4; i++) {
                    keep[i] = (byte) ~keep[i];
                }
                f.mark = f.mark.masked(keep, d.bytes(0, 4));
                yield Outcome.Kind.CONTINUE;
            }
            case "NOTRACK", "CT" -> {
                f.untracked |= name.equals("NOTRACK") || (d.u16(0) & 1) != 0;
                yield Outcome.Kind.CONTINUE;
            }
            case "SNAT", "MASQUERADE" -> Outcome.Kind.ACCEPT;
            case "REDIRECT" -> {
                int flags = f.isV4() ? 4 : 0;
                if ((d.u32(flags) & 2) != 0) {
                    f.destinationPort = d.be16(f.isV4() ? 16 : 36);
                }
                loads.redirect(f);
                yield Outcome.Kind.ACCEPT;
            }
            case "DNAT" -> destination(f, d);
            default -> null;
        };
    }

    private static Outcome.Kind destination(Flow f, XtData d) {
        // IPv4's first revision counts ranges; later ones and IPv6's have one struct nf_nat_range.
        boolean old = f.isV4() && d.length() < 40;
        int start = old ? 4 : 0;
        long flags = d.u32(start);
        int n = f.destination.length;
        if ((flags & 1) != 0) {
            f.destination = d.bytes(start + 4, n);
        }
        if ((flags & 2) != 0) {
            f.destinationPort = d.be16(old ? 16 : 36);
        }
        return Outcome.Kind.ACCEPT;
    }
}
