package net.diag.netstat.firewall;

import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.conntrack.ConntrackMessage;
import net.diag.netlink.conntrack.ConntrackTuple;
import net.diag.record.FieldType;
import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/**
 * A tracked connection.
 *
 * @param message as the kernel told it
 * @param nowNanos when it was told, in nanoseconds since 1970
 */
public record Connection(ConntrackMessage message, long nowNanos) {
    private static final String[] TCP_STATES = {
        "NONE",
        "SYN_SENT",
        "SYN_RECV",
        "ESTABLISHED",
        "FIN_WAIT",
        "CLOSE_WAIT",
        "LAST_ACK",
        "TIME_WAIT",
        "CLOSE",
        "SYN_SENT2"
    };
    private static final String[] STATUS = {
        "expected",
        "seen-reply",
        "assured",
        "confirmed",
        "snat",
        "dnat",
        "seq-adjust",
        "snat-done",
        "dnat-done",
        "dying",
        "fixed-timeout",
        "template",
        "untracked",
        "helper",
        "offload",
        "hw-offload"
    };

    String event() {
        return switch (message.event()) {
            case LIST -> "";
            case NEW -> "new";
            case UPDATE -> "update";
            case DESTROY -> "destroy";
        };
    }

    String protocol() {
        return XtText.protocol(message.original().protocol());
    }

    /** The state of a TCP connection in conntrack's words, or empty. */
    String state() {
        int s = message.tcpState();
        return s < 0 ? "" : s < TCP_STATES.length ? TCP_STATES[s] : Integer.toString(s);
    }

    static IpAddress address(byte[] b) {
        return b.length == 4 || b.length == 16 ? IpAddress.of(b) : null;
    }

    boolean is(int status) {
        return (message.status() & status) != 0;
    }

