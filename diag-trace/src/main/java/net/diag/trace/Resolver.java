package net.diag.trace;

import java.util.List;
import net.diag.cli.ToolException;
import net.diag.record.IpAddress;
import net.diag.sys.AddressInfo;
import net.diag.sys.Interfaces;
import net.diag.sys.ResolutionException;
import net.diag.sys.SockAddr;

/** Operands as addresses: literal ones at once, names by the system's resolver. */
final class Resolver {
    private static final String WRONG_FAMILY = "Address family for hostname not supported";

    private Resolver() {}

    /**
     * The address of {@code text} in {@code family} (AF_UNSPEC: IPv4 when the name has it).
     *
     * @throws ToolException with the one line that says why not
     */
    static IpAddress resolve(String text, int family) throws ToolException {
        IpAddress literal = IpAddress.parse(text);
        if (literal != null) {
            if (literal.isV6() && literal.high() == 0 && literal.low() >>> 32 == 0xffff) {
                literal = IpAddress.v4((int) literal.low());
            }
            int own = literal.isV6() ? SockAddr.AF_INET6 : SockAddr.AF_INET;
            if (family != SockAddr.AF_UNSPEC && family != own) {
                throw TraceArgs.usage(text + ": " + WRONG_FAMILY);
            }
            return literal;
        }
        try {
            List<AddressInfo> all = AddressInfo.resolve(text, family, 0);
            AddressInfo best = null;
            for (AddressInfo a : all) {
                int f = a.address().family();
                if (best == null || f == SockAddr.AF_INET && best.address().family() != SockAddr.AF_INET) {
                    best = a;
                }
            }
            if (best == null) {
                throw TraceArgs.usage(text + ": " + WRONG_FAMILY);
            }
            IpAddress a = IpAddress.of(best.address().addressBytes());
            int scope = best.address().scopeId();
            String zone = scope == 0 ? null : Interfaces.name(scope);
            return zone == null ? a : a.withZone(zone);
        } catch (ResolutionException e) {
            throw TraceArgs.usage(text + ": " + e.reason());
        }
    }
}
