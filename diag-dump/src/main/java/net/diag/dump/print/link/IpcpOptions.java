package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** Options of the IP control protocol (RFC 1332, 1877, 2290, 2509, 3544). */
final class IpcpOptions {
    private static final Tokens NAMES = Tokens.of(
            1,
            "IP-Addrs",
            2,
            "IP-Comp",
            3,
            "IP-Addr",
            4,
            "Home-Addr",
            129,
            "Pri-DNS",
            130,
            "Pri-NBNS",
            131,
            "Sec-DNS",
            132,
            "Sec-NBNS");
    private static final int HEADER_COMPRESSION = 0x61;
    private static final int VAN_JACOBSON = 0x2d;
    private static final int HEADER_COMPRESSION_SIZE = 14;
    private static final Tokens COMPRESSION =
            Tokens.of(VAN_JACOBSON, "VJ-Comp", HEADER_COMPRESSION, "IP Header Compression");
    private static final Tokens SUBOPTIONS = Tokens.from(1, "RTP-Compression", "Enhanced RTP-Compression");

    private IpcpOptions() {}

    /** Prints one option; returns its length, 0 to stop. */
    static int print(Dissection d, int o, int length) {
        if (length < 2) {
            return 0;
        }
        d.check(o, 2);
        int type = d.u8(o);
        int size = d.u8(o + 1);
        if (PppControl.head(d, NAMES.name(type, "unknown"), type, size) == 0) {
            return 0;
        }
        if (value(d, o, type, size) && d.verbose > 1) {
            d.unknownData("\n\t    ", o + 2, size - 2);
        }
        return size;
    }

    private static boolean value(Dissection d, int o, int type, int size) {
        switch (type) {
            case 1 -> {
                if (!PppControl.exactly(d, size, 10)) {
                    return false;
                }
                d.check(o + 2, 8);
                d.text(": src ").ip4(o + 2).text(", dst ").ip4(o + 6);
            }
            case 2 -> {
                return PppControl.atLeast(d, size, 4) && compression(d, o, size);
            }
            case 3, 4, 129, 130, 131, 132 -> {
                if (!PppControl.exactly(d, size, 6)) {
                    return false;
                }
                d.check(o + 2, 4);
                d.text(": ").ip4(o + 2);
            }
            default -> {
                if (d.verbose < 2) {
                    d.unknownData("\n\t    ", o + 2, size - 2);
                }
            }
        }
        return true;
    }

    private static boolean compression(Dissection d, int o, int size) {
        int protocol = d.u16(o + 2);
        d.text(": ").text(COMPRESSION.name(protocol, "Unknown")).text(" (0x").hex(protocol, 2);
        d.text("):");
        if (protocol != HEADER_COMPRESSION) {
            return true;
        }
        if (!PppControl.atLeast(d, size, HEADER_COMPRESSION_SIZE)) {
            return false;
        }
        if (!d.has(o + 2, HEADER_COMPRESSION_SIZE)) {
            d.text("[|ipcp]");
            return false;
        }
        d.text("\n\t    TCP Space ").dec(d.u16(o + 4)).text(", non-TCP Space ").dec(d.u16(o + 6));
        d.text(", maxPeriod ").dec(d.u16(o + 8)).text(", maxTime ").dec(d.u16(o + 10));
        d.text(", maxHdr ").dec(d.u16(o + 12));
        int left = size - HEADER_COMPRESSION_SIZE;
        d.text("\n\t      Suboptions, length ").dec(left);
        suboptions(d, o + HEADER_COMPRESSION_SIZE, left);
        return false;
    }

    private static void suboptions(Dissection d, int o, int length) {
        int at = o;
        int left = length;
        while (left >= 2) {
            d.check(at, 2);
            int type = d.u8(at);
            int size = d.u8(at + 1);
            if (size < 1) {
                return;
            }
            d.text("\n\t\t").text(SUBOPTIONS.name(type, "Unknown")).text(" Suboption #");
            d.dec(type).text(", length ").dec(size);
            if (size > left) {
                d.text(" [remaining suboptions length ").dec(left).text(" < ");
                d.dec(size).ch(']').invalid();
                return;
            }
            left -= size;
            at += size;
        }
    }
}
