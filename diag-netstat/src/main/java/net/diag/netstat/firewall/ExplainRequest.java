package net.diag.netstat.firewall;

import java.util.List;
import net.diag.cli.ToolException;
import net.diag.cli.UsageException;
import net.diag.record.IpAddress;

/** The operands and options of {@code firewall explain PROTO SRC DST [PORT]}. */
final class ExplainRequest {
    String iif;
    String oif;
    String sourcePort = "40000";
    String mark = "0";
    private final String prefix;
    private int protocol;
    private IpAddress source;
    private IpAddress destination;
    private int port;
    private String protocolName;

    ExplainRequest(String prefix) {
        this.prefix = prefix;
    }

    void operands(List<String> words) throws UsageException {
        if (!words.get(0).equals("explain")) {
            throw new UsageException(prefix + ": what is '" + words.get(0) + "'?");
        }
        if (words.size() < 4 || words.size() > 5) {
            throw new UsageException(prefix + ": explain needs PROTO SRC DST [PORT]");
        }
        protocolName = words.get(1);
        source = address(words.get(2));
        destination = address(words.get(3));
        if (source.isV6() != destination.isV6()) {
            throw new UsageException(prefix + ": source and destination are of different families");
        }
        protocol = protocol(protocolName);
        port = words.size() == 5 ? number("port", words.get(4), 65_535) : 0;
        boolean ports = protocol == Flow.TCP || protocol == Flow.UDP || protocol == 132 || protocol == 136;
        if (ports && words.size() < 5) {
            throw new UsageException(prefix + ": " + protocolName + " needs a port");
        }
    }

    private IpAddress address(String text) throws UsageException {
        IpAddress a = IpAddress.parse(text);
        if (a == null) {
            throw new UsageException(prefix + ": '" + text + "' is not an address");
        }
        return a;
    }

    private int protocol(String name) throws UsageException {
        return switch (name) {
            case "icmp", "ping" -> source.isV6() ? Flow.ICMPV6 : Flow.ICMP;
            case "icmpv6", "ipv6-icmp" -> Flow.ICMPV6;
            case "tcp" -> Flow.TCP;
            case "udp" -> Flow.UDP;
            case "sctp" -> 132;
            case "udplite" -> 136;
            case "dccp" -> 33;
            default -> number("protocol", name, 255);
        };
    }

    private int number(String what, String text, int most) throws UsageException {
        try {
            long n = Long.decode(text);
            if (n >= 0 && n <= most) {
                return (int) n;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(prefix + ": '" + text + "' is not a " + what);
        }
        throw new UsageException(prefix + ": " + what + " " + text + " is out of range");
    }

    /** The packet. */
    Flow flow() throws UsageException {
        int from = number("port", sourcePort, 65_535);
        Flow f = new Flow(protocol, source.toBytes(), destination.toBytes(), from, port);
        try {
            f.mark = Bits.host(Long.decode(mark) & 0xffff_ffffL, 4);
        } catch (NumberFormatException e) {
            throw new UsageException(prefix + ": '" + mark + "' is not a mark");
        }
        return f;
    }

    /** An interface's index, 0 for none. */
    int index(World world, String name) throws ToolException {
        if (name == null) {
            return 0;
        }
        int i = world.index(name);
        if (i == 0) {
            throw new ToolException(1, name + ": no such interface");
        }
        return i;
    }

    /** The packet in words. */
    String text() {
        boolean ports = port != 0;
        String from = ports ? end(source, sourcePort) : source.toString();
        String to = ports ? end(destination, Integer.toString(port)) : destination.toString();
        return protocolName + ' ' + from + " > " + to;
    }

    private static String end(IpAddress a, String port) {
        return (a.isV6() ? '[' + a.toString() + ']' : a.toString()) + ':' + port;
    }
}
