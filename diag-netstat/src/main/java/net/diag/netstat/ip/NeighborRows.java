package net.diag.netstat.ip;

import static net.diag.netlink.route.NeighborMessage.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.route.NeighborMessage;

/** Neighbours as rows, with the names of {@code ip -j -d -s neigh}; ages in seconds. */
final class NeighborRows {
    private static final String[] STATES = {
        "INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP", "PERMANENT"
    };
    private static final Object[] FLAGS = {
        0x80, "router", 0x08, "proxy", 0x10, "extern_learn", 0x20, "offload", 0x100, "managed", 0x200, "locked"
    };

    private final RtNames names;
    private final IntFunction<String> ifNames;

    NeighborRows(RtNames names, IntFunction<String> ifNames) {
        this.names = names;
        this.ifNames = ifNames;
    }

    Map<String, Object> row(NeighborMessage m) {
        Map<String, Object> r = new LinkedHashMap<>();
        AttributeSet a = m.attributes();
        if (a.has(NDA_DST)) {
            r.put("dst", AddressText.ip(a.bytes(NDA_DST)));
        }
        r.put("dev", ifNames.apply(m.ifIndex()));
        if (a.has(NDA_LLADDR)) {
            r.put("lladdr", AddressText.link(a.bytes(NDA_LLADDR)));
        }
        for (int i = 0; i < FLAGS.length; i += 2) {
            if ((m.flags() & (Integer) FLAGS[i]) != 0) {
                r.put((String) FLAGS[i + 1], null);
            }
        }
        if (a.length(NDA_CACHEINFO) >= 16) {
            ByteBuffer b = a.buffer(NDA_CACHEINFO);
            // confirmed, used, updated in clock ticks of 1/100 s, then refcnt (struct nda_cacheinfo).
            if (b.getInt(12) != 0) {
                r.put("refcnt", b.getInt(12));
            }
            r.put("used", (b.getInt(4) & 0xffff_ffffL) / 100);
            r.put("confirmed", (b.getInt(0) & 0xffff_ffffL) / 100);
            r.put("updated", (b.getInt(8) & 0xffff_ffffL) / 100);
        }
        if (a.has(NDA_PROBES)) {
            r.put("probes", a.u32(NDA_PROBES));
        }
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            if ((m.state() >> i & 1) != 0) {
                states.add(i < STATES.length ? STATES[i] : Integer.toHexString(1 << i));
            }
        }
        if (!states.isEmpty()) {
            r.put("state", states);
        }
        if (a.has(NDA_PROTOCOL)) {
            r.put("protocol", names.protocol(a.u8(NDA_PROTOCOL)));
        }
        return r;
    }
}
