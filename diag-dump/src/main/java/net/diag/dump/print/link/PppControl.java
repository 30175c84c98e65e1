package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** The packets that all of PPP's control protocols share (RFC 1661 section 5, RFC 1570). */
final class PppControl {
    private static final int HEADER = 4;
    private static final Tokens CODES = Tokens.from(
            0,
            "Vendor-Extension",
            "Conf-Request",
            "Conf-Ack",
            "Conf-Nack",
            "Conf-Reject",
            "Term-Request",
            "Term-Ack",
            "Code-Reject",
            "Prot-Reject",
            "Echo-Request",
            "Echo-Reply",
            "Disc-Req",
            "Ident",
            "Time-Rem",
            "Reset-Req",
            "Reset-Ack");

    private PppControl() {}

    static void print(Dissection d, int protocol, int o, int length) {
        d.text(PppProtocols.NAMES.name(protocol)).text(", ");
        if (length < HEADER) {
            throw d.truncated();
        }
        int code = d.u8(o);
        d.check(o, 2);
        d.text(CODES.name(code, "Unknown Opcode")).text(" (0x").hex(code, 2);
        d.text("), id ").dec(d.u8(o + 1)).text(", length ").dec(length + 2);
        if (d.verbose == 0) {
            return;
        }
        int size = d.u16(o + 2);
        d.text("\n\tencoded length ").dec(size);
        if (size > length) {
            d.text(" (> packet length ").dec(length).text("))");
            return;
        }
        if (size < HEADER) {
            d.text(" (< 4))");
            return;
        }
        d.text(" (=Option(s) length ").dec(size - HEADER).ch(')');
        if (size == HEADER) {
            return;
        }
        if (d.verbose > 1) {
            d.unknownData("\n\t", o - 2, 6);
        }
        body(d, protocol, o, new int[] {code, size, length});
    }

    private static void body(Dissection d, int protocol, int o, int[] packet) {
        int at = o + HEADER;
        int size = packet[1];
        int length = packet[2];
        switch (packet[0]) {
            case 0 -> {
                if (length >= 11) {
                    magic(d, at);
                    d.check(at + 4, 3);
                    d.text(" Vendor: ").text(OuiNames.name(d.u24(at + 4)));
                    d.text(" (").dec(d.u24(at + 4)).ch(')');
                }
            }
            case 1, 2, 3, 4 -> options(d, protocol, at, size - HEADER);
            case 5, 6, 7 -> {
                // their data is free-form
            }
            case 8 -> rejected(d, at, size, length);
            case 9, 10, 11 -> {
                if (length >= 8) {
                    magic(d, at);
                    if (size > 8) {
                        d.text("\n\t  -----trailing data-----");
                        d.unknownData("\n\t  ", at + 4, size - 8);
                    }
                }
            }
            case 12 -> {
                if (length >= 8) {
                    magic(d, at);
                    if (size > 8) {
                        message(d, protocol, at + 4, size - 4);
                    }
                }
            }
            case 13 -> {
                if (length >= 12) {
                    magic(d, at);
                    d.check(at + 4, 4);
                    d.text(", Seconds-Remaining ").dec(d.u32(at + 4)).ch('s');
                }
            }
            default -> {
                if (d.verbose <= 1) {
                    d.unknownData("\n\t  ", o - 2, length + 2);
                }
            }
        }
    }

    private static void magic(Dissection d, int o) {
        d.check(o, 4);
        d.text("\n\t  Magic-Num 0x").hex(d.u32(o), 8);
    }

    private static void message(Dissection d, int protocol, int o, int length) {
        d.text("\n\t  Message\n\t    ");
        int there = Math.min(length, d.available(o));
        d.string(o, there);
        if (there < length) {
            d.text("[|").text(PppProtocols.NAMES.name(protocol)).ch(']');
        }
    }

    private static void rejected(Dissection d, int o, int size, int length) {
        if (length < 6) {
            return;
        }
        int protocol = d.u16(o);
        d.text("\n\t  Rejected ").text(PppProtocols.NAMES.name(protocol, "unknown"));
        d.text(" Protocol (0x").hex(protocol, 4).ch(')');
        if (size > 6) {
            d.text("\n\t  Rejected Packet").unknownData("\n\t    ", o + 2, size - 6);
        }
    }

    private static void options(Dissection d, int protocol, int o, int length) {
        int at = o;
        int left = length;
        while (left > 0) {
            int size = switch (protocol) {
                case PppProtocols.LCP -> LcpOptions.print(d, at, left);
                case PppProtocols.IPCP -> IpcpOptions.print(d, at, left);
                case PppProtocols.IPV6CP, PppProtocols.CCP, PppProtocols.BACP ->
                    NetworkControlOptions.print(d, protocol, at, left);
                default -> 0;
            };
            if (size == 0) {
                return;
            }
            if (size > left) {
                d.text(" [remaining options length ").dec(left).text(" < ");
                d.dec(size).ch(']').invalid();
                return;
            }
            left -= size;
            at += size;
        }
    }

    /** The head of an option; 0 if its length cannot be. */
    static int head(Dissection d, String name, int type, int size) {
        d.text("\n\t  ").text(name).text(" Option (0x").hex(type, 2).text("), length ");
        d.dec(size);
        if (size < 2) {
            bogus(d, ">= ", 2);
            return 0;
        }
        return size;
    }

    /** Says which length an option should have. */
    static void bogus(Dissection d, String relation, int size) {
        d.text(" (length bogus, should be ").text(relation).dec(size).ch(')');
    }

    /** Whether an option has its one right length; says so if not. */
    static boolean exactly(Dissection d, int size, int right) {
        if (size != right) {
            bogus(d, "= ", right);
            return false;
        }
        return true;
    }

    /** Whether an option has its least length; says so if not. */
    static boolean atLeast(Dissection d, int size, int least) {
        if (size < least) {
            bogus(d, ">= ", least);
            return false;
        }
        return true;
    }
}
