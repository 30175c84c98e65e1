package net.diag.netstat.firewall;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.IntFunction;
import net.diag.record.IpAddress;

/** Writes values of {@link DataType}s in nft's language. */
final class ValueText {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final IntFunction<String> ifNames;

    /** Interface indexes are named by {@code ifNames}, which gives null where it can't. */
    ValueText(IntFunction<String> ifNames) {
        this.ifNames = ifNames;
    }

    /** Bytes of a register as a number. */
    static BigInteger number(byte[] b, boolean hostOrder) {
        if (!hostOrder || !LITTLE) {
            return new BigInteger(1, b);
        }
        byte[] r = b.clone();
        for (int i = 0; i < r.length / 2; i++) {
            byte t = r[i];
            r[i] = r[r.length - 1 - i];
            r[r.length - 1 - i] = t;
        }
        return new BigInteger(1, r);
    }

    /** A number as {@code length} bytes in network order. */
    static byte[] bytes(BigInteger v, int length) {
        byte[] b = new byte[length];
        byte[] raw = v.toByteArray();
        for (int i = 0; i < raw.length && i < length; i++) {
            b[length - 1 - i] = raw[raw.length - 1 - i];
        }
        return b;
    }

    /** A quoted string. */
    static String quote(String s) {
        StringBuilder b = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            // nft has no escapes in strings; what would end the string or the line can't be in one.
            b.append(c == '"' || c < ' ' || c == 0x7f ? '?' : c);
        }
        return b.append('"').toString();
    }

    /** An interface name; {@code wildcard}: only its beginning is compared. */
    static String ifName(byte[] b, boolean wildcard) {
        int n = 0;
        while (n < b.length && b[n] != 0) {
            n++;
        }
        String s = new String(b, 0, n, StandardCharsets.ISO_8859_1);
        if (!wildcard && s.endsWith("*")) {
            s = s.substring(0, s.length() - 1) + "\\*";
        }
        return quote(wildcard ? s + '*' : s);
    }

    /** A value of type {@code t} from register bytes. */
    String text(DataType t, byte[] b, boolean hostOrder) {
        if (t.isString()) {
            return ifName(b, t == DataType.IFNAME && b.length > 0 && b.length < 16 && b[b.length - 1] != 0);
        }
        return text(t, number(b, hostOrder), b.length);
    }

    /** A value of type {@code t}. */
    String text(DataType t, BigInteger v, int length) {
        if (t == DataType.IPV4 && v.bitLength() <= 32) {
            return IpAddress.of(bytes(v, 4)).toString();
        } else if (t == DataType.IPV6 && v.bitLength() <= 128) {
            return address6(bytes(v, 16));
        } else if (t == DataType.ETHER || t == DataType.LL_ADDR) {
            return hexPairs(bytes(v, t == DataType.ETHER ? 6 : length));
        } else if (t == DataType.MARK) {
            return hex(v, 8);
        } else if (t == DataType.IFACE_INDEX && v.bitLength() < 32) {
            String name = ifNames.apply(v.intValue());
            return name == null ? v.toString() : quote(name);
        } else if (t == DataType.TIME) {
            return duration(v.longValue());
        } else if (t == DataType.DATE) {
            return date(v.longValue());
        } else if (t == DataType.HOUR) {
            return hour(v.longValue());
        } else if (t == DataType.CLASSID) {
            return classId(v.longValue());
        } else if (t == DataType.CT_LABEL) {
            return v.bitCount() == 1 ? Integer.toString(v.getLowestSetBit()) : "0x" + v.toString(16);
        } else if (t == DataType.CGROUPV2) {
            return CgroupPaths.text(v.longValue());
        } else if (t.isBitmask()) {
            return bits(t, v, ",");
        }
        String name = t.nameOf(v);
        if (name != null) {
            return name;
        }
        boolean asHex = t == DataType.ETHER_TYPE || t == DataType.DSCP || t == DataType.IGMP_TYPE;
        return asHex ? "0x" + v.toString(16) : v.toString();
    }

    private static String address6(byte[] b) {
        return IpAddress.of(b).toString();
    }

    /** The names of the bits in {@code v}; a number if there is one without a name. */
    static String bits(DataType t, BigInteger v, String separator) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < v.bitLength(); i++) {
            if (v.testBit(i)) {
                String name = t == DataType.CT_LABEL ? Integer.toString(i) : t.nameOf(BigInteger.ONE.shiftLeft(i));
                if (name == null) {
                    return "0x" + v.toString(16);
                }
                s.append(s.isEmpty() ? "" : separator).append(name);
            }
        }
        return s.isEmpty() ? "0x0" : s.toString();
    }

    private static String hex(BigInteger v, int digits) {
        String s = v.toString(16);
        return "0x" + "0".repeat(Math.max(0, digits - s.length())) + s;
    }

    private static String hexPairs(byte[] b) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < b.length; i++) {
            String h = Integer.toHexString(b[i] & 0xff);
            s.append(i > 0 ? ":" : "").append(h.length() == 1 ? "0" : "").append(h);
        }
        return s.toString();
    }

    /** Milliseconds as {@code 1d2h3m4s5ms}. */
    static String duration(long millis) {
        if (millis == 0) {
            return "0s";
        }
        StringBuilder s = new StringBuilder();
        long left = millis;
        long[] units = {86_400_000, 3_600_000, 60_000, 1000, 1};
        String[] names = {"d", "h", "m", "s", "ms"};
        for (int i = 0; i < units.length; i++) {
            if (Long.compareUnsigned(left, units[i]) >= 0) {
                s.append(Long.divideUnsigned(left, units[i])).append(names[i]);
                left = Long.remainderUnsigned(left, units[i]);
            }
        }
        return s.toString();
    }

    private static String date(long nanos) {
        Instant at = Instant.ofEpochSecond(nanos / 1_000_000_000L);
        return '"'
                + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .withZone(ZoneId.systemDefault())
                        .format(at)
                + '"';
    }

    private static String hour(long utcSeconds) {
        int offset = ZoneId.systemDefault().getRules().getOffset(Instant.now()).getTotalSeconds();
        long s = Math.floorMod(utcSeconds + offset, 86_400L);
        String minutes = two(s / 3600) + ':' + two(s / 60 % 60);
        return '"' + (s % 60 == 0 ? minutes : minutes + ':' + two(s % 60)) + '"';
    }

    private static String two(long n) {
        return n < 10 ? "0" + n : Long.toString(n);
    }

    private static String classId(long v) {
        if (v == 0) {
            return "none";
        }
        if (v == 0xffff_ffffL) {
            return "root";
        }
        return Long.toHexString(v >> 16 & 0xffff) + ':' + Long.toHexString(v & 0xffff);
    }

    /** Cut trailing zero bytes, for strings. */
    static byte[] trimmed(byte[] b) {
        int n = b.length;
        while (n > 0 && b[n - 1] == 0) {
            n--;
        }
        return Arrays.copyOf(b, n);
    }
}
