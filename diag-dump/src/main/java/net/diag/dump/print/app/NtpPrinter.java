package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** NTP (RFC 5905), its control messages (RFC 1305 appendix B) and extension fields (RFC 7822). */
public final class NtpPrinter implements Printer {
    public static final NtpPrinter INSTANCE = new NtpPrinter();

    private static final int CONTROL = 6;
    private static final int TIME_LENGTH = 48;
    private static final int CONTROL_LENGTH = 12;
    private static final int MD5_MAC = 20;
    private static final int SHA1_MAC = 24;

    private static final Tokens MODES = Tokens.from(
            0,
            "unspecified",
            "symmetric active",
            "symmetric passive",
            "Client",
            "Server",
            "Broadcast",
            "Control Message",
            "Reserved");
    private static final Tokens LEAPS = Tokens.of(0, "", 0x40, "+1s", 0x80, "-1s", 0xc0, "clock unsynchronized");
    private static final Tokens STRATA = Tokens.of(0, "unspecified", 1, "primary reference");
    private static final Tokens EXTENSIONS = Tokens.of(
            0x0104, "Unique Identifier",
            0x0204, "NTS Cookie",
            0x0304, "NTS Cookie Placeholder",
            0x0404, "NTS Authenticator and Encrypted Extension Fields");

    private NtpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "ntp";
        if (length < 1) {
            d.invalid();
            return;
        }
        int status = d.u8(o);
        int mode = status & 7;
        d.text("NTPv").dec(status >> 3 & 7).text(", ").tok(MODES, "Unknown mode", mode);
        d.text(", length ").dec(length);
        if (d.verbose == 0) {
            return;
        }
        d.text("\n\tLeap indicator: ")
                .tok(LEAPS, "", status & 0xc0)
                .text(" (")
                .dec(status & 0xc0)
                .ch(')');
        if (mode == CONTROL) {
            control(d, o, length);
        } else {
            time(d, o, length);
        }
    }

    private static void time(Dissection d, int o, int length) {
        if (length < TIME_LENGTH) {
            d.invalid();
            return;
        }
        int stratum = d.u8(o + 1);
        d.text(", Stratum ").dec(stratum).text(" (");
        d.tok(STRATA, stratum < 16 ? "secondary reference" : "reserved", stratum)
                .ch(')');
        int poll = d.u8(o + 2);
        d.text(", poll ").dec(poll);
        interval(d, (byte) poll);
        d.text(", precision ").dec(d.s8(o + 3));
        d.text("\n\tRoot Delay: ");
        NtpTimes.shortFormat(d, o + 4);
        d.text(", Root dispersion: ");
        NtpTimes.shortFormat(d, o + 8);
        d.text(", Reference-ID: ");
        reference(d, o + 12, stratum);
        d.text("\n\t  Reference Timestamp:  ");
        NtpTimes.timestamp(d, o + 16);
        d.text("\n\t  Origin Timestamp:     ");
        NtpTimes.timestamp(d, o + 24);
        d.text("\n\t  Receive Timestamp:    ");
        NtpTimes.timestamp(d, o + 32);
        d.text("\n\t  Transmit Timestamp:   ");
        NtpTimes.timestamp(d, o + 40);
        d.text("\n\t    Originator - Receive Timestamp:  ");
        NtpTimes.difference(d, o + 24, o + 32);
        d.text("\n\t    Originator - Transmit Timestamp: ");
        NtpTimes.difference(d, o + 24, o + 40);
        trailer(d, o + TIME_LENGTH, length - TIME_LENGTH);
    }

    private static void interval(Dissection d, int poll) {
        if (poll >= 0 && poll < 32) {
            d.text(" (").dec(1L << poll).text("s)");
        } else if (poll < 0 && poll > -32) {
            d.text(" (1/").dec(1L << -poll).text("s)");
        }
    }

    private static void reference(Dissection d, int o, int stratum) {
        long id = d.u32(o);
        if (stratum == 0 && id == 0) {
            d.text("(unspec)");
        } else if (stratum == 0 || stratum == 1) {
            d.stringZ(o, 4);
        } else if (stratum == 62) {
            d.ipv4Text((int) id).text(" INFO_QUERY");
        } else if (stratum == 63) {
            d.ipv4Text((int) id).text(" INFO_REPLY");
        } else {
            d.text("0x").hex(id, 8);
        }
    }

    /** Extension fields, then a MAC: what is left tells which (RFC 7822 §3). */
    private static void trailer(Dissection d, int o, int length) {
        int at = o;
        int left = length;
        boolean first = true;
        while (left > SHA1_MAC || left > 4 && left < MD5_MAC) {
            if (left < 4) {
                break;
            }
            int size = d.u16(at + 2);
            if (first) {
                d.text("\n\tExtension fields:");
                first = false;
            }
            d.text("\n\t  ").tok(EXTENSIONS, "Unknown type", d.u16(at));
            d.text(" (0x").hex(d.u16(at), 4).text("), length ").dec(size);
            if (size < 16 || size > left) {
                d.invalid();
                return;
            }
            d.check(at, size);
            at += size;
            left -= size;
        }
        if (left >= 4) {
            d.text("\n\tKey id: ").dec(d.u32(at));
            if (left == MD5_MAC || left == SHA1_MAC) {
                d.text("\n\tAuthentication: ").plainHex(at + 4, left - 4);
            }
        }
    }

    private static void control(Dissection d, int o, int length) {
        if (length < CONTROL_LENGTH) {
            d.invalid();
            return;
        }
        int bits = d.u8(o + 1);
        d.text((bits & 0x80) != 0 ? ", Response" : ", Request");
        d.text((bits & 0x40) != 0 ? ", Error" : ", OK");
        d.text((bits & 0x20) != 0 ? ", More" : ", Last");
        d.text(", OpCode=").dec(bits & 0x1f);
        d.text("\n\tSequence=").dec(d.u16(o + 2));
        int status = d.u16(o + 4);
        d.text(", Status=").text(status == 0 ? "" : "0x").hex(status);
        d.text(", Assoc.=").dec(d.u16(o + 6));
        d.text(", Offset=").dec(d.u16(o + 8));
        int count = d.u16(o + 10);
        d.text(", Count=").dec(count);
        if (CONTROL_LENGTH + count > length) {
            d.invalid();
        } else if (count != 0) {
            d.check(o + CONTROL_LENGTH, count);
            d.text("\n\tTO-BE-DONE: data not interpreted");
        }
    }
}
