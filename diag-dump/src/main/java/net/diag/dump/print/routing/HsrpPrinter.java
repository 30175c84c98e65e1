package net.diag.dump.print.routing;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** Cisco's hot standby router protocol (RFC 2281), version 0. */
public final class HsrpPrinter implements Printer {
    public static final HsrpPrinter INSTANCE = new HsrpPrinter();

    private static final Tokens OPERATIONS = Tokens.from(0, "hello", "coup", "resign");
    private static final Tokens STATES =
            Tokens.of(0, "initial", 1, "learn", 2, "listen", 4, "speak", 8, "standby", 16, "active");
    private static final int HELLO_OFFSET = 3;
    private static final int HOLD_OFFSET = 4;
    private static final int PRIORITY_OFFSET = 5;
    private static final int GROUP_OFFSET = 6;
    private static final int RESERVED_OFFSET = 7;
    private static final int AUTHENTICATION_OFFSET = 8;
    private static final int ADDRESS_OFFSET = 16;

    private HsrpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "hsrp";
        int version = d.u8(o);
        d.text("HSRPv").dec(version);
        if (version != 0) {
            return;
        }
        d.ch('-');
        int operation = d.u8(o + 1);
        d.tok(OPERATIONS, "unknown (%u)", operation).ch(' ').dec(length).text(": ");
        int state = d.u8(o + 2);
        d.text("state=").tok(STATES, "Unknown (%u)", state).ch(' ');
        int group = d.u8(o + GROUP_OFFSET);
        d.text("group=").dec(group).ch(' ');
        int reserved = d.u8(o + RESERVED_OFFSET);
        if (reserved != 0) {
            d.text("[reserved=").dec(reserved).text("!] ");
        }
        d.check(o + ADDRESS_OFFSET, 4);
        d.text("addr=").ip4(o + ADDRESS_OFFSET);
        if (d.verbose > 0) {
            d.text(" hellotime=").relativeTime(d.u8(o + HELLO_OFFSET));
            d.text(" holdtime=").relativeTime(d.u8(o + HOLD_OFFSET));
            d.text(" priority=").dec(d.u8(o + PRIORITY_OFFSET));
            d.text(" auth=\"").stringZ(o + AUTHENTICATION_OFFSET, 8).ch('"');
        }
    }
}
