package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;

/**
 * DNS messages (RFC 1035), multicast DNS (RFC 6762) and LLMNR (RFC 4795), over UDP and over TCP with
 * its length in front.
 */
public final class DnsPrinter implements Printer {
    public static final DnsPrinter UDP = new DnsPrinter(false, false);
    public static final DnsPrinter TCP = new DnsPrinter(true, false);
    public static final DnsPrinter MULTICAST = new DnsPrinter(false, true);

    private static final int HEADER = 12;
    private static final int RESPONSE = 0x8000;
    private static final int AUTHORITATIVE = 0x0400;
    private static final int TRUNCATED = 0x0200;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int RECURSION_AVAILABLE = 0x0080;
    private static final int AUTHENTIC_DATA = 0x0020;
    private static final int CHECKING_DISABLED = 0x0010;
    private static final int INVERSE_QUERY = 1;
    private static final int UNUSUAL_IN_QUERY = 0x6cf;

    private final boolean tcp;
    private final boolean multicast;

    private DnsPrinter(boolean tcp, boolean multicast) {
        this.tcp = tcp;
        this.multicast = multicast;
    }

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "domain";
        int message = o;
        int size = length;
        if (tcp) {
            d.ch(' ');
            if (length < 2) {
                d.text("domain").invalid("length", length, "<", 2);
                return;
            }
            size = length - 2;
            message = o + 2;
            int prefix = d.u16(o);
            if (prefix != size) {
                d.text("[prefix length(")
                        .dec(prefix)
                        .text(") != length(")
                        .dec(size)
                        .text(")]")
                        .invalid();
                return;
            }
        }
        if (size < HEADER) {
            d.text("domain").invalid("length", size, "<", HEADER);
            return;
        }
        int flags = d.u16(message + 2);
        d.check(message, HEADER);
        boolean whole = (flags & RESPONSE) != 0 ? response(d, message, flags) : request(d, message, flags);
        if (whole) {
            d.text(" (").dec(size).ch(')');
        } else {
            d.truncationMark();
        }
    }

    private boolean response(Dissection d, int message, int flags) {
        d.dec(d.u16(message)).text(DnsTypes.opcode(flags)).text(DnsTypes.rcode(flags));
        mark(d, flags & AUTHORITATIVE, '*');
        mark(d, ~flags & RECURSION_AVAILABLE, '-');
        mark(d, flags & TRUNCATED, '|');
        mark(d, flags & AUTHENTIC_DATA, '$');
        int questions = d.u16(message + 4);
        int answers = d.u16(message + 6);
        int authorities = d.u16(message + 8);
        int additionals = d.u16(message + 10);
        if (questions != 1) {
            d.text(" [").dec(questions).text("q]");
        }
        int at = message + HEADER;
        for (int i = 0; i < questions; i++) {
            if (i > 0) {
                d.ch(',');
            }
            if (d.verbose > 1) {
                d.text(" q:");
                at = DnsRecords.question(d, at, message, multicast);
            } else {
                at = DnsNames.skip(d, at);
                at = at < 0 || !d.has(at, 4) ? -1 : at + 4;
            }
            if (at < 0) {
                return false;
            }
        }
        d.ch(' ').dec(answers).ch('/').dec(authorities).ch('/').dec(additionals);
        at = records(d, at, message, answers);
        if (at >= 0 && d.verbose > 1) {
            at = section(d, " ns:", at, message, authorities);
            at = section(d, " ar:", at, message, additionals);
        }
        return at >= 0;
    }

    private boolean request(Dissection d, int message, int flags) {
        d.dec(d.u16(message)).text(DnsTypes.opcode(flags));
        mark(d, flags & RECURSION_DESIRED, '+');
        mark(d, flags & CHECKING_DISABLED, '%');
        if ((flags & UNUSUAL_IN_QUERY) != 0) {
            d.text(" [b2&3=0x").hex(flags).ch(']');
        }
        int questions = d.u16(message + 4);
        int answers = d.u16(message + 6);
        int authorities = d.u16(message + 8);
        int additionals = d.u16(message + 10);
        if ((flags >> 11 & 0xf) == INVERSE_QUERY) {
            count(d, questions, 0, "q]");
            count(d, answers, 1, "a]");
        } else {
            count(d, answers, 0, "a]");
            count(d, questions, 1, "q]");
        }
        count(d, authorities, 0, "n]");
        count(d, additionals, 0, "au]");
        int at = message + HEADER;
        for (int i = 0; i < questions; i++) {
            if (i > 0) {
                d.ch(',');
            }
            at = DnsRecords.question(d, at, message, multicast);
            if (at < 0) {
                return false;
            }
        }
        if (d.verbose > 1) {
            at = section(d, " an:", at, message, answers);
            at = section(d, " ns:", at, message, authorities);
            at = section(d, " ar:", at, message, additionals);
        }
        return at >= 0;
    }

    private int section(Dissection d, String title, int at, int message, int count) {
        if (at < 0 || count == 0) {
            return at;
        }
        if (at < d.end()) {
            d.text(title);
        }
        return records(d, at, message, count);
    }

    private int records(Dissection d, int from, int message, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            if (at >= d.end()) {
                return -1;
            }
            if (i > 0) {
                d.ch(',');
            }
            at = DnsRecords.record(d, at, message, multicast);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private static void mark(Dissection d, int bit, char mark) {
        if (bit != 0) {
            d.ch(mark);
        }
    }

    private static void count(Dissection d, int count, int usual, String letters) {
        if (count != usual) {
            d.text(" [").dec(count).text(letters);
        }
    }
}
