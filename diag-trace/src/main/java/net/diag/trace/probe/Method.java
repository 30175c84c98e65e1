package net.diag.trace.probe;

import net.diag.wire.Tcp;

/**
 * Which probes to send: a protocol and what belongs to it.
 *
 * @param kind the method
 * @param port the destination port (or the first of them, or the first ICMP sequence number), or -1: the
 *     method's own default
 * @param sourcePort a fixed source port, or 0
 * @param tcp what TCP probes carry; null for a SYN like the machine's own connections
 * @param number the IP protocol of {@link Kind#RAW}, the checksum coverage of {@link Kind#UDP_LITE}, the
 *     service code of {@link Kind#DCCP}
 */
public record Method(Kind kind, int port, int sourcePort, TcpOptions tcp, int number) {
    /** The methods, by traceroute's names. */
    public enum Kind {
        /** UDP to a port that counts up. */
        DEFAULT("default", 33434),
        /** UDP to one port. */
        UDP("udp", 53),
        UDP_LITE("udplite", 53),
        ICMP("icmp", 1),
        ICMP_RAW("icmp", 1),
        ICMP_DATAGRAM("icmp", 1),
        TCP("tcp", 80),
        TCP_CONNECT("tcpconn", 80),
        DCCP("dccp", 33434),
        RAW("raw", 0),
        /** Hand-made UDP whose flow is fixed (Paris, Dublin). */
        UDP_FLOW("udp", 33434);

        private final String text;
        private final int defaultPort;

        Kind(String text, int defaultPort) {
            this.text = text;
            this.defaultPort = defaultPort;
        }

        /** The name that {@code -M} takes. */
        public String text() {
            return text;
        }

        int defaultPort() {
            return defaultPort;
        }
    }

    /** A method with its defaults. */
    public static Method of(Kind kind) {
        return new Method(kind, -1, 0, null, -1);
    }

    /** Whether its sockets are opened, and its options checked, before the header is printed. */
    public boolean opensEarly() {
        return kind != Kind.DEFAULT && kind != Kind.UDP && kind != Kind.UDP_LITE;
    }

    /** The destination port, or the first. */
    public int effectivePort() {
        return port >= 0 ? port & 0xffff : kind.defaultPort();
    }

    /** A channel that sends such probes; nothing is opened yet. */
    public KernelChannel channel(SocketSettings settings) {
        ProbeClock clock = new ProbeClock();
        return new KernelChannel(probes(settings, clock), settings, clock);
    }

    private ProbeMethod probes(SocketSettings s, ProbeClock clock) {
        return switch (kind) {
            case DEFAULT -> new UdpMethod(s, clock, effectivePort(), sourcePort);
            case UDP -> new ConnectedUdpMethod(s, clock, effectivePort(), sourcePort, -1);
            case UDP_LITE -> new ConnectedUdpMethod(s, clock, effectivePort(), sourcePort, number < 0 ? 8 : number);
            case ICMP -> new IcmpMethod(s, clock, effectivePort(), IcmpMethod.Kind.RAW_THEN_DATAGRAM);
            case ICMP_RAW -> new IcmpMethod(s, clock, effectivePort(), IcmpMethod.Kind.RAW);
            case ICMP_DATAGRAM -> new IcmpMethod(s, clock, effectivePort(), IcmpMethod.Kind.DATAGRAM);
            case TCP ->
                new TcpMethod(
                        s, clock, effectivePort(), sourcePort, tcp == null ? TcpOptions.likeOwnConnections(0) : tcp);
            case TCP_CONNECT -> new TcpConnectMethod(s, clock, effectivePort(), sourcePort);
            case DCCP -> new DccpMethod(s, clock, effectivePort(), sourcePort, number < 0 ? 1885957735 : number);
            case RAW -> new RawProtocolMethod(s, clock, number < 0 ? 253 : number);
            case UDP_FLOW -> new FlowUdpMethod(s, clock, effectivePort(), sourcePort);
        };
    }

    /** The text of a TCP answer's flags, as {@code -O info} shows it: {@code <rst,ack>}. */
    public static String flagsText(int flags) {
        StringBuilder out = new StringBuilder();
        String[] names = {"fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr"};
        for (int i = 0; i < names.length; i++) {
            if ((flags & Tcp.FIN << i) != 0) {
                out.append(out.length() == 0 ? "" : ",").append(names[i]);
            }
        }
        return out.toString();
    }
}
