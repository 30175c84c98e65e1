package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** BOOTP (RFC 951) and DHCP (RFC 2131). */
public final class DhcpPrinter implements Printer {
    public static final DhcpPrinter INSTANCE = new DhcpPrinter();

    private static final int REQUEST = 1;
    private static final int ETHERNET = 1;
    private static final int ETHERNET_LENGTH = 6;
    private static final int CLIENT_HARDWARE_OFFSET = 28;
    private static final int SERVER_NAME_OFFSET = 44;
    private static final int FILE_OFFSET = 108;
    private static final int VENDOR_OFFSET = 236;
    private static final long COOKIE_RFC1048 = 0x63825363L;
    private static final long COOKIE_CMU = 0x434d5500L;

    private static final Tokens OPERATIONS = Tokens.of(1, "Request", 2, "Reply");
    private static final Tokens FLAGS = Tokens.of(0x8000, "Broadcast");
    private static final String[] CMU_FIELDS = {"DG", "SM", "NS1", "NS2", "IEN1", "IEN2", "TS1", "TS2"};

    private DhcpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "bootp";
        int operation = d.u8(o);
        d.text("BOOTP/DHCP, ").tok(OPERATIONS, "unknown (0x%02x)", operation);
        int hardware = d.u8(o + 1);
        int hardwareLength = d.u8(o + 2);
        boolean ethernet = hardware == ETHERNET && hardwareLength == ETHERNET_LENGTH;
        if (ethernet && operation == REQUEST) {
            d.text(" from ").mac(o + CLIENT_HARDWARE_OFFSET);
        }
        d.text(", length ").dec(length);
        if (d.verbose == 0) {
            return;
        }
        d.check(o + 8, 2);
        if (hardware != ETHERNET) {
            d.text(", htype ").dec(hardware);
        }
        if (hardwareLength != ETHERNET_LENGTH) {
            d.text(", hlen ").dec(hardwareLength);
        }
        nonZero(d, ", hops ", d.u8(o + 3));
        if (d.u32(o + 4) != 0) {
            d.text(", xid 0x").hex(d.u32(o + 4));
        }
        nonZero(d, ", secs ", d.u16(o + 8));
        int flags = d.u16(o + 10);
        d.text(", Flags [").bits(FLAGS, "none", flags).ch(']');
        if (d.verbose > 1) {
            d.text(" (0x").hex(flags, 4).ch(')');
        }
        address(d, "\n\t  Client-IP ", o + 12);
        address(d, "\n\t  Your-IP ", o + 16);
        address(d, "\n\t  Server-IP ", o + 20);
        address(d, "\n\t  Gateway-IP ", o + 24);
        if (ethernet) {
            d.text("\n\t  Client-Ethernet-Address ").mac(o + CLIENT_HARDWARE_OFFSET);
        }
        name(d, "\n\t  sname \"", o + SERVER_NAME_OFFSET, 64);
        name(d, "\n\t  file \"", o + FILE_OFFSET, 128);
        vendor(d, o + VENDOR_OFFSET);
    }

    private static void vendor(Dissection d, int o) {
        d.check(o, 4);
        long cookie = d.u32(o);
        if (cookie == COOKIE_RFC1048) {
            d.text("\n\t  Vendor-rfc1048 Extensions\n\t    Magic Cookie 0x").hex(cookie, 8);
            DhcpOptions.print(d, o + 4);
        } else if (cookie == COOKIE_CMU) {
            d.text(" vend-cmu");
            // tcpdump shows the gateway, which comes second, first
            for (int i = 0; i < CMU_FIELDS.length; i++) {
                int at = o + 8 + 4 * (i < 2 ? 1 - i : i);
                if (d.u32(at) != 0) {
                    d.ch(' ').text(CMU_FIELDS[i]).ch(':').ip4(at);
                }
            }
        } else if (cookie != 0) {
            d.text("\n\t  Vendor-#0x").hex(cookie);
        }
    }

    private static void nonZero(Dissection d, String title, int value) {
        if (value != 0) {
            d.text(title).dec(value);
        }
    }

    private static void address(Dissection d, String title, int o) {
        if (d.s32(o) != 0) {
            d.text(title).ip4(o);
        }
    }

    private static void name(Dissection d, String title, int o, int length) {
        if (d.u8(o) != 0) {
            d.text(title).stringZ(o, length).ch('"');
        }
    }
}