    List<String> status() {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            if ((message.status() >> i & 1) != 0) {
                list.add(i < STATUS.length ? STATUS[i] : "bit" + i);
            }
        }
        return list;
    }

    /** Nanoseconds since it began, or -1 where the kernel does not time-stamp. */
    long ageNanos() {
        long start = message.startNanos();
        long end = message.stopNanos() != 0 ? message.stopNanos() : nowNanos;
        return start == 0 ? -1 : Math.max(0, end - start);
    }

    /** The record type, apart so that a text run does not load it. */
    public static final class Type {
        public static final RecordType<Connection> CONNECTION = RecordType.<Connection>of(
                        "diag/netstat/connection/1", "a tracked connection")
                .word("event", Connection::event, "what happened", "new", "update", "destroy")
                .presentIf(c -> !c.event().isEmpty())
                .text("protocol", Connection::protocol, "IP protocol")
                .text("state", Connection::state, "state of a TCP connection")
                .presentIf(c -> !c.state().isEmpty())
                .duration(
                        "timeout",
                        c -> c.message.timeoutSeconds() < 0 ? -1 : c.message.timeoutSeconds() * 1_000_000_000L,
                        "time to live if no packet comes")
                .absentIs(-1)
                .address("src", c -> address(c.message.original().source()), "source of the first packet")
                .optional()
                .address("dst", c -> address(c.message.original().destination()), "its destination")
                .optional()
                .integer("sport", c -> c.message.original().sourcePort(), "its source port")
                .absentIs(-1)
                .integer("dport", c -> c.message.original().destinationPort(), "its destination port")
                .absentIs(-1)
                .integer("icmpType", c -> c.message.original().icmpType(), "its ICMP type")
                .absentIs(-1)
                .integer("icmpCode", c -> c.message.original().icmpCode(), "its ICMP code")
                .absentIs(-1)
                .integer("icmpId", c -> c.message.original().icmpId(), "its ICMP identifier")
                .absentIs(-1)
                .count("packets", c -> c.message.packets(true), "packets in its direction")
                .absentIs(-1)
                .bytes("bytes", c -> c.message.bytes(true), "bytes in its direction")
                .absentIs(-1)
                .address("replySrc", c -> address(c.message.reply().source()), "source of replies")
                .optional()
                .address("replyDst", c -> address(c.message.reply().destination()), "destination of replies")
                .optional()
                .integer("replySport", c -> c.message.reply().sourcePort(), "source port of replies")
                .absentIs(-1)
                .integer("replyDport", c -> c.message.reply().destinationPort(), "destination port of replies")
                .absentIs(-1)
                .count("replyPackets", c -> c.message.packets(false), "packets in the other direction")
                .absentIs(-1)
                .bytes("replyBytes", c -> c.message.bytes(false), "bytes in the other direction")
                .absentIs(-1)
                .list("status", Connection::status, FieldType.TEXT, "what connection tracking knows of it")
                .integer("mark", c -> c.message.mark(), "its mark")
                .integer("zone", c -> c.message.zone(), "its zone")
                .text("helper", c -> c.message.helper(), "the helper that follows it")
                .presentIf(c -> !c.message.helper().isEmpty())
                .integer("id", c -> c.message.id(), "the kernel's number of it")
                .time("start", c -> c.message.startNanos(), "when it began")
                .absentIs(0)
                .duration("age", Connection::ageNanos, "time since it began")
                .absentIs(-1)
                .tableColumns(
                        "protocol",
                        "state",
                        "src",
                        "sport",
                        "dst",
                        "dport",
                        "replySrc",
                        "replySport",
                        "timeout",
                        "bytes",
                        "replyBytes")
                .build();

        private Type() {}
    }

    /** One line in conntrack's form. */
    String text() {
        ConntrackMessage m = message;
        StringBuilder s = new StringBuilder();
        String p = protocol();
        s.append(p).append(" ".repeat(Math.max(0, 8 - p.length()))).append(' ');
        s.append(m.original().protocol()).append(' ');
        if (m.timeoutSeconds() >= 0) {
            s.append(m.timeoutSeconds()).append(' ');
        }
        if (!state().isEmpty()) {
            s.append(state()).append(' ');
        }
        tuple(s, m.original(), m.packets(true), m.bytes(true));
        if (!is(ConntrackMessage.IPS_SEEN_REPLY)) {
            s.append("[UNREPLIED] ");
        }
        tuple(s, m.reply(), m.packets(false), m.bytes(false));
        if (is(ConntrackMessage.IPS_HW_OFFLOAD)) {
            s.append("[HW_OFFLOAD] ");
        } else if (is(ConntrackMessage.IPS_OFFLOAD)) {
            s.append("[OFFLOAD] ");
        } else if (is(ConntrackMessage.IPS_ASSURED)) {
            s.append("[ASSURED] ");
        }
        if (m.attributes().has(8)) {
            s.append("mark=").append(m.mark()).append(' ');
        }
        if (!m.securityContext().isEmpty()) {
            s.append("secctx=").append(m.securityContext()).append(' ');
        }
        if (m.zone() != 0) {
            s.append("zone=").append(m.zone()).append(' ');
        }
        if (ageNanos() >= 0) {
            s.append("delta-time=").append(ageNanos() / 1_000_000_000L).append(' ');
        }
        if (!m.helper().isEmpty()) {
            s.append("helper=").append(m.helper()).append(' ');
        }
        if (m.attributes().has(11)) {
            s.append("use=").append(m.use());
        }
        return s.toString().stripTrailing();
    }

    private static void tuple(StringBuilder s, ConntrackTuple t, long packets, long bytes) {
        s.append("src=")
                .append(address(t.source()))
                .append(" dst=")
                .append(address(t.destination()))
                .append(' ');
        if (t.icmpType() >= 0) {
            s.append("type=")
                    .append(t.icmpType())
                    .append(" code=")
                    .append(t.icmpCode())
                    .append(" id=")
                    .append(t.icmpId());
            s.append(' ');
        } else if (t.sourcePort() >= 0) {
            s.append("sport=")
                    .append(t.sourcePort())
                    .append(" dport=")
                    .append(t.destinationPort())
                    .append(' ');
        }
        if (packets >= 0) {
            s.append("packets=").append(packets).append(" bytes=").append(bytes).append(' ');
        }
    }
}
