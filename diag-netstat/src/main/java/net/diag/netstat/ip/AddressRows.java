package net.diag.netstat.ip;

import static net.diag.netlink.route.AddressMessage.*;

import java.util.LinkedHashMap;
import java.util.Map;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.route.AddressMessage;

/** Addresses as rows, with the names of {@code ip -j -d addr}'s {@code addr_info}. */
final class AddressRows {
    private static final long FOREVER = 0xffff_ffffL;
    private static final int IFA_F_SECONDARY = 0x01;
    private static final int IFA_F_PERMANENT = 0x80;
    private static final int AF_INET6 = 10;
    private static final Object[] FLAGS = {
        0x02,
        "nodad",
        0x04,
        "optimistic",
        0x08,
        "dadfailed",
        0x10,
        "home",
        0x20,
        "deprecated",
        0x40,
        "tentative",
        0x100,
        "mngtmpaddr",
        0x200,
        "noprefixroute",
        0x400,
        "autojoin",
        0x800,
        "stable-privacy"
    };

    private AddressRows() {}

    static Map<String, Object> row(AddressMessage m) {
        Map<String, Object> r = new LinkedHashMap<>();
        AttributeSet a = m.attributes();
        r.put("family", RtNames.family(m.family()));
        String local = AddressText.ip(m.local());
        r.put("local", local);
        if (a.has(IFA_LOCAL) && a.has(IFA_ADDRESS)) {
            String peer = AddressText.ip(a.bytes(IFA_ADDRESS));
            if (!peer.equals(local)) {
                r.put("address", peer);
            }
        }
        r.put("prefixlen", m.prefixLength());
        if (a.has(IFA_RT_PRIORITY)) {
            r.put("metric", a.u32(IFA_RT_PRIORITY));
        }
        if (a.has(IFA_BROADCAST)) {
            r.put("broadcast", AddressText.ip(a.bytes(IFA_BROADCAST)));
        }
        if (a.has(IFA_ANYCAST)) {
            r.put("anycast", AddressText.ip(a.bytes(IFA_ANYCAST)));
        }
        r.put("scope", RtNames.scope(m.scope()));
        flags(m, r);
        if (a.has(IFA_LABEL)) {
            r.put("label", a.string(IFA_LABEL));
        }
        if (a.has(IFA_PROTO)) {
            int p = a.u8(IFA_PROTO);
            String[] names = {"unspec", "kernel_lo", "kernel_ra", "kernel_ll"};
            r.put("protocol", p < names.length ? names[p] : Integer.toString(p));
        }
        if (a.length(IFA_CACHEINFO) >= 8) {
            var b = a.buffer(IFA_CACHEINFO);
            long preferred = b.getInt(0) & FOREVER;
            long valid = b.getInt(4) & FOREVER;
            // Seconds; null means for ever (ip prints 4294967295).
            r.put("valid_life_time", valid == FOREVER ? null : valid);
            r.put("preferred_life_time", preferred == FOREVER ? null : preferred);
        }
        return r;
    }

    private static void flags(AddressMessage m, Map<String, Object> r) {
        int left = m.flags();
        if ((left & IFA_F_SECONDARY) != 0) {
            r.put(m.family() == AF_INET6 ? "temporary" : "secondary", true);
            left &= ~IFA_F_SECONDARY;
        }
        for (int i = 0; i < FLAGS.length; i += 2) {
            int bit = (Integer) FLAGS[i];
            if ((left & bit) != 0) {
                r.put((String) FLAGS[i + 1], true);
                left &= ~bit;
            }
        }
        if ((left & IFA_F_PERMANENT) == 0) {
            r.put("dynamic", true);
        }
        left &= ~IFA_F_PERMANENT;
        if (left != 0) {
            r.put("ifa_flags", Integer.toHexString(left));
        }
    }
}
