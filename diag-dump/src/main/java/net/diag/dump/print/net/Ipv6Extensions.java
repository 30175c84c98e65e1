package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;

/** IPv6 options headers (hop-by-hop, destination) and the fragment header (RFC 8200 §4, RFC 2675, RFC 6275). */
final class Ipv6Extensions {
    private static final int PAD1 = 0;
    private static final int PADN = 1;
    private static final int ROUTER_ALERT = 5;
    private static final int JUMBO = 0xc2;
    private static final int HOME_ADDRESS = 0xc9;

    private Ipv6Extensions() {}

    /** Prints a hop-by-hop options header; returns its length, or -1 if it is broken. */
    static int hopByHop(Dissection d, int o, int rest) {
        d.protocol = "hbhopt";
        d.text("HBH ");
        return options(d, o, rest);
    }

    /** Prints a destination options header; returns its length, or -1 if it is broken. */
    static int destination(Dissection d, int o, int rest) {
        d.protocol = "dstopt";
        d.text("DSTOPT ");
        return options(d, o, rest);
    }

    private static int options(Dissection d, int o, int rest) {
        d.check(o, 2);
        int size = (d.u8(o + 1) + 1) << 3;
        if (rest < size) {
            d.invalid("remaining length", rest, "<", size);
            return -1;
        }
        d.check(o, size);
        int jumbo = jumbo(d, o + 2, size - 2);
        if (jumbo < 0) {
            return -1;
        }
        if (d.verbose > 0 || jumbo > 0) {
            list(d, o + 2, size - 2);
        }
        d.ch(' ');
        return size;
    }

    /** 1 if there is a jumbo payload option, 0 if not, -1 if an option does not fit. */
    private static int jumbo(Dissection d, int o, int length) {
        int found = 0;
        for (int i = 0; i < length; ) {
            int type = d.u8(o + i);
            int size = 1;
            if (type != PAD1) {
                int rest = length - i;
                if (rest < 2) {
                    d.invalid("remaining length", rest, "<", 2);
                    return -1;
                }
                size = d.u8(o + i + 1) + 2;
                if (rest < size) {
                    d.invalid("remaining length", rest, "<", size);
                    return -1;
                }
            }
            found |= type == JUMBO ? 1 : 0;
            i += size;
        }
        return found;
    }

    private static void list(Dissection d, int o, int length) {
        int i = 0;
        while (i < length) {
            int type = d.u8(o + i);
            int size = type == PAD1 ? 1 : i + 1 < length ? d.u8(o + i + 1) + 2 : -1;
            if (size < 0 || i + size > length) {
                switch (type) {
                    case PADN -> d.text("(padn: trunc)");
                    case ROUTER_ALERT -> d.text("(rtalert: trunc)");
                    case JUMBO -> d.text("(jumbo: trunc)");
                    case HOME_ADDRESS -> d.text("(homeaddr: trunc)");
                    default -> d.text("(type ").dec(type).text(": trunc)");
                }
                return;
            }
            option(d, o + i, type, size);
            i += size;
        }
    }

    private static void option(Dissection d, int o, int type, int size) {
        switch (type) {
            case PAD1 -> {
                if (d.verbose > 0) {
                    d.text("(pad1)");
                }
            }
            case PADN -> {
                if (d.verbose > 0) {
                    d.text("(padn)");
                }
            }
            case ROUTER_ALERT -> {
                if (size != 4) {
                    d.text("(rtalert: invalid len ").dec(size - 2).ch(')');
                } else if (d.verbose > 0) {
                    d.text("(rtalert: 0x").hex(d.u16(o + 2), 4).text(") ");
                }
            }
            case JUMBO -> {
                if (size != 6) {
                    d.text("(jumbo: invalid len ").dec(size - 2).ch(')');
                    return;
                }
                long length = d.u32(o + 2);
                d.text("(jumbo: ").dec(length);
                if (d.protocol.equals("dstopt")) {
                    d.text(" - not a hop-by-hop option) ");
                } else if (length < 65536) {
                    d.text(" - < 65536) ");
                } else if (d.u16(d.ip + 4) != 0) {
                    d.text(" - payload len != 0) ");
                } else {
                    d.text(") ");
                }
            }
            case HOME_ADDRESS -> homeAddress(d, o, size);
            default -> {
                if (d.verbose > 0) {
                    d.text("(opt_type 0x")
                            .hex(type, 2)
                            .text(": len=")
                            .dec(size - 2)
                            .ch(')');
                }
            }
        }
    }

    private static void homeAddress(Dissection d, int o, int size) {
        if (size < 18) {
            d.text("(homeaddr: invalid len ").dec(size - 2).ch(')');
            return;
        }
        d.text("(homeaddr: ").ip6(o + 2);
        for (int i = 18; i < size; ) {
            int type = d.u8(o + i);
            if (type == PAD1) {
                d.text(", pad1");
                i++;
                continue;
            }
            if (i + 1 >= size || i + 2 + d.u8(o + i + 1) > size) {
                if (type == PADN) {
                    d.text(", padn: trunc");
                } else {
                    d.text(", sopt_type ").dec(type).text(": trunc)");
                }
                return;
            }
            if (type == PADN) {
                d.text(", padn");
            } else {
                d.text(", sopt_type 0x").hex(type, 2).text(": len=").dec(d.u8(o + i + 1));
            }
            i += d.u8(o + i + 1) + 2;
        }
        d.ch(')');
    }

    /** Prints a fragment header; false if it is not the first fragment, which ends the text. */
    static boolean fragment(Dissection d, int o, int rest) {
        d.protocol = "frag6";
        d.text("frag (");
        d.check(o, 8);
        int field = d.u16(o + 2);
        if (d.verbose > 0) {
            d.text("0x").hex(d.u32(o + 4), 8).ch(':');
        }
        d.dec(field & 0xfff8).ch('|').dec(rest - 8).ch(')');
        if ((field & 0xfff8) != 0) {
            return false;
        }
        d.ch(' ');
        return true;
    }
}
