package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** ARP (RFC 826), RARP (RFC 903) and inverse ARP (RFC 2390). */
public final class ArpPrinter implements Printer {
    public static final ArpPrinter INSTANCE = new ArpPrinter();

    private static final Tokens HARDWARE = Tokens.of(
            1,
            "Ethernet",
            6,
            "TokenRing",
            7,
            "ArcNet",
            15,
            "FrameRelay",
            17,
            "Strip",
            24,
            "IEEE 1394",
            19,
            "ATM",
            32,
            "Infiniband");
    private static final Tokens OPERATION = Tokens.of(
            1,
            "Request",
            2,
            "Reply",
            3,
            "Reverse Request",
            4,
            "Reverse Reply",
            8,
            "Inverse Request",
            9,
            "Inverse Reply",
            10,
            "NACK Reply");
    private static final int ETHERNET = 1;
    private static final int ATM = 19;
    private static final int FRAME_RELAY = 15;
    private static final int IPV4_LENGTH = 4;

    private ArpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "arp";
        d.check(o, 8);
        int hardware = d.u16(o);
        int type = d.u16(o + 2);
        int hardwareLength = d.u8(o + 4);
        int protocolLength = d.u8(o + 5);
        int operation = d.u16(o + 6);
        int sender = o + 8;
        int senderProtocol = sender + hardwareLength;
        int target = senderProtocol + protocolLength;
        int targetProtocol = target + hardwareLength;
        if (!d.has(o, 8 + 2 * (hardwareLength + protocolLength))) {
            d.truncationMark();
            return;
        }
        if (!d.linkHeader) {
            d.text("ARP, ");
        }
        if (type != EtherTypes.IPV4 && type != 0x1000
                || protocolLength != IPV4_LENGTH
                || hardwareLength == 0
                || d.verbose > 0) {
            d.tok(HARDWARE, "Unknown Hardware (%u)", hardware)
                    .text(" (len ")
                    .dec(hardwareLength)
                    .text("), ");
            String name = EtherTypes.name(type);
            if (name.equals("Unknown")) {
                d.text("Unknown Protocol (0x").hex(type, 4).ch(')');
            } else {
                d.text(name);
            }
            d.text(" (len ").dec(protocolLength).text("), ");
        }
        d.tok(OPERATION, "Unknown (%u)", operation).ch(' ');
        switch (operation) {
            case 1 -> {
                d.text("who-has ");
                protocolAddress(d, targetProtocol, type, protocolLength);
                if (!zero(d, target, hardwareLength)) {
                    d.text(" (").linkAddress(target, hardwareLength).ch(')');
                }
                d.text(" tell ");
                protocolAddress(d, senderProtocol, type, protocolLength);
            }
            case 2 -> {
                protocolAddress(d, senderProtocol, type, protocolLength);
                d.text(" is-at ").linkAddress(sender, hardwareLength);
            }
            case 3 -> {
                d.text("who-is ");
                d.linkAddress(target, hardwareLength).text(" tell ");
                d.linkAddress(sender, hardwareLength);
            }
            case 4 -> {
                d.linkAddress(target, hardwareLength).text(" at ");
                protocolAddress(d, targetProtocol, type, protocolLength);
            }
            case 8 -> {
                d.text("who-is ");
                d.linkAddress(target, hardwareLength).text(" tell ");
                d.linkAddress(sender, hardwareLength);
            }
            case 9 -> {
                d.linkAddress(sender, hardwareLength).text(" at ");
                protocolAddress(d, senderProtocol, type, protocolLength);
            }
            default -> {
                d.defaultDump(o, d.available(o));
                return;
            }
        }
        d.text(", length ").dec(length);
    }

    private static void protocolAddress(Dissection d, int offset, int type, int length) {
        if (type != EtherTypes.IPV4 && type != 0x1000) {
            d.text("<wrong proto type>");
        } else if (length != IPV4_LENGTH) {
            d.text("<wrong len>");
        } else {
            d.ip4(offset);
        }
    }

    private static boolean zero(Dissection d, int offset, int length) {
        for (int i = 0; i < length; i++) {
            if (d.u8(offset + i) != 0) {
                return false;
            }
        }
        return true;
    }
}
