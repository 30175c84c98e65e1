package net.diag.trace.probe;

import java.util.List;
import net.diag.record.IpAddress;

/**
 * ICMP extension objects as text, in traceroute's notation: MPLS label stacks (RFC 4950), interface
 * information (RFC 5837), and hexadecimal words for the rest. A malformed object of a known class is
 * shown in hexadecimal too.
 */
public final class ExtensionText {
    private static final String[] ROLES = {"INC", "SUB", "OUT", "NXT"};
    private static final int MOST_WORDS = 64;

    private ExtensionText() {}

    /** All objects, joined by {@code ;}. */
    public static String of(List<ExtensionObject> objects) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < objects.size(); i++) {
            if (i > 0) {
                out.append(';');
            }
            out.append(of(objects.get(i)));
        }
        return out.toString();
    }

    /** One object. */
    public static String of(ExtensionObject o) {
        byte[] d = o.data();
        if (o.classNumber() == ExtensionObject.CLASS_MPLS && o.type() == 1 && d.length >= 4 && d.length % 4 == 0) {
            return mpls(d);
        }
        if (o.classNumber() == ExtensionObject.CLASS_INTERFACE) {
            String text = interfaceInformation(o.type(), d);
            if (text != null) {
                return text;
            }
        }
        return hex(o);
    }

    private static int word(byte[] d, int at) {
        return (d[at] & 0xff) << 24 | (d[at + 1] & 0xff) << 16 | (d[at + 2] & 0xff) << 8 | d[at + 3] & 0xff;
    }

    private static String mpls(byte[] d) {
        StringBuilder out = new StringBuilder("MPLS:");
        for (int at = 0; at + 4 <= d.length; at += 4) {
            int w = word(d, at);
            out.append(at == 0 ? "L=" : "/L=").append(w >>> 12);
            out.append(",E=").append(w >>> 9 & 7);
            out.append(",S=").append(w >>> 8 & 1);
            out.append(",T=").append(w & 0xff);
        }
        return out.toString();
    }

    private static String hex(ExtensionObject o) {
        StringBuilder out = new StringBuilder();
        out.append(o.classNumber()).append('/').append(o.type()).append(':');
        byte[] d = o.data();
        for (int at = 0, n = 0; at + 4 <= d.length && n < MOST_WORDS; at += 4, n++) {
            if (at > 0) {
                out.append(',');
            }
            String h = Integer.toHexString(word(d, at));
            out.append("00000000", 0, 8 - h.length()).append(h);
        }
        return out.toString();
    }

    /** RFC 5837 §4: role and presence bits in the C-Type, then index, address, name, MTU. */
    private static String interfaceInformation(int type, byte[] d) {
        StringBuilder out = new StringBuilder(ROLES[type >>> 6 & 3]).append(':');
        int at = 0;
        boolean first = true;
        if ((type & 8) != 0) {
            if (at + 4 > d.length) {
                return null;
            }
            out.append(word(d, at) & 0xffffffffL);
            at += 4;
            first = false;
        }
        if ((type & 4) != 0) {
            int length = at + 4 > d.length ? 0 : (word(d, at) >>> 16) == 1 ? 4 : (word(d, at) >>> 16) == 2 ? 16 : 0;
            if (length == 0 || at + 4 + length > d.length) {
                return null;
            }
            out.append(first ? "" : ",").append(IpAddress.of(d, at + 4, length));
            at += 4 + length;
            first = false;
        }
        if ((type & 2) != 0) {
            int length = at < d.length ? d[at] & 0xff : 0;
            if (length < 1 || length > 64 || at + length > d.length) {
                return null;
            }
            out.append(first ? "\"" : ",\"");
            for (int i = at + 1; i < at + length && d[i] != 0; i++) {
                char c = (char) (d[i] & 0xff);
                out.append(c < 0x20 || c >= 0x7f || c == '"' ? '?' : c);
            }
            out.append('"');
            at += length + 3 & ~3;
            first = false;
        }
        if ((type & 1) != 0) {
            if (at + 4 > d.length) {
                return null;
            }
            out.append(first ? "mtu=" : ",mtu=").append(word(d, at) & 0xffffffffL);
        }
        return out.toString();
    }
}
