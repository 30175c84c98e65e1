package net.diag.dump.print.transport;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;
import net.diag.dump.print.Printer;
import net.diag.dump.print.TcpPorts;
import net.diag.dump.print.TcpSequences;

/** TCP (RFC 9293): ports, flags, relative sequence numbers, options, then the payload printer by port. */
public final class TcpPrinter implements Printer {
    public static final TcpPrinter INSTANCE = new TcpPrinter();

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int PSH = 0x08;
    static final int ACK = 0x10;
    static final int URG = 0x20;
    private static final int HEADER = 20;
    /** The letters of the flags, by bit, as they are printed. */
    private static final String[] FLAGS = new String[512];

    static {
        String letters = "FSRP.UEWe";
        for (int flags = 0; flags < FLAGS.length; flags++) {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 9; bit++) {
                if ((flags >> bit & 1) != 0) {
                    text.append(letters.charAt(bit));
                }
            }
            FLAGS[flags] = flags == 0 ? "none" : text.toString();
        }
    }

    private TcpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "tcp";
        if (!d.has(o + 2, 2)) {
            if (d.ipVersion != 0) {
                d.ipAddresses().ch(':');
            }
            throw d.truncated();
        }
        d.sourcePort = d.u16(o);
        d.destinationPort = d.u16(o + 2);
        addresses(d);
        d.check(o, HEADER);
        int headerLength = d.u8(o + 12) >> 4 << 2;
        if (headerLength < HEADER) {
            d.text(" tcp ")
                    .dec((length - headerLength) & 0xffffffffL)
                    .text(" [bad hdr length ")
                    .dec(headerLength);
            d.text(" - too short, < 20]");
            d.invalid();
            return;
        }
        if (d.quiet) {
            d.text("tcp ").dec((length - headerLength) & 0xffffffffL);
            if (headerLength > length) {
                tooLong(d, headerLength, length);
            }
            return;
        }
        int flags = d.u16(o + 12) & 0x1ff;
        d.text("Flags [").text(FLAGS[flags]).ch(']');
        segment(d, o, headerLength, flags, length);
    }

    private static void tooLong(Dissection d, int headerLength, int length) {
        d.text(" [bad hdr length ")
                .dec(headerLength)
                .text(" - too long, > ")
                .dec(length)
                .ch(']');
        d.invalid();
    }

    private static void segment(Dissection d, int o, int headerLength, int flags, int length) {
        int sequence = d.s32(o + 4);
        int acknowledgement = d.s32(o + 8);
        TcpSequences bases = d.session.tcpSequences;
        int sequenceBase = 0;
        int acknowledgementBase = 0;
        if (!d.options.absoluteSequence && (flags & ACK) != 0 && d.ipVersion != 0) {
            bases.lookup(d, sequence, acknowledgement, (flags & SYN) != 0);
            sequenceBase = bases.sequenceBase;
            acknowledgementBase = bases.acknowledgementBase;
        }
        sequence -= sequenceBase;
        acknowledgement -= acknowledgementBase;
        if (headerLength > length) {
            tooLong(d, headerLength, length);
            return;
        }
        if (d.verbose > 0 && !d.options.trustChecksums && !d.fragmented) {
            checksum(d, o, length);
        }
        d.tcp = o;
        d.tcpLength = length;
        int payload = length - headerLength;
        if (d.verbose > 1 || payload > 0 || (flags & (SYN | FIN | RST)) != 0) {
            d.text(", seq ").dec(sequence & 0xffffffffL);
            if (payload > 0) {
                d.ch(':').dec((sequence + payload) & 0xffffffffL);
            }
        }
        if ((flags & ACK) != 0) {
            d.text(", ack ").dec(acknowledgement & 0xffffffffL);
        } else if (d.verbose > 1 && acknowledgement != 0) {
            d.text(", [ack ").dec(acknowledgement & 0xffffffffL).text(" != 0 while ACK flag not set]");
        }
        d.text(", win ").dec(d.u16(o + 14));
        int urgent = d.u16(o + 18);
        if ((flags & URG) != 0) {
            d.text(", urg ").dec(urgent);
        } else if (d.verbose > 1 && urgent != 0) {
            d.text(", [urg ").dec(urgent).text(" != 0 while URG flag not set]");
        }
        if (headerLength > HEADER
                && !TcpOptions.print(d, o + HEADER, headerLength - HEADER, flags, acknowledgementBase)) {
            return;
        }
        d.text(", length ").dec(payload);
        if (payload > 0) {
            payload(d, o + headerLength, payload, flags);
        }
    }

    private static void payload(Dissection d, int o, int length, int flags) {
        if ((flags & RST) != 0 && d.verbose > 0) {
            TcpResetData.print(d, o, length);
            return;
        }
        Printer printer = d.options.packetType != null ? TcpPorts.ofType(d.options.packetType) : null;
        if (printer == null) {
            printer = TcpPorts.find(d.sourcePort, d.destinationPort);
        }
        if (printer != null) {
            d.nest(printer, o, length);
        }
    }

    private static void checksum(Dissection d, int o, int length) {
        if (!d.has(o, length) || d.ipVersion == 0) {
            return;
        }
        int found = d.u16(o + 16);
        int sum = d.checksumWithPseudo(o, length, length, IpProtocols.TCP);
        d.text(", cksum 0x").hex(found, 4);
        if (sum != 0) {
            d.text(" (incorrect -> 0x")
                    .hex(Dissection.rightChecksum(sum, found), 4)
                    .ch(')');
        } else {
            d.text(" (correct)");
        }
    }

    private static void addresses(Dissection d) {
        if (d.ipVersion != 0 && d.u8(d.ip + (d.ipVersion == 4 ? 9 : 6)) == IpProtocols.TCP) {
            d.ipSource().ch('.');
            d.tcpPort(d.sourcePort).arrow().ipDestination().ch('.');
            d.tcpPort(d.destinationPort).text(": ");
        } else {
            d.tcpPort(d.sourcePort).arrow().tcpPort(d.destinationPort).text(": ");
        }
    }
}
