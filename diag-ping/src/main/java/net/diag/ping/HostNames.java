package net.diag.ping;

import net.diag.record.Escape;
import net.diag.sys.AddressInfo;
import net.diag.sys.Interfaces;
import net.diag.sys.SockAddr;
import net.diag.wire.InetAddresses;

/**
 * How an address appears in a line: by number (with the zone of a link-local one), or
 * {@code name (number)} where it has a name and names are wanted.
 */
final class HostNames implements IpOptionText.Names {
    private final boolean wanted;
    private SockAddr last;
    private String lastText;

    /** With {@code wanted}, addresses are looked up. */
    HostNames(boolean wanted) {
        this.wanted = wanted;
    }

    String of(SockAddr address) {
        if (last != null && last.equals(address)) {
            return lastText;
        }
        String text = number(address);
        if (wanted) {
            String name = AddressInfo.name(address, AddressInfo.NI_NAMEREQD);
            if (name != null) {
                text = Escape.text(name) + " (" + text + ")";
            }
        }
        last = address;
        lastText = text;
        return text;
    }

    @Override
    public String of(byte[] ipv4Address) {
        return of(SockAddr.inet4(ipv4Address, 0));
    }

    /** The number, with {@code %zone} where there is one. */
    static String number(SockAddr address) {
        byte[] bytes = address.addressBytes();
        if (bytes.length == 0) {
            return "?";
        }
        String text = InetAddresses.format(bytes);
        int scope = address.scopeId();
        if (scope == 0) {
            return text;
        }
        String zone = Interfaces.name(scope);
        return text + "%" + (zone == null ? Integer.toString(scope) : zone);
    }
}
