package net.diag.ping;

import net.diag.record.IpAddress;
import net.diag.sys.Interfaces;
import net.diag.sys.SockAddr;

/** A socket address as records hold it. */
final class RecordAddress {
    private RecordAddress() {}

    /** The address with its zone, or null when there is none (the offender of a local error). */
    static IpAddress of(SockAddr a) {
        byte[] bytes = a.addressBytes();
        if (bytes.length == 0) {
            return null;
        }
        IpAddress address = IpAddress.of(bytes);
        if (a.scopeId() == 0) {
            return address;
        }
        String zone = Interfaces.name(a.scopeId());
        return address.withZone(zone == null ? Integer.toString(a.scopeId()) : zone);
    }
}
