package net.diag.netstat.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.nftables.NftExpression;
import net.diag.netlink.nftables.NftObject;
import net.diag.netlink.nftables.NftTable;

/** Writes statements that do something: log, reject, translate, redirect, queue … */
final class ActionText {
    private static final String[] LEVELS = {"emerg", "alert", "crit", "err", "warn", "notice", "info", "debug", "audit"
    };
    private static final int NF_NAT_RANGE_NETMAP = 0x40;

    private final int family;
    private final Protocols protocols;
    private final SideText sides;
    private final SetText sets;
    private final ValueText values;

    ActionText(int family, Protocols protocols, SideText sides, SetText sets, ValueText values) {
        this.family = family;
        this.protocols = protocols;
        this.sides = sides;
        this.sets = sets;
        this.values = values;
    }

    /** The statement, or null when it is not known. */
    String of(NftExpression e, IntFunction<Expr> registers) {
        String stateful = StatefulText.of(e);
        if (stateful != null) {
            return stateful;
        }
        AttributeSet a = e.data();
        return switch (e.name()) {
            case "log" -> log(a);
            case "reject" -> reject(a);
            case "nat" -> nat(e, registers);
            case "masq" -> "masquerade" + port(e, 2, 3, registers) + natFlags(a.be32(1));
            case "redir" -> "redirect" + port(e, 1, 2, registers) + natFlags(a.be32(3));
            case "tproxy" -> tproxy(e, registers);
            case "notrack" -> "notrack";
            case "queue" -> queue(e, registers);
            case "dup" -> duplicate(e, registers);
            case "fwd" -> forward(e, registers);
            case "synproxy" -> synproxy(a);
            case "flow_offload" -> "flow add @" + a.string(1);
            case "match", "target" -> XtText.of(family == 10 ? 10 : 2, e.name(), a.string(1), a.be32(2), a.bytes(3));
            default -> null;
        };
    }

    /** Use of a named object. */
    static String objectUse(int type, String name) {
        return switch (type) {
            case NftObject.NFT_OBJECT_COUNTER -> "counter name " + name;
            case NftObject.NFT_OBJECT_QUOTA -> "quota name " + name;
            case NftObject.NFT_OBJECT_LIMIT -> "limit name " + name;
            case NftObject.NFT_OBJECT_SYNPROXY -> "synproxy name " + name;
            case NftObject.NFT_OBJECT_SECMARK -> "meta secmark set " + name;
            default -> ObjectText.typeName(type) + " set " + name;
        };
    }

    private static String log(AttributeSet a) {
        StringBuilder s = new StringBuilder("log");
        if (a.has(2)) {
            s.append(" prefix ").append(ValueText.quote(a.string(2)));
        }
        if (a.has(1)) {
            s.append(" group ").append(a.be16(1));
            s.append(a.be32(3) == 0 ? "" : " snaplen " + a.be32u(3));
            s.append(a.be16(4) == 0 ? "" : " queue-threshold " + a.be16(4));
            return s.toString();
        }
        int level = a.has(5) ? a.be32(5) : 4;
        if (level != 4) {
            s.append(" level ").append(level >= 0 && level < LEVELS.length ? LEVELS[level] : Integer.toString(level));
        }
        int flags = a.be32(6);
        if ((flags & 0x2f) == 0x2f) {
            s.append(" flags all");
            return s.toString();
        }
        if ((flags & 3) != 0) {
            s.append(" flags tcp ")
                    .append((flags & 3) == 3 ? "sequence,options" : (flags & 1) != 0 ? "sequence" : "options");
        }
        s.append((flags & 4) != 0 ? " flags ip options" : "");
        s.append((flags & 8) != 0 ? " flags skuid" : "");
        s.append((flags & 0x20) != 0 ? " flags ether" : "");
        return s.toString();
    }

    private String reject(AttributeSet a) {
        int code = a.u8(2);
        switch (a.be32(1)) {
            case 1 -> {
                return "reject with tcp reset";
            }
            case 2 -> {
                return "reject with icmpx " + code(DataType.ICMPX_CODE, code);
            }
            default -> {
                boolean six = family == 10 || protocols.network() == Header.IP6;
                return six
                        ? "reject with icmpv6 " + code(DataType.ICMPV6_CODE, code)
                        : "reject with icmp " + code(DataType.ICMP_CODE, code);
            }
        }
    }

    private static String code(DataType t, int code) {
        String name = t.nameOf(java.math.BigInteger.valueOf(code));
        return name == null ? Integer.toString(code) : name;
    }

    private static String natFlags(int flags) {
        List<String> list = new ArrayList<>();
        if ((flags & 4) != 0) {
            list.add("random");
        }
        if ((flags & 0x10) != 0) {
            list.add("fully-random");
        }
        if ((flags & 8) != 0) {
            list.add("persistent");
        }
        return list.isEmpty() ? "" : " " + String.join(",", list);
    }

    private String nat(NftExpression e, IntFunction<Expr> registers) {
        AttributeSet a = e.data();
        int natFamily = a.be32(2);
        StringBuilder s = new StringBuilder(a.be32(1) == 0 ? "snat" : "dnat");
        Expr address = a.has(3) ? registers.apply(e.register(3)) : null;
        if (family == 1 && address != null) {
            s.append(' ').append(NftTable.familyName(natFamily));
        }
        boolean netmap = (a.be32(7) & NF_NAT_RANGE_NETMAP) != 0;
        s.append(netmap ? " prefix" : "").append(" to ");
        if (address instanceof Expr.Mapped) {
            // The map gives the port too, where the value is put together of both.
            s.append(sides.of(address).text());
            if (a.has(5)
                    && !(registers.apply(e.register(5)) instanceof Expr.Named n
                            && n.text().equals("unknown"))) {
                s.append(portRange(e, 5, 6, registers));
            }
        } else if (address != null) {
            s.append(addresses(e, natFamily, netmap, registers));
            s.append(a.has(5) ? portRange(e, 5, 6, registers) : "");
        } else if (a.has(5)) {
            s.append(portRange(e, 5, 6, registers));
        }
        return s.append(natFlags(a.be32(7))).toString();
    }

