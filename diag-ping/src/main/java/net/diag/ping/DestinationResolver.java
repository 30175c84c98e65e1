package net.diag.ping;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.Escape;
import net.diag.sys.AddressInfo;
import net.diag.sys.Interfaces;
import net.diag.sys.ResolutionException;
import net.diag.sys.SockAddr;
import net.diag.wire.InetAddresses;

/** Turns operands into addresses: literal ones at once, names through the system's resolver. */
final class DestinationResolver {
    private static final String WRONG_FAMILY = "Address family for hostname not supported";

    /**
     * One address of a destination.
     *
     * @param address the address with its scope
     * @param canonicalName the canonical name, or null
     * @param literal whether the operand was the address itself, in whatever notation
     */
    record Destination(SockAddr address, String canonicalName, boolean literal) {}

    private DestinationResolver() {}

    /** All addresses of {@code operand} in {@code family} (or any), in the resolver's order; at least one. */
    static List<Destination> resolve(String operand, int family) throws PingException {
        SockAddr literal = literal(operand);
        List<Destination> found = new ArrayList<>(2);
        if (literal != null) {
            found.add(new Destination(literal, null, true));
        } else {
            lookUp(operand, found);
        }
        if (family == SockAddr.AF_UNSPEC) {
            return found;
        }
        List<Destination> wanted = new ArrayList<>(2);
        for (Destination d : found) {
            if (d.address().family() == family) {
                wanted.add(d);
            }
        }
        if (wanted.isEmpty()) {
            throw PingException.fatal(Escape.text(operand) + ": " + WRONG_FAMILY);
        }
        return wanted;
    }

    /** The address that {@code operand} spells, or null when it needs the resolver. */
    private static SockAddr literal(String operand) {
        int zone = operand.indexOf('%');
        byte[] bytes = InetAddresses.parse(zone < 0 ? operand : operand.substring(0, zone));
        if (bytes == null || zone >= 0 && bytes.length == 4) {
            return null;
        }
        if (bytes.length == 4) {
            return SockAddr.inet4(bytes, 0);
        }
        int scope = zone < 0 ? 0 : Interfaces.index(operand.substring(zone + 1));
        return zone >= 0 && scope == 0 ? null : SockAddr.inet6(bytes, 0, 0, scope);
    }

    private static void lookUp(String operand, List<Destination> found) throws PingException {
        try {
            int idn = isAscii(operand) ? 0 : AddressInfo.AI_IDN | AddressInfo.AI_CANONIDN;
            boolean numeric = isOldNotation(operand);
            for (AddressInfo a : AddressInfo.resolve(operand, SockAddr.AF_UNSPEC, AddressInfo.AI_CANONNAME | idn)) {
                found.add(new Destination(a.address(), a.canonicalName(), numeric));
            }
        } catch (ResolutionException e) {
            throw PingException.fatal(Escape.text(e.getMessage()));
        }
    }

    private static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** {@code inet_aton(3)}'s other notations, such as {@code 127.1} and {@code 0x7f000001}, all begin with a digit and have no letter beyond f. */
    private static boolean isOldNotation(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean partOfNumber = c >= '0' && c <= '9' || c == '.' || c == 'x' || c == 'X';
            if (!partOfNumber && (Character.digit(c, 16) < 0 || s.indexOf('x') < 0)) {
                return false;
            }
        }
        return !s.isEmpty() && s.charAt(0) >= '0' && s.charAt(0) <= '9';
    }
}
