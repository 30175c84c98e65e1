package net.diag.netstat.firewall;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.diag.record.IpAddress;
import net.diag.sys.SockAddr;

/**
 * A rule of legacy iptables ({@code struct ipt_entry}, {@code ip6t_entry}).
 *
 * @param offset in the table's block
 * @param length in bytes
 * @param source address, then its mask; {@code destination} alike
 * @param iif interface of arrival: name, then mask; {@code oif} alike
 * @param protocol IP protocol, 0: any
 * @param flags 1 fragments (IPv4), 2 goto (IPv4; 4 in IPv6)
 * @param invert 1 iif, 2 oif, 4 tos, 8 source, 16 destination, 32 fragment, 64 protocol
 * @param matches its extensions
 * @param target its target's name; empty for a verdict or a jump
 * @param revision the target's
 * @param data the target's own
 * @param jump the chain jumped to, or null
 */
record LegacyRule(
        int offset,
        int length,
        byte[] source,
        byte[] sourceMask,
        byte[] destination,
        byte[] destinationMask,
        byte[] iif,
        byte[] iifMask,
        byte[] oif,
        byte[] oifMask,
        int protocol,
        boolean fragments,
        boolean isGoto,
        int invert,
        List<Match> matches,
        String target,
        int revision,
        byte[] data,
        String jump,
        long packets,
        long bytes) {
    static final int INV_IIF = 1;
    static final int INV_OIF = 2;
    static final int INV_SOURCE = 8;
    static final int INV_DESTINATION = 16;
    static final int INV_FRAGMENT = 32;
    static final int INV_PROTOCOL = 64;
    private static final int XT_HEADER_LENGTH = 32;
    private static final int IFNAMSIZ = 16;

    /** An extension that must match. */
    record Match(String name, int revision, byte[] data) {}

    /** Decode the entry at {@code at}, or null when there is no whole one. */
    static LegacyRule decode(int family, ByteBuffer b, int at) {
        boolean v4 = family == SockAddr.AF_INET;
        int n = v4 ? 4 : 16;
        int names = at + 4 * n;
        int rest = names + 4 * IFNAMSIZ;
        int fixed = v4 ? 112 : 168;
        if (b.limit() - at < fixed) {
            return null;
        }
        int sizes = at + (v4 ? 88 : 140);
        int targetAt = b.getShort(sizes) & 0xffff;
        int length = b.getShort(sizes + 2) & 0xffff;
        if (targetAt < fixed || length < targetAt + XT_HEADER_LENGTH || length > b.limit() - at) {
            return null;
        }
        int flags = b.get(rest + (v4 ? 2 : 3)) & 0xff;
        List<Match> matches = new ArrayList<>();
        for (int m = at + fixed; m + XT_HEADER_LENGTH <= at + targetAt; ) {
            int size = b.getShort(m) & 0xffff;
            if (size < XT_HEADER_LENGTH || m + size > at + targetAt) {
                break;
            }
            byte[] data = slice(b, m + XT_HEADER_LENGTH, size - XT_HEADER_LENGTH);
            matches.add(new Match(name(b, m + 2), b.get(m + 31) & 0xff, data));
            m += size;
        }
        int t = at + targetAt;
        int counters = at + (v4 ? 96 : 152);
        return new LegacyRule(
                at,
                length,
                slice(b, at, n),
                slice(b, at + 2 * n, n),
                slice(b, at + n, n),
                slice(b, at + 3 * n, n),
                slice(b, names, IFNAMSIZ),
                slice(b, names + 2 * IFNAMSIZ, IFNAMSIZ),
                slice(b, names + IFNAMSIZ, IFNAMSIZ),
                slice(b, names + 3 * IFNAMSIZ, IFNAMSIZ),
                b.getShort(rest) & 0xffff,
                v4 && (flags & 1) != 0,
                (flags & (v4 ? 2 : 4)) != 0,
                b.get(rest + (v4 ? 3 : 4)) & 0xff,
                List.copyOf(matches),
                name(b, t + 2),
                b.get(t + 31) & 0xff,
                slice(b, t + XT_HEADER_LENGTH, length - targetAt - XT_HEADER_LENGTH),
                null,
                b.getLong(counters),
                b.getLong(counters + 8));
    }

    private static byte[] slice(ByteBuffer b, int at, int length) {
        byte[] s = new byte[length];
        b.get(at, s);
        return s;
    }

    private static String name(ByteBuffer b, int at) {
        return text(slice(b, at, 29));
    }

    static String text(byte[] b) {
        int n = 0;
        while (n < b.length && b[n] != 0) {
            n++;
        }
        return new String(b, 0, n, StandardCharsets.ISO_8859_1);
    }

    /** The chain's name in an ERROR target, which heads a user's chain. */
    String errorName() {
        return text(data);
    }

    /** The verdict number of a standard target: below 0 a verdict, else where to jump. */
    int verdict() {
        return data.length < 4
                ? -1
                : ByteBuffer.wrap(data).order(java.nio.ByteOrder.nativeOrder()).getInt();
    }

    LegacyRule resolved(Map<Integer, String> starts) {
        if (!target.isEmpty() || verdict() < 0 || verdict() == offset + length) {
            return this;
        }
        return new LegacyRule(
                offset,
                length,
                source,
                sourceMask,
                destination,
                destinationMask,
                iif,
                iifMask,
                oif,
                oifMask,
                protocol,
                fragments,
                isGoto,
                invert,
                matches,
                target,
                revision,
                data,
                starts.getOrDefault(verdict(), "?"),
                packets,
                bytes);
    }

    /** {@code ACCEPT}, {@code DROP}, {@code RETURN}, {@code QUEUE}, or empty when it only counts. */
    String verdictText() {
        return switch (verdict()) {
            case -1 -> "DROP";
            case -2 -> "ACCEPT";
            case -4 -> "QUEUE";
            case -5 -> "RETURN";
            default -> "";
        };
    }

    /** As iptables-save writes it. */
    String text(int family, String chain) {
        StringBuilder s = new StringBuilder("-A ").append(chain);
        address(s, "-s", source, sourceMask, INV_SOURCE);
        address(s, "-d", destination, destinationMask, INV_DESTINATION);
        interfaceName(s, "-i", iif, iifMask, INV_IIF);
        interfaceName(s, "-o", oif, oifMask, INV_OIF);
        if (protocol != 0) {
            s.append((invert & INV_PROTOCOL) != 0 ? " !" : "").append(" -p ").append(XtText.protocol(protocol));
        }
        if (fragments) {
            s.append((invert & INV_FRAGMENT) != 0 ? " !" : "").append(" -f");
        }
        for (Match m : matches) {
            s.append(" -m ").append(m.name()).append(XtText.match(family, m.name(), m.revision(), m.data()));
        }
        if (jump != null) {
            s.append(isGoto ? " -g " : " -j ").append(jump);
        } else if (!target.isEmpty()) {
            s.append(" -j ").append(target).append(XtText.target(family, target, revision, data));
        } else if (!verdictText().isEmpty()) {
            s.append(" -j ").append(verdictText());
        }
        return s.toString();
    }

    private void address(StringBuilder s, String option, byte[] address, byte[] mask, int inverted) {
        if (SideText.isZero(mask) && SideText.isZero(address) && (invert & inverted) == 0) {
            return;
        }
        int prefix = SideText.isZero(mask) ? 0 : SideText.prefixLength(mask);
        s.append((invert & inverted) != 0 ? " !" : "")
                .append(' ')
                .append(option)
                .append(' ');
        s.append(IpAddress.of(address)).append('/');
        s.append(prefix < 0 ? IpAddress.of(mask).toString() : Integer.toString(prefix));
    }

    private void interfaceName(StringBuilder s, String option, byte[] name, byte[] mask, int inverted) {
        if (mask[0] == 0) {
            return;
        }
        // The mask covers the closing zero byte too unless the name was given with a plus.
        int covered = 0;
        while (covered < mask.length && mask[covered] != 0) {
            covered++;
        }
        String n = text(Arrays.copyOf(name, covered));
        boolean all = n.length() < covered;
        s.append((invert & inverted) != 0 ? " !" : "")
                .append(' ')
                .append(option)
                .append(' ');
        s.append(n).append(all ? "" : "+");
    }

    static boolean sameUnderMask(byte[] a, byte[] b, byte[] mask) {
        for (int i = 0; i < mask.length; i++) {
            if (((a[i] ^ b[i]) & mask[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof LegacyRule r && r.offset == offset && Arrays.equals(r.data, data);
    }

    @Override
    public int hashCode() {
        return offset;
    }
}
