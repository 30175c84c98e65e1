package net.diag.trace;

import net.diag.cli.CommonOptions;
import net.diag.cli.Completion;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;

/** The options of {@code diag-trace}: traceroute's, and our own, which have only long names except {@code -c}. */
final class TraceOptionTable {
    static final int HELP = 300;
    static final int UDP_LITE = 301;
    static final int SPORT = 302;
    static final int FWMARK = 303;
    static final int MTU = 304;
    static final int BACK = 305;
    static final int REPORT = 310;
    static final int REPORT_WIDE = 311;
    static final int MTR_JSON = 312;
    static final int EXIT_STATUS = 313;
    static final int INTERVAL = 318;

    private static final String METHODS = "Methods";
    private static final String MODES = "Modes beyond traceroute";

    static final OptionTable TABLE = OptionTable.of(
                    "trace",
                    "print the path that packets take to a host",
                    "[OPTIONS] HOST [PACKETLEN]",
                    OptionSpec.flag('4', null, "use IPv4"),
                    OptionSpec.flag('6', null, "use IPv6"),
                    OptionSpec.flag('d', "debug", "enable debugging of the sockets (SO_DEBUG)"),
                    OptionSpec.flag('F', "dont-fragment", "do not fragment probes"),
                    OptionSpec.required('f', "first", "first_ttl", "start from this hop")
                            .byDefault("1"),
                    OptionSpec.required(
                                    'g',
                                    "gateway",
                                    "gate,...",
                                    "route through these gateways (8 for IPv4, 127 for IPv6)")
                            .completes(Completion.HOST)
                            .repeatable(),
                    OptionSpec.flag('I', "icmp", "use ICMP ECHO for probes").section(METHODS),
                    OptionSpec.flag('T', "tcp", "use TCP SYN for probes, to port 80 by default")
                            .section(METHODS),
                    OptionSpec.required('i', "interface", "device", "send through this interface")
                            .completes(Completion.INTERFACE),
                    OptionSpec.required('m', "max-hops", "max_ttl", "the last hop to probe")
                            .byDefault("30"),
                    OptionSpec.required(
                            'N', "sim-queries", "squeries", "how many probes may wait for an answer at once"),
                    OptionSpec.flag('n', null, "do not look up names of addresses"),
                    OptionSpec.required(
                            'p',
                            "port",
                            "port",
                            "destination port: the first (UDP), or the only one; for ICMP the first sequence number"),
                    OptionSpec.required('t', "tos", "tos", "TOS (IPv4) or traffic class (IPv6) of probes")
                            .byDefault("0"),
                    OptionSpec.required('l', "flowlabel", "flow_label", "flow label of IPv6 probes"),
                    OptionSpec.required(
                                    'w',
                                    "wait",
                                    "MAX,HERE,NEAR",
                                    "wait at most MAX seconds, HERE times a round trip of the same hop, NEAR times one of a later hop")
                            .byDefault("5.0,3,10"),
                    OptionSpec.required('q', "queries", "nqueries", "probes per hop")
                            .byDefault("3"),
                    OptionSpec.flag('r', null, "bypass routing: only to hosts on attached networks"),
                    OptionSpec.required('s', "source", "src_addr", "send from this address"),
                    OptionSpec.required(
                                    'z',
                                    "sendwait",
                                    "sendwait",
                                    "least time between probes: seconds, or milliseconds when more than 10")
                            .byDefault("0"),
                    OptionSpec.flag('e', "extensions", "show ICMP extensions, MPLS among them"),
                    OptionSpec.flag('A', "as-path-lookups", "look up and show autonomous systems"),
                    OptionSpec.required('M', "module", "name", "use this method")
                            .values("default", "icmp", "tcp", "tcpconn", "udp", "udplite", "dccp", "raw")
                            .section(METHODS),
                    OptionSpec.required('O', "options", "OPTS,...", "options of the method; help lists them")
                            .repeatable()
                            .section(METHODS),
                    OptionSpec.required(SPORT, "sport", "num", "send from this port")
                            .section(METHODS),
                    OptionSpec.required(FWMARK, "fwmark", "num", "firewall mark of probes"),
                    OptionSpec.flag('U', "udp", "use UDP to one port, 53 by default")
                            .section(METHODS),
                    OptionSpec.flag(UDP_LITE, null, "use UDP-Lite to one port, 53 by default")
                            .alias("UL")
                            .section(METHODS),
                    OptionSpec.flag('D', "dccp", "use DCCP requests, to port 33434 by default")
                            .section(METHODS),
                    OptionSpec.required('P', "protocol", "prot", "use packets of this IP protocol")
                            .section(METHODS),
                    OptionSpec.flag(MTU, "mtu", "discover the MTU along the path"),
                    OptionSpec.flag(BACK, "back", "show the length of the way back where it differs"),
                    OptionSpec.flag('V', "version", "show the version"),
                    OptionSpec.flag(HELP, "help", "show this help"),
                    OptionSpec.flag(REPORT, "report", "probe in rounds, then print mtr's report")
                            .section(MODES),
                    OptionSpec.flag(REPORT_WIDE, "report-wide", "the same with whole names")
                            .section(MODES),
                    OptionSpec.flag(MTR_JSON, "mtr-json", "probe in rounds, then print mtr's JSON")
                            .section(MODES),
                    OptionSpec.required('c', null, "N", "stop after N rounds")
                            .byDefault("10")
                            .section(MODES),
                    OptionSpec.required(INTERVAL, "interval", "SECONDS", "the time of a round")
                            .byDefault("1")
                            .section(MODES),
                    OptionSpec.flag(
                                    EXIT_STATUS,
                                    "exit-status",
                                    "exit 0 when reached, 1 when lost on the way, 3 when refused")
                            .section(MODES),
                    OptionSpec.flag(CommonOptions.JSON, "json", "print JSON Lines, one object per record")
                            .section(MODES))
            .operands(Completion.HOST);

    private TraceOptionTable() {}
}
