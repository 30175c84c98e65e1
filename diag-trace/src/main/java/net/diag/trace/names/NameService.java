package net.diag.trace.names;

import net.diag.record.IpAddress;

/** What the faces ask about an address. Looking up is asked for early and taken late. */
public interface NameService {
    /** Start looking up, unless that was done before. Never blocks. */
    void request(IpAddress address);

    /** The name, or null when there is none or it isn't known in time. May wait a little. */
    String name(IpAddress address);

    /** The name if it is known by now, else null. Never blocks. */
    String nameNow(IpAddress address);

    /** No names at all. */
    NameService NONE = new NameService() {
        @Override
        public void request(IpAddress address) {}

        @Override
        public String name(IpAddress address) {
            return null;
        }

        @Override
        public String nameNow(IpAddress address) {
            return null;
        }
    };
}
