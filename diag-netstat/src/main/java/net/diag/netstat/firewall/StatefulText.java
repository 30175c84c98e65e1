package net.diag.netstat.firewall;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.nftables.NftExpression;

/** Counters, limits, quotas and connection limits: statements that remember, also in elements and objects. */
final class StatefulText {
    private StatefulText() {}

    /** The statement, or null when it is none of these. */
    static String of(NftExpression e) {
        AttributeSet a = e.data();
        return switch (e.name()) {
            case "counter" -> "counter " + counter(a);
            case "limit" -> "limit " + limit(a);
            case "quota" -> "quota " + quota(a);
            case "connlimit" -> "ct count " + connlimit(a);
            case "last" -> "last" + last(a);
            default -> null;
        };
    }

    static String counter(AttributeSet a) {
        return "packets " + Long.toUnsignedString(a.be64(2)) + " bytes " + Long.toUnsignedString(a.be64(1));
    }

    static String limit(AttributeSet a) {
        boolean bytes = a.be32(4) == 1;
        long seconds = a.be64(2);
        String unit = seconds == 60
                ? "minute"
                : seconds == 3600 ? "hour" : seconds == 86_400 ? "day" : seconds == 604_800 ? "week" : "second";
        StringBuilder s = new StringBuilder("rate ");
        if ((a.be32(5) & 1) != 0) {
            s.append("over ");
        }
        s.append(bytes ? size(a.be64(1)) : Long.toUnsignedString(a.be64(1)))
                .append('/')
                .append(unit);
        long burst = a.be32u(3);
        if (bytes) {
            s.append(burst == 0 ? "" : " burst " + size(burst));
        } else {
            s.append(" burst ").append(burst).append(" packets");
        }
        return s.toString();
    }

    static String quota(AttributeSet a) {
        String used = a.be64(4) == 0 ? "" : " used " + size(a.be64(4));
        return ((a.be32(2) & 1) != 0 ? "over " : "") + size(a.be64(1)) + used;
    }

    static String connlimit(AttributeSet a) {
        return ((a.be32(2) & 1) != 0 ? "over " : "") + a.be32u(1);
    }

    private static String last(AttributeSet a) {
        return a.be32(1) == 0 ? "" : " used " + ValueText.duration(a.be64(2));
    }

    /** Bytes, in the largest unit that loses nothing. */
    static String size(long bytes) {
        String[] units = {" bytes", " kbytes", " mbytes"};
        int i = 0;
        long v = bytes;
        while (i < 2 && v != 0 && v % 1024 == 0) {
            v /= 1024;
            i++;
        }
        return Long.toUnsignedString(v) + units[i];
    }
}
