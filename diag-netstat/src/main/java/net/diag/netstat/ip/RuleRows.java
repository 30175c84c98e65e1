package net.diag.netstat.ip;

import static net.diag.netlink.route.RuleMessage.*;

import java.util.LinkedHashMap;
import java.util.Map;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.route.RuleMessage;

/** Policy rules as rows, with the names of {@code ip -j -d rule}. */
final class RuleRows {
    private static final int FIB_RULE_INVERT = 2;
    private static final int FIB_RULE_UNRESOLVED = 4;
    private static final int FIB_RULE_IIF_DETACHED = 8;
    private static final int FIB_RULE_OIF_DETACHED = 16;
    private static final int FR_ACT_TO_TBL = 1;
    private static final int FR_ACT_GOTO = 2;
    private static final int FR_ACT_NOP = 3;

    private final RtNames names;

    RuleRows(RtNames names) {
        this.names = names;
    }

    Map<String, Object> row(RuleMessage m) {
        Map<String, Object> r = new LinkedHashMap<>();
        AttributeSet a = m.attributes();
        // Not in ip's output: which of the two lists the rule is in.
        r.put("family", RtNames.family(m.family()));
        r.put("priority", a.u32(FRA_PRIORITY));
        if ((m.flags() & FIB_RULE_INVERT) != 0) {
            r.put("not", null);
        }
        selector(r, "src", a, FRA_SRC, m.sourceLength());
        selector(r, "dst", a, FRA_DST, m.destinationLength());
        if (m.tos() != 0) {
            r.put("tos", "0x" + Integer.toHexString(m.tos()));
        }
        if (a.has(FRA_FWMARK) || a.has(FRA_FWMASK)) {
            if (a.u32(FRA_FWMARK) != 0 || a.u32(FRA_FWMASK) != 0) {
                r.put("fwmark", "0x" + Long.toHexString(a.u32(FRA_FWMARK)));
                if (a.u32(FRA_FWMASK) != 0xffff_ffffL) {
                    r.put("fwmask", "0x" + Long.toHexString(a.u32(FRA_FWMASK)));
                }
            }
        }
        if (a.has(FRA_IIFNAME)) {
            r.put("iif", a.string(FRA_IIFNAME));
            if ((m.flags() & FIB_RULE_IIF_DETACHED) != 0) {
                r.put("iif_detached", null);
            }
        }
        if (a.has(FRA_OIFNAME)) {
            r.put("oif", a.string(FRA_OIFNAME));
            if ((m.flags() & FIB_RULE_OIF_DETACHED) != 0) {
                r.put("oif_detached", null);
            }
        }
        if (a.u8(FRA_L3MDEV) != 0) {
            r.put("l3mdev", null);
        }
        if (a.length(FRA_UID_RANGE) >= 8) {
            r.put("uid_start", a.buffer(FRA_UID_RANGE).getInt(0) & 0xffff_ffffL);
            r.put("uid_end", a.buffer(FRA_UID_RANGE).getInt(4) & 0xffff_ffffL);
        }
        if (a.has(FRA_IP_PROTO)) {
            r.put("ipproto", RtNames.ipProtocol(a.u8(FRA_IP_PROTO)));
        }
        range(r, "sport", a, FRA_SPORT_RANGE);
        range(r, "dport", a, FRA_DPORT_RANGE);
        if (a.has(FRA_TUN_ID)) {
            r.put("tun_id", a.be64(FRA_TUN_ID));
        }
        action(m, r);
        if (a.has(FRA_PROTOCOL)) {
            r.put("protocol", names.protocol(a.u8(FRA_PROTOCOL)));
        }
        return r;
    }

    private static void selector(Map<String, Object> r, String name, AttributeSet a, int type, int length) {
        if (a.has(type)) {
            byte[] b = a.bytes(type);
            r.put(name, AddressText.ip(b));
            if (length != b.length * 8) {
                r.put(name + "len", length);
            }
        } else if (length != 0) {
            r.put(name, "0");
            r.put(name + "len", length);
        } else if (name.equals("src")) {
            r.put(name, "all");
        }
    }

    private static void range(Map<String, Object> r, String name, AttributeSet a, int type) {
        if (a.length(type) >= 4) {
            int start = a.buffer(type).getShort(0) & 0xffff;
            int end = a.buffer(type).getShort(2) & 0xffff;
            if (start == end) {
                r.put(name, start);
            } else {
                r.put(name + "_start", start);
                r.put(name + "_end", end);
            }
        }
    }

    private void action(RuleMessage m, Map<String, Object> r) {
        AttributeSet a = m.attributes();
        if (m.action() == FR_ACT_TO_TBL && m.table() != 0) {
            r.put("table", names.table(m.table()));
        }
        if (a.has(FRA_SUPPRESS_PREFIXLEN) && a.s32(FRA_SUPPRESS_PREFIXLEN) != -1) {
            r.put("suppress_prefixlen", a.s32(FRA_SUPPRESS_PREFIXLEN));
        }
        if (a.has(FRA_SUPPRESS_IFGROUP) && a.s32(FRA_SUPPRESS_IFGROUP) != -1) {
            r.put("suppress_ifgroup", names.group(a.u32(FRA_SUPPRESS_IFGROUP)));
        }
        if (a.has(FRA_FLOW)) {
            long flow = a.u32(FRA_FLOW);
            if (flow >>> 16 != 0) {
                r.put("flow_from", Long.toString(flow >>> 16));
            }
            if ((flow & 0xffff) != 0) {
                r.put("flow_to", Long.toString(flow & 0xffff));
            }
        }
        switch (m.action()) {
            case FR_ACT_TO_TBL -> {}
            case FR_ACT_GOTO -> {
                r.put("goto", a.u32(FRA_GOTO));
                if ((m.flags() & FIB_RULE_UNRESOLVED) != 0) {
                    r.put("unresolved", null);
                }
            }
            case FR_ACT_NOP -> r.put("nop", null);
            default -> r.put("action", RtNames.type(m.action()));
        }
    }
}
