package net.diag.trace.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.diag.wire.Tcp;

/**
 * What a TCP probe carries.
 *
 * @param flags the header's flags
 * @param sack offer selective acknowledgment
 * @param timestamps carry time stamps
 * @param windowScaling carry a window scale
 * @param mss maximum segment size in bytes to announce, or 0: what the interface's MTU allows
 */
public record TcpOptions(int flags, boolean sack, boolean timestamps, boolean windowScaling, int mss) {
    private static final Path SYSCTL = Path.of("/proc/sys/net/ipv4");

    /** A SYN with the options that this machine's own connections use. */
    public static TcpOptions likeOwnConnections(int mss) {
        int flags = isOn("tcp_ecn") ? Tcp.SYN | Tcp.ECE | Tcp.CWR : Tcp.SYN;
        return new TcpOptions(flags, isOn("tcp_sack"), isOn("tcp_timestamps"), isOn("tcp_window_scaling"), mss);
    }

    private static boolean isOn(String name) {
        try {
            byte[] b = Files.readAllBytes(SYSCTL.resolve(name));
            return b.length > 0 && b[0] == '1' && (b.length == 1 || b[1] == '\n');
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a connection is asked for; only then options are sent. */
    public boolean isSyn() {
        return (flags & Tcp.SYN) != 0;
    }

    /** The header's length in bytes. */
    int headerLength() {
        if (!isSyn()) {
            return Tcp.HEADER_LENGTH;
        }
        int n = Tcp.HEADER_LENGTH + 4;
        if (timestamps) {
            n += 12;
        } else if (sack) {
            n += 4;
        }
        return windowScaling ? n + 4 : n;
    }
}
