package net.diag.dump.print.transport;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;
import net.diag.dump.print.Printer;
import net.diag.dump.print.UdpPorts;

/** UDP (RFC 768): ports, checksum at {@code -v}, then the payload printer by port. */
public final class UdpPrinter implements Printer {
    public static final UdpPrinter INSTANCE = new UdpPrinter();

    private static final int HEADER = 8;

    private UdpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "udp";
        if (!d.has(o, 4)) {
            addresses(d, false);
            throw d.truncated();
        }
        d.sourcePort = d.u16(o);
        d.destinationPort = d.u16(o + 2);
        addresses(d, true);
        if (length < HEADER) {
            d.text("undersized-udp ").dec(length).invalid();
            return;
        }
        int claimed = d.u16(o + 4);
        if (claimed == 0 && length > 65535) {
            claimed = length;
        }
        if (claimed < HEADER) {
            d.text("undersized-udplength ").dec(claimed).invalid();
            return;
        }
        int payload = Math.min(claimed, length) - HEADER;
        int previous = d.narrow((long) o + HEADER + payload);
        d.check(o, HEADER);
        payload(d, o, payload, claimed, length);
        d.widen(previous);
    }

    private static void payload(Dissection d, int o, int payload, int claimed, int length) {
        if (d.quiet) {
            plain(d, claimed - HEADER, length - HEADER);
            return;
        }
        // tcpdump shows no checksum of a datagram whose type was given with -T
        String type = d.options.packetType;
        Printer printer = type != null ? UdpPorts.ofType(type) : null;
        if (printer == null) {
            if (d.verbose > 0 && !d.options.trustChecksums && !d.fragmented) {
                checksum(d, o, payload);
            }
            printer = UdpPorts.find(d.sourcePort, d.destinationPort);
        }
        if (printer != null) {
            d.nest(printer, o + HEADER, payload);
        } else {
            plain(d, claimed - HEADER, length - HEADER);
        }
    }

    /** What is printed of a datagram without a payload printer. */
    public static void plain(Dissection d, int claimed, int length) {
        if (claimed > length && !d.fragmented) {
            d.text("UDP, bad length ").dec(claimed).arrow().dec(length);
        } else {
            d.text("UDP, length ").dec(claimed);
        }
    }

    private static void checksum(Dissection d, int o, int payload) {
        if (d.ipVersion == 4 && d.verbose < 2) {
            return;
        }
        int found = d.u16(o + 6);
        if (found == 0) {
            d.text("[no cksum] ");
        } else if (d.ipVersion != 0 && d.has(o, HEADER + payload)) {
            int sum = d.checksumWithPseudo(o, HEADER + payload, HEADER + payload, IpProtocols.UDP);
            if (sum != 0) {
                d.text("[bad udp cksum 0x").hex(found, 4).text(" -> 0x");
                d.hex(Dissection.rightChecksum(sum, found), 4).text("!] ");
            } else {
                d.text("[udp sum ok] ");
            }
        }
    }

    private static void addresses(Dissection d, boolean ports) {
        if (d.ipVersion != 0 && d.u8(d.ip + (d.ipVersion == 4 ? 9 : 6)) == IpProtocols.UDP) {
            d.ipSource();
            if (ports) {
                d.ch('.');
                d.udpPort(d.sourcePort);
            }
            d.arrow().ipDestination();
            if (ports) {
                d.ch('.');
                d.udpPort(d.destinationPort);
            }
            d.text(": ");
        } else if (ports) {
            d.udpPort(d.sourcePort).arrow().udpPort(d.destinationPort).text(": ");
        }
    }
}
