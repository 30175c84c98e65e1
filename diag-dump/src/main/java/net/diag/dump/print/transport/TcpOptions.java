package net.diag.dump.print.transport;

import net.diag.dump.print.Dissection;

/** The options of a TCP header (IANA tcp-parameters). */
final class TcpOptions {
    private static final int END = 0;
    private static final int NOP = 1;

    private TcpOptions() {}

    /**
     * Prints {@code , options [...]}.
     *
     * @param sackBase what is subtracted from the edges of selective acknowledgements
     * @return false if they are broken, which ends the segment's text
     */
    static boolean print(Dissection d, int offset, int length, int flags, int sackBase) {
        d.text(", options [");
        int at = offset;
        int end = offset + length;
        boolean first = true;
        while (at < end) {
            if (!first) {
                d.ch(',');
            }
            int kind = d.u8(at);
            int size = 1;
            if (kind > NOP) {
                size = d.u8(at + 1);
                if (size < 2 || size > end - at) {
                    return bad(d, first);
                }
            }
            int used = option(d, kind, at, size, flags, sackBase);
            if (used < 0) {
                return bad(d, first);
            }
            if (used != size) {
                d.text("[len ").dec(size).ch(']');
            }
            if (kind == END) {
                break;
            }
            first = false;
            at += used;
        }
        d.ch(']');
        return true;
    }

    private static boolean bad(Dissection d, boolean first) {
        d.text("[bad opt]");
        if (!first) {
            d.ch('>');
        }
        return false;
    }

    /** Prints one option; returns its length by its kind, or -1 if it does not fit. */
    private static int option(Dissection d, int kind, int at, int size, int flags, int sackBase) {
        int data = size - 2;
        switch (kind) {
            case END -> d.text("eol");
            case NOP -> d.text("nop");
            case 2 -> {
                d.text("mss");
                if (data < 2) {
                    return -1;
                }
                d.ch(' ').dec(d.u16(at + 2));
                return 4;
            }
            case 3 -> {
                d.text("wscale");
                if (data < 1) {
                    return -1;
                }
                d.ch(' ').dec(d.u8(at + 2));
                return 3;
            }
            case 4 -> {
                d.text("sackOK");
                return 2;
            }
            case 5 -> {
                d.text("sack");
                return sack(d, at + 2, data, sackBase) ? size : -1;
            }
            case 8 -> {
                d.text("TS");
                if (data < 8) {
                    return -1;
                }
                d.check(at + 2, 8);
                d.text(" val ").dec(d.u32(at + 2)).text(" ecr ").dec(d.u32(at + 6));
                return 10;
            }
            default -> {
                return rareOption(d, kind, at, size, flags);
            }
        }
        return 1;
    }

    private static boolean sack(Dissection d, int at, int data, int base) {
        if ((data & 7) != 0) {
            d.text(" invalid sack");
            return true;
        }
        d.ch(' ').dec(data / 8).ch(' ');
        for (int i = 0; i < data; i += 8) {
            long left = d.s32(at + i) - base & 0xffffffffL;
            long right = d.s32(at + i + 4) - base & 0xffffffffL;
            d.ch('{').dec(left).ch(':').dec(right).ch('}');
        }
        return true;
    }

    private static int rareOption(Dissection d, int kind, int at, int size, int flags) {
        int data = size - 2;
        switch (kind) {
            case 6, 7, 11, 12, 13 -> {
                d.text(
                        kind == 6
                                ? "echo"
                                : kind == 7 ? "echoreply" : kind == 11 ? "cc" : kind == 12 ? "ccnew" : "ccecho");
                if (data < 4) {
                    return -1;
                }
                d.ch(' ').dec(d.u32(at + 2));
                return 6;
            }
            case 19 -> {
                d.text("md5");
                if (data < 16) {
                    return -1;
                }
                TcpSignature.print(d, at + 2, d.tcp, d.tcpLength);
                return 18;
            }
            case 20 -> {
                d.text("scps");
                if (data < 2) {
                    return -1;
                }
                d.text(" cap ").hex(d.u8(at + 2), 2).text(" id ").dec(d.u8(at + 3));
                return 4;
            }
            case 28 -> {
                d.text("uto");
                if (data < 2) {
                    return -1;
                }
                int value = d.u16(at + 2);
                d.text(" 0x").hex(value).ch(' ').dec((value & 1) != 0 ? (value >> 1) * 60 : value >> 1);
                return 4;
            }
            case 29 -> {
                d.text("tcp-ao");
                authentication(d, at + 2, data);
                return size;
            }
            case 30 -> {
                d.text("mptcp");
                d.check(at + 2, data);
                return MptcpOption.print(d, at, size, flags) ? size : -1;
            }
            case 34 -> {
                d.text("tfo");
                d.check(at + 2, data);
                fastOpen(d, at + 2, data, false);
                return size;
            }
            case 254 -> {
                d.text("exp");
                d.check(at + 2, data);
                if (data < 2) {
                    return -1;
                }
                int magic = d.u16(at + 2);
                d.ch('-');
                if (magic == 0xf989) {
                    fastOpen(d, at + 4, data - 2, true);
                } else {
                    d.hex(magic, 4);
                }
                return size;
            }
            default -> {
                d.text("unknown-").dec(kind);
                for (int i = 0; i < data; i++) {
                    if (i == 0) {
                        d.text(" 0x");
                    }
                    d.hex(d.u8(at + 2 + i), 2);
                }
                return size;
            }
        }
    }

    private static void authentication(Dissection d, int at, int data) {
        if (data < 2) {
            d.invalid();
            return;
        }
        d.text(" keyid ").dec(d.u8(at)).text(" rnextkeyid ").dec(d.u8(at + 1));
        if (data > 2) {
            d.text(" mac 0x");
            d.plainHex(at + 2, data - 2);
        }
    }

    /** TCP Fast Open (RFC 7413). */
    private static void fastOpen(Dissection d, int at, int data, boolean experimental) {
        if (experimental) {
            d.text("tfo");
        }
        if (data == 0) {
            d.text("  cookiereq");
        } else if (data % 2 != 0 || data < 4 || data > 16) {
            d.text(" invalid ").dec(data).text(" octets");
        } else {
            d.text(" cookie ");
            d.plainHex(at, data);
        }
    }
}
