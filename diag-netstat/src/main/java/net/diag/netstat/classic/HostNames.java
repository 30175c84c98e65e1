package net.diag.netstat.classic;

import java.util.HashMap;
import java.util.Map;
import net.diag.record.Escape;
import net.diag.sys.AddressInfo;
import net.diag.sys.SockAddr;
import net.diag.wire.InetAddresses;

/** Names of addresses by the system's resolver, each asked once. */
final class HostNames {
    private final Map<String, String> known = new HashMap<>();

    /** The name of an address, or null when it has none. */
    String name(byte[] address) {
        String text = InetAddresses.format(address);
        if (!known.containsKey(text)) {
            SockAddr s = address.length == 4 ? SockAddr.inet4(address, 0) : SockAddr.inet6(address, 0, 0, 0);
            String name = AddressInfo.name(s, AddressInfo.NI_NAMEREQD);
            known.put(text, name == null ? null : Escape.text(name));
        }
        return known.get(text);
    }
}