    private String addresses(NftExpression e, int natFamily, boolean netmap, IntFunction<Expr> registers) {
        AttributeSet a = e.data();
        DataType t = natFamily == 10 ? DataType.IPV6 : DataType.IPV4;
        Expr low = registers.apply(e.register(3));
        Expr high = a.has(4) ? registers.apply(e.register(4)) : low;
        if (!(low instanceof Expr.Constant from) || !(high instanceof Expr.Constant to)) {
            return sides.of(low).text();
        }
        Side side = Side.of("", t, false, t.bitLength() / 8);
        String first = sets.value(side, from.bytes());
        String last = sets.value(side, to.bytes());
        if (netmap && !first.equals(last)) {
            return sets.range(side, ValueText.number(from.bytes(), false), ValueText.number(to.bytes(), false));
        }
        boolean brackets = a.has(5) && t == DataType.IPV6;
        String text = brackets ? '[' + first + ']' : first;
        return first.equals(last) ? text : text + '-' + (brackets ? '[' + last + ']' : last);
    }

    private String portRange(NftExpression e, int low, int high, IntFunction<Expr> registers) {
        Expr from = registers.apply(e.register(low));
        Expr to = e.data().has(high) ? registers.apply(e.register(high)) : from;
        Side side = Side.of("", DataType.INET_SERVICE, false, 2);
        if (from instanceof Expr.Constant f && to instanceof Expr.Constant t) {
            String first = sets.value(side, f.bytes());
            String last = sets.value(side, t.bytes());
            return ':' + (first.equals(last) ? first : first + '-' + last);
        }
        return ':' + sides.of(from).text();
    }

    private String port(NftExpression e, int low, int high, IntFunction<Expr> registers) {
        return e.data().has(low) ? " to " + portRange(e, low, high, registers) : "";
    }

    private String tproxy(NftExpression e, IntFunction<Expr> registers) {
        AttributeSet a = e.data();
        int f = a.be32(1);
        StringBuilder s = new StringBuilder("tproxy");
        if (family == 1 && f != 0) {
            s.append(' ').append(NftTable.familyName(f));
        }
        s.append(" to ");
        if (a.has(2)) {
            Expr address = registers.apply(e.register(2));
            s.append(
                    address instanceof Expr.Constant c
                            ? a.has(3)
                                    ? SetText.bracketed(c.bytes())
                                    : text(f == 10 ? DataType.IPV6 : DataType.IPV4, c.bytes())
                            : sides.of(address).text());
        }
        return s.append(a.has(3) ? portRange(e, 3, 3, registers) : "").toString();
    }

    private String text(DataType t, byte[] b) {
        return values.text(t, b, t.isHostOrder());
    }

    private String queue(NftExpression e, IntFunction<Expr> registers) {
        AttributeSet a = e.data();
        int flags = a.be16(3);
        StringBuilder s = new StringBuilder("queue");
        if (flags != 0) {
            s.append(" flags ").append((flags & 1) != 0 ? "bypass" : "").append(flags == 3 ? "," : "");
            s.append((flags & 2) != 0 ? "fanout" : "");
        }
        if (a.has(4)) {
            return s.append(" to ")
                    .append(sides.of(registers.apply(e.register(4))).text())
                    .toString();
        }
        int first = a.be16(1);
        int count = a.be16(2);
        return s.append(" to ")
                .append(first)
                .append(count > 1 ? "-" + (first + count - 1) : "")
                .toString();
    }

    private String operand(NftExpression e, int attribute, DataType t, IntFunction<Expr> registers) {
        Expr x = registers.apply(e.register(attribute));
        return x instanceof Expr.Constant c ? text(t, c.bytes()) : sides.of(x).text();
    }

    private String duplicate(NftExpression e, IntFunction<Expr> registers) {
        AttributeSet a = e.data();
        if (!a.has(1)) {
            return "dup to " + operand(e, 2, DataType.IFACE_INDEX, registers);
        }
        DataType t = family == 10 ? DataType.IPV6 : DataType.IPV4;
        String device = a.has(2) ? " device " + operand(e, 2, DataType.IFACE_INDEX, registers) : "";
        return "dup to " + operand(e, 1, t, registers) + device;
    }

    private String forward(NftExpression e, IntFunction<Expr> registers) {
        AttributeSet a = e.data();
        String device = operand(e, 1, DataType.IFACE_INDEX, registers);
        if (!a.has(2)) {
            return "fwd to " + device;
        }
        int f = a.be32(3);
        DataType t = f == 10 ? DataType.IPV6 : DataType.IPV4;
        return "fwd " + NftTable.familyName(f) + " to " + operand(e, 2, t, registers) + " device " + device;
    }

    private static String synproxy(AttributeSet a) {
        int flags = a.be32(3);
        return "synproxy" + ((flags & 1) != 0 ? " mss " + a.be16(1) : "")
                + ((flags & 2) != 0 ? " wscale " + a.u8(2) : "") + ((flags & 8) != 0 ? " timestamp" : "")
                + ((flags & 4) != 0 ? " sack-perm" : "");
    }
}
