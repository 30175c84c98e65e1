package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** DHCPv6 (RFC 8415): messages between clients, servers and relays. */
public final class Dhcpv6Printer implements Printer {
    public static final Dhcpv6Printer INSTANCE = new Dhcpv6Printer();

    private static final int RELAY_FORWARD = 12;
    private static final int RELAY_REPLY = 13;
    private static final int HEADER = 4;
    private static final int RELAY_HEADER = 34;
    private static final Tokens MESSAGES = Tokens.from(
            1,
            "solicit",
            "advertise",
            "request",
            "confirm",
            "renew",
            "rebind",
            "reply",
            "release",
            "decline",
            "reconfigure",
            "inf-req",
            "relay-fwd",
            "relay-reply",
            "leasequery",
            "leasequery-reply");

    private Dhcpv6Printer() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "dhcp6";
        d.text("dhcp6");
        int end = (int) Math.min(d.end(), (long) o + length);
        if (o >= end) {
            throw d.truncated();
        }
        int type = d.u8(o);
        boolean relay = type == RELAY_FORWARD || type == RELAY_REPLY;
        if (!relay) {
            d.check(o, HEADER);
        }
        d.ch(' ').tok(MESSAGES, "msgtype-%u", type).text(" (");
        int header;
        if (relay) {
            d.check(o + 2, 32);
            d.text("linkaddr=").ip6(o + 2).text(" peeraddr=").ip6(o + 18);
            header = RELAY_HEADER;
        } else {
            d.text("xid=").hex(d.u24(o + 1));
            header = HEADER;
        }
        Dhcpv6Options.print(d, o + header, end);
        d.ch(')');
    }
}
