package net.diag.netstat.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of xtables extensions as iptables-save writes them ({@code linux/netfilter/xt_*.h}), for
 * legacy tables and for {@code nft_compat} expressions of iptables-nft. An extension that is not known
 * here is shown with its revision and size, never left out.
 */
final class XtText {
    private static final String[] CT_STATES = {
        "INVALID", "ESTABLISHED", "RELATED", "NEW", null, null, "SNAT", "DNAT", "UNTRACKED"
    };
    /** iptables writes the states in this order of their bits. */
    private static final int[] CT_STATE_ORDER = {0, 3, 2, 1, 8, 6, 7};

    private static final String[] CT_STATUS = {"EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED"};
    private static final String[] TYPES = {
        "UNSPEC",
        "UNICAST",
        "LOCAL",
        "BROADCAST",
        "ANYCAST",
        "MULTICAST",
        "BLACKHOLE",
        "UNREACHABLE",
        "PROHIBIT",
        "THROW",
        "NAT",
        "XRESOLVE"
    };
    private static final String[] TCP_FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};

    private XtText() {}

    /** An {@code nft_compat} expression, in iptables' words. */
    static String of(int family, String kind, String name, int revision, byte[] info) {
        return kind.equals("match")
                ? "-m " + name + match(family, name, revision, info)
                : "-j " + name + target(family, name, revision, info);
    }

    /** An IP protocol by iptables-save's name. */
    static String protocol(int number) {
        String n = DataType.INET_PROTO.nameOf(BigInteger.valueOf(number));
        return n == null ? Integer.toString(number) : n;
    }

    private static String not(boolean inverted) {
        return inverted ? " !" : "";
    }

    private static String names(String[] all, long bits) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            if ((bits >> i & 1) != 0) {
                list.add(i < all.length && all[i] != null ? all[i] : "bit" + i);
            }
        }
        return list.isEmpty() ? "NONE" : String.join(",", list);
    }

    private static String states(long bits) {
        List<String> list = new ArrayList<>();
        for (int i : CT_STATE_ORDER) {
            if ((bits >> i & 1) != 0) {
                list.add(CT_STATES[i]);
            }
        }
        return String.join(",", list);
    }

    private static String range(long from, long to) {
        return from == to ? Long.toString(from) : from + ":" + to;
    }

    static String quoted(String s) {
        boolean plain = !s.isEmpty();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            plain &= c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '\'';
        }
        return plain ? s : '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unknown(int revision, XtData d) {
        return " [rev " + revision + ", " + d.length() + " bytes]";
    }

    /** A match's options, each behind a blank. */
    static String match(int family, String name, int revision, byte[] info) {
        XtData d = new XtData(info);
        return switch (name) {
            case "tcp" -> ports(d, d.u8(11)) + tcpOptions(d);
            case "udp", "udplite" -> ports(d, d.u8(8));
            case "icmp" -> not(d.u8(3) != 0) + " --icmp-type " + icmpType(d);
            case "icmp6" -> not(d.u8(3) != 0) + " --icmpv6-type " + icmpType(d);
            case "comment" -> " --comment " + quoted(d.text(0, 256));
            case "conntrack" -> revision == 0 ? unknown(revision, d) : conntrack(family, d);
            case "state" -> " --state " + states(d.u32(0));
            case "multiport" -> multiport(d, revision);
            case "limit" -> limit(d);
            case "mark", "connmark" ->
                not(d.u8(8) != 0) + " --mark " + d.hex(0) + (d.u32(4) == 0xffff_ffffL ? "" : "/" + d.hex(4));
            case "addrtype" -> addressType(d);
            case "mac" -> not(d.u32(8) != 0) + " --mac-source " + mac(d);
            case "iprange" -> ipRange(family, d);
            case "owner" -> owner(d);
            case "length" -> not(d.u8(4) != 0) + " --length " + range(d.u16(0), d.u16(2));
            case "ttl" -> " --ttl-" + comparison(d.u8(0)) + ' ' + d.u8(1);
            case "hl" -> " --hl-" + comparison(d.u8(0)) + ' ' + d.u8(1);
            case "pkttype" -> not(d.u32(4) != 0) + " --pkt-type " + packetType(d.u32(0));
            case "dscp" -> not(d.u8(1) != 0) + " --dscp 0x" + hex2(d.u8(0));
            case "tos" -> not(d.u8(2) != 0) + " --tos 0x" + hex2(d.u8(1)) + "/0x" + hex2(d.u8(0));
            case "statistic" -> statistic(d);
            case "physdev" -> physicalDevice(d);
            case "recent" -> recent(family, revision, d);
            case "rpfilter" -> rpFilter(d.u8(0));
            case "helper" -> not(d.u32(0) != 0) + " --helper " + quoted(d.text(4, 30));
            case "esp", "ah" -> not((d.u8(8) & 1) != 0) + " --" + name + "spi " + range(d.u32(0), d.u32(4));
            case "socket", "osf", "eui64" -> revision == 0 ? "" : unknown(revision, d);
            default -> unknown(revision, d);
        };
    }

    private static String hex2(int v) {
        String s = Integer.toHexString(v);
        return s.length() == 1 ? "0" + s : s;
    }

    private static String comparison(int mode) {
        return switch (mode) {
            case 0 -> "eq";
            case 1 -> "ne";
            case 2 -> "lt";
            default -> "gt";
        };
    }

    private static String packetType(long t) {
        String[] names = {"unicast", "broadcast", "multicast"};
        return t < names.length ? names[(int) t] : Long.toString(t);
    }

    private static String ports(XtData d, int inverted) {
        StringBuilder s = new StringBuilder();
        if (d.u16(0) != 0 || d.u16(2) != 0xffff || (inverted & 1) != 0) {
            s.append(not((inverted & 1) != 0)).append(" --sport ").append(range(d.u16(0), d.u16(2)));
        }
        if (d.u16(4) != 0 || d.u16(6) != 0xffff || (inverted & 2) != 0) {
            s.append(not((inverted & 2) != 0)).append(" --dport ").append(range(d.u16(4), d.u16(6)));
        }
        return s.toString();
    }

    private static String tcpOptions(XtData d) {
        StringBuilder s = new StringBuilder();
        if (d.u8(8) != 0) {
            s.append(not((d.u8(11) & 8) != 0)).append(" --tcp-option ").append(d.u8(8));
        }
        if (d.u8(9) != 0) {
            s.append(not((d.u8(11) & 4) != 0)).append(" --tcp-flags ");
            s.append(names(TCP_FLAGS, d.u8(9))).append(' ').append(names(TCP_FLAGS, d.u8(10)));
        }
        return s.toString();
    }

    private static String icmpType(XtData d) {
        if (d.u8(0) == 255) {
            return "any";
        }
        boolean all = d.u8(1) == 0 && d.u8(2) == 255;
        return d.u8(0) + (all ? "" : "/" + d.u8(1));
    }

    private static String conntrack(int family, XtData d) {
        int flags = d.u16(146);
        int inverted = d.u16(148);
        StringBuilder s = new StringBuilder();
        if ((flags & 1) != 0) {
            s.append(not((inverted & 1) != 0)).append(" --ctstate ").append(states(d.u16(150)));
        }
        if ((flags & 2) != 0) {
            s.append(not((inverted & 2) != 0)).append(" --ctproto ").append(d.u16(136));
        }
        String[] addresses = {"--ctorigsrc", "--ctorigdst", "--ctreplsrc", "--ctrepldst"};
        for (int i = 0; i < 4; i++) {
            if ((flags >> 2 + i & 1) != 0) {
                s.append(not((inverted >> 2 + i & 1) != 0))
                        .append(' ')
                        .append(addresses[i])
                        .append(' ');
                s.append(d.address(family, i * 32));
                int prefix = SideText.prefixLength(d.bytes(i * 32 + 16, family == 2 ? 4 : 16));
                s.append(prefix < 0 ? "/" + d.address(family, i * 32 + 16) : "/" + prefix);
            }
        }
        if ((flags & 0x40) != 0) {
            s.append(not((inverted & 0x40) != 0)).append(" --ctstatus ").append(names(CT_STATUS, d.u16(152)));
        }
        if ((flags & 0x80) != 0) {
            s.append(not((inverted & 0x80) != 0)).append(" --ctexpire ").append(range(d.u32(128), d.u32(132)));
        }
        String[] ports = {"--ctorigsrcport", "--ctorigdstport", "--ctreplsrcport", "--ctrepldstport"};
        for (int i = 0; i < 4; i++) {
            if ((flags >> 8 + i & 1) != 0) {
                s.append(not((inverted >> 8 + i & 1) != 0))
                        .append(' ')
                        .append(ports[i])
                        .append(' ');
                s.append(d.be16(138 + 2 * i));
            }
        }
        if ((flags & 0x1000) != 0) {
            s.append(" --ctdir ").append((inverted & 0x1000) != 0 ? "REPLY" : "ORIGINAL");
        }
        return s.toString();
    }

    private static String multiport(XtData d, int revision) {
        StringBuilder s = new StringBuilder(not(revision > 0 && d.u8(47) != 0));
        s.append(d.u8(0) == 0 ? " --sports " : d.u8(0) == 1 ? " --dports " : " --ports ");
        int count = Math.min(d.u8(1), 15);
        for (int i = 0; i < count; i++) {
            s.append(i > 0 ? "," : "").append(d.u16(2 + 2 * i));
            if (revision > 0 && d.u8(32 + i) != 0 && i + 1 < count) {
                s.append(':').append(d.u16(2 + 2 * ++i));
            }
        }
        return s.toString();
    }

    private static String limit(XtData d) {
        long period = Math.max(1, d.u32(0));
        long[] scale = {864_000_000L, 36_000_000L, 600_000L, 10_000L};
        String[] units = {"day", "hour", "min", "sec"};
        int i = 1;
        while (i < 4 && period <= scale[i] && scale[i] / period >= scale[i] % period) {
            i++;
        }
        String burst = d.u32(4) == 5 ? "" : " --limit-burst " + d.u32(4);
        return " --limit " + scale[i - 1] / period + '/' + units[i - 1] + burst;
    }

    private static String addressType(XtData d) {
        StringBuilder s = new StringBuilder();
        if (d.u16(0) != 0) {
            s.append(not((d.u32(4) & 1) != 0)).append(" --src-type ").append(names(TYPES, d.u16(0)));
        }
        if (d.u16(2) != 0) {
            s.append(not((d.u32(4) & 2) != 0)).append(" --dst-type ").append(names(TYPES, d.u16(2)));
        }
        s.append((d.u32(4) & 4) != 0 ? " --limit-iface-in" : "")
                .append((d.u32(4) & 8) != 0 ? " --limit-iface-out" : "");
        return s.toString();
    }

    private static String mac(XtData d) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            s.append(i > 0 ? ":" : "").append(hex2(d.u8(i)));
        }
        return s.toString();
    }

    private static String ipRange(int family, XtData d) {
        int flags = d.u8(64);
        StringBuilder s = new StringBuilder();
        if ((flags & 1) != 0) {
            s.append(not((flags & 16) != 0)).append(" --src-range ");
            s.append(d.address(family, 0)).append('-').append(d.address(family, 16));
        }
        if ((flags & 2) != 0) {
            s.append(not((flags & 32) != 0)).append(" --dst-range ");
            s.append(d.address(family, 32)).append('-').append(d.address(family, 48));
        }
        return s.toString();
    }

    private static String owner(XtData d) {
        int match = d.u8(16);
        int inverted = d.u8(17);
        StringBuilder s = new StringBuilder();
        if ((match & 1) != 0) {
            s.append(not((inverted & 1) != 0))
                    .append(" --uid-owner ")
                    .append(range(d.u32(0), d.u32(4)).replace(':', '-'));
        }
        if ((match & 2) != 0) {
            s.append(not((inverted & 2) != 0))
                    .append(" --gid-owner ")
                    .append(range(d.u32(8), d.u32(12)).replace(':', '-'));
        }
        if ((match & 4) != 0) {
            s.append(not((inverted & 4) != 0)).append(" --socket-exists");
        }
        return s.toString();
    }

    private static String statistic(XtData d) {
        String not = not((d.u16(2) & 1) != 0);
        if (d.u16(0) == 0) {
            long parts = Math.round(d.u32(4) * 1e11 / 0x8000_0000L);
            String digits = "00000000000" + parts;
            String fraction = digits.substring(digits.length() - 11);
            return " --mode random" + not + " --probability " + parts / 100_000_000_000L + '.' + fraction;
        }
        return " --mode nth" + not + " --every " + (d.u32(4) + 1) + " --packet " + d.u32(8);
    }

    private static String physicalDevice(XtData d) {
        int inverted = d.u8(64);
        int mask = d.u8(65);
        StringBuilder s = new StringBuilder();
        s.append((mask & 8) != 0 ? not((inverted & 8) != 0) + " --physdev-is-in" : "");
        s.append((mask & 1) != 0 ? not((inverted & 1) != 0) + " --physdev-in " + d.text(0, 16) : "");
        s.append((mask & 16) != 0 ? not((inverted & 16) != 0) + " --physdev-is-out" : "");
        s.append((mask & 2) != 0 ? not((inverted & 2) != 0) + " --physdev-out " + d.text(32, 16) : "");
        s.append((mask & 4) != 0 ? not((inverted & 4) != 0) + " --physdev-is-bridged" : "");
        return s.toString();
    }

    private static String recent(int family, int revision, XtData d) {
        int flags = d.u8(8);
        String[] modes = {"--rcheck", "--set", "--update", "--remove"};
        StringBuilder s = new StringBuilder(not(d.u8(9) != 0));
        for (int i = 0; i < 4; i++) {
            s.append((flags >> i & 1) != 0 ? " " + modes[i] : "");
        }
        s.append(d.u32(0) != 0 ? " --seconds " + d.u32(0) : "").append(d.u32(4) != 0 ? " --hitcount " + d.u32(4) : "");
        s.append((flags & 16) != 0 ? " --rttl" : "").append(" --name ").append(quoted(d.text(10, 200)));
        if (revision > 0) {
            s.append(" --mask ").append(d.address(family, 212));
        }
        return s.append(d.u8(210) == 0 ? " --rsource" : " --rdest").toString();
    }

    private static String rpFilter(int flags) {
        return ((flags & 1) != 0 ? " --loose" : "")
                + ((flags & 2) != 0 ? " --validmark" : "")
                + ((flags & 4) != 0 ? " --accept-local" : "")
                + ((flags & 8) != 0 ? " --invert" : "");
    }

    /** A target's options, each behind a blank. */
    static String target(int family, String name, int revision, byte[] info) {
        return XtTargetText.of(family, name, revision, new XtData(info));
    }
}
