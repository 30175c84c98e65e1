package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** The routing protocol for low-power networks (RFC 6550) in ICMPv6. */
final class Rpl {
    private static final Tokens MODES =
            Tokens.from(0, "nonstoring", "storing", "nonstoring-multicast", "storing-multicast");
    private static final Tokens OPTIONS = Tokens.of(
            0,
            "pad0",
            1,
            "padN",
            2,
            "metrics",
            3,
            "routinginfo",
            4,
            "config",
            5,
            "rpltarget",
            6,
            "transitinfo",
            8,
            "destprefix",
            9,
            "rpltargetdesc");

    private Rpl() {}

    static void print(Dissection d, int o, int length, int code) {
        if ((code & 0x80) != 0) {
            d.text(", (SEC) [worktodo]");
            return;
        }
        d.text(", (CLR)");
        int body = o + 4;
        int size = length - 4;
        switch (code) {
            case 0 -> d.text("DODAG Information Solicitation");
            case 1 -> {
                d.text("DODAG Information Object");
                if (d.verbose > 0) {
                    object(d, body, size);
                }
            }
            case 2 -> {
                d.text("Destination Advertisement Object");
                if (d.verbose > 0) {
                    advertisement(d, body, size);
                }
            }
            case 3 -> {
                d.text("Destination Advertisement Object Ack");
                if (d.verbose > 0) {
                    acknowledgement(d, body, size);
                }
            }
            default -> d.text("RPL message, unknown code ").dec(code);
        }
    }

    private static void object(Dissection d, int o, int length) {
        if (length < 24) {
            d.text(" [|length too short]").invalid();
            return;
        }
        d.check(o, 24);
        int flags = d.u8(o + 4);
        d.text(" [dagid:")
                .ip6Text(o + 8)
                .text(",seq:")
                .dec(d.u8(o + 5))
                .text(",instance:")
                .dec(d.u8(o));
        d.text(",rank:").dec(d.u16(o + 2)).ch(',');
        if ((flags & 0x80) != 0) {
            d.text("grounded,");
        }
        d.text("mop:")
                .tok(MODES, "mop%u", flags >> 3 & 7)
                .text(",prf:")
                .dec(flags & 7)
                .ch(']');
        options(d, o + 24, length - 24);
    }

    private static void advertisement(Dissection d, int o, int length) {
        if (length < 4) {
            d.text(" [|dao-length too short]").invalid();
            return;
        }
        int flags = d.u8(o + 1);
        boolean hasId = (flags & 0x40) != 0;
        int header = hasId ? 20 : 4;
        if (length < header) {
            d.text(" [|dao-length too short]").invalid();
            return;
        }
        d.check(o, header);
        d.text(" [dagid:");
        if (hasId) {
            d.ip6Text(o + 4);
        } else {
            d.text("<elided>");
        }
        d.text(",seq:").dec(d.u8(o + 3)).text(",instance:").dec(d.u8(o));
        if ((flags & 0x80) != 0) {
            d.text(",acK");
        }
        if (hasId) {
            d.text(",Dagid");
        }
        d.text(",flags:").hex(flags, 2).ch(']');
        options(d, o + header, length - header);
    }

    private static void acknowledgement(Dissection d, int o, int length) {
        if (length < 4) {
            d.text(" [|dao-length too short]").invalid();
            return;
        }
        boolean hasId = (d.u8(o + 1) & 0x80) != 0;
        int header = hasId ? 20 : 4;
        if (length < header) {
            d.text(" [|dao-length too short]").invalid();
            return;
        }
        d.check(o, header);
        d.text(" [dagid:");
        if (hasId) {
            d.ip6Text(o + 4);
        } else {
            d.text("<elided>");
        }
        d.text(",seq:")
                .dec(d.u8(o + 2))
                .text(",instance:")
                .dec(d.u8(o))
                .text(",status:")
                .dec(d.u8(o + 3))
                .ch(']');
        options(d, o + header, length - header);
    }

    private static void options(Dissection d, int offset, int length) {
        int o = offset;
        int rest = length;
        while (rest > 0) {
            int type = d.u8(o);
            int size = 1;
            if (type == 0) {
                d.text(" opt:pad1");
            } else {
                if (rest < 2) {
                    return;
                }
                size = d.u8(o + 1) + 2;
                d.text(" opt:")
                        .tok(OPTIONS, "subopt:%u", type)
                        .text(" len:")
                        .dec(size)
                        .ch(' ');
                d.check(o, Math.min(size, rest));
            }
            o += size;
            rest -= size;
        }
    }
}
