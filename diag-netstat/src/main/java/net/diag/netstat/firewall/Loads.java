package net.diag.netstat.firewall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.route.LinkMessage;

/** What expressions load for a {@link Flow} at a hook; null: the kernel gives up the rule there. */
final class Loads {
    private static final int CT_NEW = 8;
    private static final int CT_INVALID = 1;
    private static final int CT_UNTRACKED = 64;

    private final World world;
    private final String hook;

    Loads(World world, String hook) {
        this.world = world;
        this.hook = hook;
    }

    World world() {
        return world;
    }

    String hook() {
        return hook;
    }

    private boolean hasInput() {
        return !hook.equals("output") && !hook.equals("postrouting");
    }

    private boolean hasOutput() {
        return hook.equals("output") || hook.equals("postrouting") || hook.equals("forward") || hook.equals("egress");
    }

    /** The interface of arrival as this hook sees it, or 0. */
    int iif(Flow f) {
        // A forwarded packet has kept its interface of arrival behind routing, for nf_tables at least.
        return hasInput() || hook.equals("postrouting") && f.iif != 0 ? f.iif : 0;
    }

    int oif(Flow f) {
        return hasOutput() ? f.oif : 0;
    }

    private static Bits name(String name) {
        byte[] b = name.getBytes(StandardCharsets.ISO_8859_1);
        return Bits.of(Arrays.copyOf(b, 16));
    }

    Bits meta(Flow f, int key) {
        int in = iif(f);
        int out = oif(f);
        return switch (key) {
            case 1 -> Bits.of(f.isV4() ? new byte[] {8, 0} : new byte[] {(byte) 0x86, (byte) 0xdd});
            case 3 -> f.mark;
            case 4 -> Bits.host(in, 4);
            case 5 -> Bits.host(out, 4);
            case 6 -> name(world.name(in));
            case 7 -> name(world.name(out));
            case 8 -> type(in);
            case 9 -> type(out);
            case 10, 11 -> hasInput() && !hook.equals("input") ? null : Bits.unknown(4);
            case 15 -> Bits.of((byte) (f.isV4() ? 2 : 10));
            case 16 -> Bits.of((byte) f.protocol);
            case 19 -> packetType(f);
            case 21 -> group(in);
            case 22 -> group(out);
            case 25 -> Bits.of((byte) 0);
            case 30, 31, 32 -> time(key);
            default -> Bits.unknown(16);
        };
    }

    private static Bits time(int key) {
        long now = System.currentTimeMillis() / 1000;
        // 1970 began on a Thursday; the kernel's clock is UTC with the zone that it was told.
        return key == 31
                ? Bits.host((now / 86_400 + 4) % 7, 1)
                : key == 32 ? Bits.host(now % 86_400, 4) : Bits.host(now * 1_000_000_000L, 8);
    }

    private Bits type(int ifIndex) {
        LinkMessage l = world.link(ifIndex);
        return l == null ? null : Bits.host(l.linkType(), 2);
    }

    private Bits group(int ifIndex) {
        LinkMessage l = world.link(ifIndex);
        return l == null ? null : Bits.host(l.attributes().u32(LinkMessage.IFLA_GROUP), 4);
    }

    private static Bits packetType(Flow f) {
        int first = f.destination[0] & 0xff;
        boolean multicast = f.isV4() ? (first & 0xf0) == 0xe0 : first == 0xff;
        return multicast ? Bits.of((byte) 2) : Bits.of((byte) 0);
    }

    Bits ct(Flow f, int key, int direction, boolean seen) {
        if (key == 0) {
            return Bits.host(f.untracked ? CT_UNTRACKED : seen ? CT_NEW : CT_INVALID, 4);
        }
        if (!seen || f.untracked) {
            return null;
        }
        boolean original = direction != 1;
        return switch (key) {
            case 1 -> Bits.of((byte) 0);
            case 3 -> f.ctMark;
            case 6 -> null; // no helper yet
            case 7 -> Bits.of((byte) (f.isV4() ? 2 : 10));
            case 10 -> Bits.of((byte) f.protocol);
            case 11 -> original ? port(f.firstSourcePort, f) : port(f.firstDestinationPort, f);
            case 12 -> original ? port(f.firstDestinationPort, f) : port(f.firstSourcePort, f);
            case 17 -> Bits.host(0, 2);
            case 8, 19, 21 -> original ? Bits.of(f.firstSource) : Bits.unknown(f.firstSource.length);
            case 9, 20, 22 -> original ? Bits.of(f.firstDestination) : Bits.unknown(f.firstSource.length);
            default -> Bits.unknown(16);
        };
    }

    private static Bits port(int port, Flow f) {
        return f.hasPorts() ? Bits.of((byte) (port >> 8), (byte) port) : Bits.unknown(2);
    }

    Bits payload(Flow f, int base, int offset, int length) {
        if (offset < 0 || length <= 0 || length > 64 || base == 0) {
            return Bits.unknown(Math.max(1, Math.min(length, 64)));
        }
        Bits header = base == 1 ? f.network() : base == 2 ? f.transport() : null;
        if (header == null) {
            return Bits.unknown(length);
        }
        if (offset + length > header.length()) {
            // Beyond the header: options may be there, or the next header of this packet.
            return base == 2 && f.protocol != Flow.TCP && f.protocol != Flow.ICMP && f.protocol != Flow.ICMPV6
                    ? null
                    : Bits.unknown(length);
        }
        return header.slice(offset, length);
    }

    /** Extension headers and options: this packet has none but TCP's, which are the sender's. */
    Bits option(Flow f, AttributeSet a) {
        boolean present = (a.be32(5) & 1) != 0;
        int operation = a.be32(6);
        if (operation == 1 && f.protocol == Flow.TCP) {
            return Bits.unknown(Math.max(1, Math.min(a.be32(4), 64)));
        }
        return present ? Bits.of((byte) 0) : null;
    }

    Bits fib(Flow f, int flags, int result) throws IOException {
        if (result == 3 && (flags & ~3) == 0) {
            byte[] address = (flags & 1) != 0 ? f.source : f.destination;
            int type = world.addressType(address);
            return type == 0 ? Bits.unknown(4) : Bits.host(type, 4);
        }
        return Bits.unknown(result == 2 ? 16 : 4);
    }

    /** {@code redirect}: to this host itself. */
    void redirect(Flow f) {
        // On output to the loopback address; else to the interface of arrival's own, which is local too.
        f.destination =
                f.isV4() ? new byte[] {127, 0, 0, 1} : new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    }
}
