package net.diag.netstat.firewall;

/** Options of xtables targets as iptables-save writes them. */
final class XtTargetText {
    private static final String[] REJECT4 = {
        "icmp-net-unreachable",
        "icmp-host-unreachable",
        "icmp-proto-unreachable",
        "icmp-port-unreachable",
        "echo-reply",
        "icmp-net-prohibited",
        "icmp-host-prohibited",
        "tcp-reset",
        "icmp-admin-prohibited"
    };
    private static final String[] REJECT6 = {
        "icmp6-no-route",
        "icmp6-adm-prohibited",
        "icmp6-not-neighbour",
        "icmp6-addr-unreachable",
        "icmp6-port-unreachable",
        "echo-reply",
        "tcp-reset",
        "icmp6-policy-fail",
        "icmp6-reject-route"
    };

    private XtTargetText() {}

    static String of(int family, String name, int revision, XtData d) {
        return switch (name) {
            case "REJECT" -> {
                String[] names = family == 2 ? REJECT4 : REJECT6;
                long with = d.u32(0);
                yield " --reject-with " + (with < names.length ? names[(int) with] : Long.toString(with));
            }
            case "LOG" -> log(d);
            case "NFLOG" -> groupLog(d);
            case "MARK" -> " --set-xmark " + d.hex(0) + '/' + d.hex(4);
            case "CONNMARK" -> connmark(d);
            case "SNAT" -> " --to-source " + nat(family, d, revision > 0 || family != 2) + flags(d, revision, family);
            case "DNAT" ->
                " --to-destination " + nat(family, d, revision > 0 || family != 2) + flags(d, revision, family);
            case "MASQUERADE" -> toPorts(d, family) + flags(d, family == 2 ? 0 : 1, family);
            case "REDIRECT" -> toPorts(d, family) + flags(d, family == 2 ? 0 : 1, family);
            case "NETMAP" -> " --to " + d.address(family, family == 2 ? 8 : 4);
            case "TCPMSS" -> d.u16(0) == 0xffff ? " --clamp-mss-to-pmtu" : " --set-mss " + d.u16(0);
            case "CLASSIFY" ->
                " --set-class " + Long.toHexString(d.u32(0) >> 16) + ':' + Long.toHexString(d.u32(0) & 0xffff);
            case "DSCP" ->
                " --set-dscp 0x" + Integer.toHexString(0x100 | d.u8(0)).substring(1);
            case "TOS" ->
                " --set-tos 0x" + Integer.toHexString(0x100 | d.u8(1)).substring(1) + "/0x"
                        + Integer.toHexString(0x100 | d.u8(0)).substring(1);
            case "TTL" -> " --ttl-" + (d.u8(0) == 0 ? "set" : d.u8(0) == 1 ? "inc" : "dec") + ' ' + d.u8(1);
            case "HL" -> " --hl-" + (d.u8(0) == 0 ? "set" : d.u8(0) == 1 ? "inc" : "dec") + ' ' + d.u8(1);
            case "NFQUEUE" -> queue(d, revision);
            case "CT" -> conntrack(d);
            case "TPROXY" -> tproxy(family, d, revision);
            case "CHECKSUM" -> " --checksum-fill";
            case "TRACE", "NOTRACK", "ACCEPT", "DROP" -> "";
            default -> " [rev " + revision + ", " + d.length() + " bytes]";
        };
    }

    private static String log(XtData d) {
        int flags = d.u8(1);
        String prefix = d.text(2, 30);
        return (prefix.isEmpty() ? "" : " --log-prefix " + XtText.quoted(prefix))
                + (d.u8(0) == 4 ? "" : " --log-level " + d.u8(0))
                + ((flags & 1) != 0 ? " --log-tcp-sequence" : "")
                + ((flags & 2) != 0 ? " --log-tcp-options" : "")
                + ((flags & 4) != 0 ? " --log-ip-options" : "")
                + ((flags & 8) != 0 ? " --log-uid" : "")
                + ((flags & 32) != 0 ? " --log-macdecode" : "");
    }

    private static String groupLog(XtData d) {
        String prefix = d.text(12, 64);
        return (prefix.isEmpty() ? "" : " --nflog-prefix " + XtText.quoted(prefix))
                + (d.u16(4) == 0 ? "" : " --nflog-group " + d.u16(4))
                + (d.u32(0) == 0 ? "" : " --nflog-size " + d.u32(0))
                + (d.u16(6) <= 1 ? "" : " --nflog-threshold " + d.u16(6));
    }

    private static String connmark(XtData d) {
        return switch (d.u8(12)) {
            case 0 -> " --set-xmark " + d.hex(0) + '/' + d.hex(4);
            case 1 -> " --save-mark --nfmask " + d.hex(8) + " --ctmask " + d.hex(4);
            default -> " --restore-mark --nfmask " + d.hex(8) + " --ctmask " + d.hex(4);
        };
    }

    /** Flags and range start behind the count of ranges in IPv4's first revision. */
    private static String nat(int family, XtData d, boolean range) {
        int start = range ? 0 : 4;
        long flags = d.u32(start);
        int minimum = start + 4;
        int maximum = range ? minimum + 16 : minimum + 4;
        int ports = range ? maximum + 16 : maximum + 4;
        StringBuilder s = new StringBuilder();
        boolean hasPorts = (flags & 2) != 0;
        if ((flags & 1) != 0) {
            String first = d.address(family, minimum);
            String last = d.address(family, maximum);
            s.append(hasPorts && family != 2 ? '[' + first + ']' : first);
            s.append(first.equals(last) ? "" : "-" + last);
        }
        if (hasPorts) {
            s.append(':').append(d.be16(ports));
            s.append(d.be16(ports) == d.be16(ports + 2) ? "" : "-" + d.be16(ports + 2));
        }
        return s.toString();
    }

    private static String flags(XtData d, int revision, int family) {
        long flags = d.u32(revision > 0 || family != 2 ? 0 : 4);
        return ((flags & 4) != 0 ? " --random" : "")
                + ((flags & 16) != 0 ? " --random-fully" : "")
                + ((flags & 8) != 0 ? " --persistent" : "");
    }

    private static String toPorts(XtData d, int family) {
        int flags = family == 2 ? 4 : 0;
        int ports = family == 2 ? 16 : 36;
        if ((d.u32(flags) & 2) == 0) {
            return "";
        }
        return " --to-ports " + d.be16(ports) + (d.be16(ports) == d.be16(ports + 2) ? "" : "-" + d.be16(ports + 2));
    }

    private static String queue(XtData d, int revision) {
        int total = revision > 0 ? d.u16(2) : 1;
        String number =
                total > 1 ? " --queue-balance " + d.u16(0) + ':' + (d.u16(0) + total - 1) : " --queue-num " + d.u16(0);
        return number + (revision > 1 && (d.u16(4) & 1) != 0 ? " --queue-bypass" : "");
    }

    private static String conntrack(XtData d) {
        return ((d.u16(0) & 1) != 0 ? " --notrack" : "")
                + (d.text(12, 16).isEmpty() ? "" : " --helper " + d.text(12, 16))
                + (d.u16(2) == 0 ? "" : " --zone " + d.u16(2));
    }

    private static String tproxy(int family, XtData d, int revision) {
        if (revision == 0) {
            return " --on-port " + d.be16(12) + " --on-ip " + d.address(2, 8) + " --tproxy-mark " + d.hex(4) + '/'
                    + d.hex(0);
        }
        return " --on-port " + d.be16(24) + " --on-ip " + d.address(family, 8) + " --tproxy-mark " + d.hex(4) + '/'
                + d.hex(0);
    }
}
