package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/**
 * Spanning tree BPDUs: STP (IEEE 802.1D), RSTP (802.1w), MSTP (802.1s) and shortest path bridging
 * (802.1aq), each version a longer form of the one before.
 */
public final class SpanningTreePrinter implements Printer {
    public static final SpanningTreePrinter INSTANCE = new SpanningTreePrinter();

    private static final int RSTP = 2;
    private static final int MSTP = 3;
    private static final int SPB = 4;
    private static final Tokens VERSIONS = Tokens.of(0, "802.1d", RSTP, "802.1w", MSTP, "802.1s", SPB, "802.1aq");
    private static final int CONFIGURATION = 0x00;
    private static final int RAPID = 0x02;
    private static final Tokens TYPES = Tokens.of(CONFIGURATION, "Config", RAPID, "Rapid STP", 0x80, "Topology Change");
    static final Tokens FLAGS = Tokens.of(
            0x01,
            "Topology change",
            0x02,
            "Proposal",
            0x10,
            "Learn",
            0x20,
            "Forward",
            0x40,
            "Agreement",
            0x80,
            "Topology change ACK");
    static final Tokens ROLES = Tokens.from(0, "Unknown", "Alternate", "Root", "Designated");

    private static final int FLAGS_OFFSET = 4;
    private static final int ROOT_OFFSET = 5;
    private static final int ROOT_COST_OFFSET = 13;
    private static final int BRIDGE_OFFSET = 17;
    private static final int PORT_OFFSET = 25;
    private static final int TIMES_OFFSET = 27;
    private static final int VERSION_1_LENGTH_OFFSET = 35;
    private static final int VERSION_3_LENGTH_OFFSET = 36;
    private static final int CONFIGURATION_SIZE = 35;
    private static final int RAPID_SIZE = 36;
    private static final int MSTP_MINIMUM = 102;
    private static final int SPB_MINIMUM = 87;

    private SpanningTreePrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "stp";
        if (length < 4) {
            if (!d.has(o, 4) && d.end() < o + length) {
                throw d.truncated();
            }
            d.invalid();
            return;
        }
        if (d.u16(o) != 0) {
            d.text("unknown STP version, length ").dec(length);
            return;
        }
        int version = d.u8(o + 2);
        d.text("STP ").tok(VERSIONS, "Unknown STP protocol (0x%02x)", version);
        if (VERSIONS.name(version) == null) {
            return;
        }
        int type = d.u8(o + 3);
        d.text(", ").tok(TYPES, "Unknown BPDU Type (0x%02x)", type);
        if (type == CONFIGURATION) {
            if (length < CONFIGURATION_SIZE) {
                d.invalid();
            } else {
                plain(d, o, length, version == RSTP);
            }
        } else if (type == RAPID) {
            rapid(d, o, length, version);
        }
    }

    private static void rapid(Dissection d, int o, int length, int version) {
        if (version == RSTP) {
            if (length < RAPID_SIZE) {
                d.invalid();
            } else {
                plain(d, o, length, true);
            }
        } else if (version == MSTP || version == SPB) {
            if (length < MSTP_MINIMUM || d.u8(o + VERSION_1_LENGTH_OFFSET) != 0) {
                d.invalid();
                return;
            }
            int mstp = d.u16(o + VERSION_3_LENGTH_OFFSET) + 2;
            if (length < RAPID_SIZE + mstp) {
                d.invalid();
                return;
            }
            MultipleSpanningTree.print(d, o, length);
            if (version == SPB) {
                int at = VERSION_3_LENGTH_OFFSET + mstp;
                int spb = d.u16(o + at) + 2;
                if (length < at + spb || spb < SPB_MINIMUM) {
                    d.invalid();
                } else if (d.verbose > 0) {
                    MultipleSpanningTree.shortestPath(d, o + at);
                }
            }
        }
    }

    private static void plain(Dissection d, int o, int length, boolean rapid) {
        int flags = d.u8(o + FLAGS_OFFSET);
        d.text(", Flags [").bits(FLAGS, "none", flags).ch(']');
        d.check(o + BRIDGE_OFFSET, 10);
        d.text(", bridge-id ");
        bridge(d, o + BRIDGE_OFFSET);
        d.ch('.').hex(d.u16(o + PORT_OFFSET), 4).text(", length ").dec(length);
        if (d.verbose == 0) {
            return;
        }
        times(d, o);
        d.check(o + ROOT_OFFSET, 12);
        d.text("\n\troot-id ");
        bridge(d, o + ROOT_OFFSET);
        d.text(", root-pathcost ").dec(d.u32(o + ROOT_COST_OFFSET));
        if (rapid) {
            d.text(", port-role ").text(ROLES.name(flags >> 2 & 3));
        }
    }

    /** A bridge identifier: priority and address. */
    static void bridge(Dissection d, int o) {
        d.check(o, 8);
        d.plainHex(o, 2).ch('.').colonHex(o + 2, 6);
    }

    /** The timers' line. */
    static void times(Dissection d, int o) {
        d.check(o + TIMES_OFFSET, 8);
        d.text("\n\tmessage-age ");
        seconds(d, o + TIMES_OFFSET).text("s, max-age ");
        seconds(d, o + TIMES_OFFSET + 2).text("s, hello-time ");
        seconds(d, o + TIMES_OFFSET + 4).text("s, forwarding-delay ");
        seconds(d, o + TIMES_OFFSET + 6).ch('s');
    }

    /** Units of 1/256 s with two decimals, halves rounded to even. */
    private static Dissection seconds(Dissection d, int o) {
        int scaled = d.u16(o) * 100;
        int hundredths = scaled >> 8;
        int rest = scaled & 0xff;
        if (rest > 0x80 || rest == 0x80 && (hundredths & 1) != 0) {
            hundredths++;
        }
        return d.dec(hundredths / 100).ch('.').decZero(hundredths % 100, 2);
    }
}
