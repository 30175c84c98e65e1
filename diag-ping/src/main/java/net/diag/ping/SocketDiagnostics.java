package net.diag.ping;

import net.diag.record.Escape;
import net.diag.record.TextOut;
import net.diag.socket.IcmpSocket;
import net.diag.sys.SockAddr;

/** What {@code -v} tells of the sockets, on standard error. */
final class SocketDiagnostics {
    private final Warnings warnings;
    private final TextOut out;

    /** Diagnostics on standard error; the addresses on {@code out}, as iputils has it. */
    SocketDiagnostics(Warnings warnings, TextOut out) {
        this.warnings = warnings;
        this.out = out;
    }

    void print(EchoSockets sockets, int family) {
        warnings.warn("sock4.fd: " + describe(sockets.of(SockAddr.AF_INET)) + ", sock6.fd: "
                + describe(sockets.of(SockAddr.AF_INET6)) + ", hints.ai_family: " + family(family) + "\n");
    }

    /** One address that the resolver gave. */
    void print(DestinationResolver.Destination d) {
        String name = d.canonicalName() == null ? HostNames.number(d.address()) : d.canonicalName();
        out.print("ai->ai_family: ").print(family(d.address().family()));
        out.print(", ai->ai_canonname: '").print(Escape.text(name)).println("'");
    }

    private static String describe(IcmpSocket s) {
        return s == null
                ? "-1 (socktype: 0)"
                : s.fd().number() + " (socktype: SOCK_" + (s.isRaw() ? "RAW" : "DGRAM") + ")";
    }

    private static String family(int family) {
        return switch (family) {
            case SockAddr.AF_INET -> "AF_INET";
            case SockAddr.AF_INET6 -> "AF_INET6";
            case SockAddr.AF_UNSPEC -> "AF_UNSPEC";
            default -> Integer.toString(family);
        };
    }
}
