package net.diag.ping;

import java.util.HashMap;
import java.util.Map;
import net.diag.record.Escape;
import net.diag.sys.AddressInfo;
import net.diag.sys.Interfaces;
import net.diag.sys.SockAddr;
import net.diag.wire.InetAddresses;

/**
 * How an address appears in a line: by number (with the zone of a link-local one), or
 * {@code name (number)} where it has a name and names are wanted.
 *
 * <p>The resolver may take seconds. {@link #isKnown} asks it in a thread of its own, so that neither
 * probes nor replies wait for it; {@link #of} waits.
 */
final class HostNames implements IpOptionText.Names {
    /** Answers kept; beyond, addresses stay numbers: a multitude of repliers is no reason to ask for each. */
    private static final int MOST = 4096;

    private final boolean wanted;
    private final Map<SockAddr, Lookup> lookups = new HashMap<>();
    private boolean abandoned;

    /** With {@code wanted}, addresses are looked up. */
    HostNames(boolean wanted) {
        this.wanted = wanted;
    }

    /** One question to the resolver. */
    private static final class Lookup extends Thread {
        private final SockAddr address;
        private volatile String name;
        private volatile boolean done;

        Lookup(SockAddr address) {
            super("name");
            this.address = address;
            setDaemon(true);
        }

        @Override
        public void run() {
            name = AddressInfo.name(address, AddressInfo.NI_NAMEREQD);
            done = true;
        }
    }

    /** Whether {@link #of} would answer at once; if not, the question is under way now. */
    boolean isKnown(SockAddr address) {
        if (!wanted || abandoned) {
            return true;
        }
        Lookup l = lookups.get(address);
        if (l == null) {
            if (lookups.size() >= MOST) {
                return true;
            }
            l = new Lookup(address);
            lookups.put(address, l);
            l.start();
        }
        return l.done;
    }

    /** Wait for no name any more: those unknown stay numbers. */
    void abandon() {
        abandoned = true;
    }

    /** The text of an address; waits for the resolver where it must be asked. */
    String of(SockAddr address) {
        String number = number(address);
        if (!isKnown(address)) {
            join(lookups.get(address));
        }
        Lookup l = lookups.get(address);
        String name = l != null && l.done ? l.name : null;
        return name == null ? number : Escape.text(name) + " (" + number + ")";
    }

    private static void join(Lookup l) {
        try {
            l.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
