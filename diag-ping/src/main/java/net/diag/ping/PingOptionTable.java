package net.diag.ping;

import net.diag.cli.CommonOptions;
import net.diag.cli.Completion;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;
import net.diag.ping.sweep.SweepOptions;

/** The options of diag-ping: iputils' by their letters, and long ones beyond. */
final class PingOptionTable {
    static final int STATISTICS = 256;
    static final int STOP_AFTER_LOSSES = 257;
    static final int UNTIL_REACHABLE = 258;
    static final int LOSS_LIMIT = 259;
    static final int RTT_LIMIT = 260;

    private static final String IPV4 = "IPv4 options";
    private static final String IPV6 = "IPv6 options";
    private static final String BEYOND = "Beyond iputils";

    static final OptionTable TABLE = OptionTable.of(
                    "ping",
                    "send ICMP ECHO_REQUEST to network hosts",
                    "[OPTION]… DESTINATION",
                    OptionSpec.flag('3', null, "print round-trip times with three decimals always"),
                    OptionSpec.flag('a', null, "audible ping: ring the bell at each reply"),
                    OptionSpec.flag('A', null, "adaptive ping: the interval follows the round-trip time"),
                    OptionSpec.flag('B', null, "keep the source address chosen at start"),
                    OptionSpec.required('c', null, "COUNT", "stop after COUNT replies"),
                    OptionSpec.flag('C', null, "call connect() on the socket"),
                    OptionSpec.flag('d', null, "set SO_DEBUG on the socket"),
                    OptionSpec.flag('D', null, "print a time stamp before each line"),
                    OptionSpec.required('e', null, "IDENTIFIER", "use this ICMP identifier (0 needs a raw socket)"),
                    OptionSpec.flag('f', null, "flood ping: a dot per probe, taken back by its reply"),
                    OptionSpec.flag('h', null, "print the usage and exit").alias("?"),
                    OptionSpec.flag('H', null, "look up names even of a numeric destination"),
                    OptionSpec.required('i', null, "INTERVAL", "time between probes")
                            .byDefault("1")
                            .unit("seconds"),
                    OptionSpec.required('I', null, "INTERFACE", "source address, interface or VRF")
                            .completes(Completion.INTERFACE)
                            .repeatable(),
                    OptionSpec.required('l', null, "PRELOAD", "send so many probes without waiting")
                            .byDefault("1"),
                    OptionSpec.flag('L', null, "suppress loopback of multicast probes"),
                    OptionSpec.required('m', null, "MARK", "mark the probes (SO_MARK)"),
                    OptionSpec.required('M', null, "OPTION", "path MTU discovery")
                            .values("do", "dont", "want", "probe"),
                    OptionSpec.flag('n', null, "numeric output, no look-up of names"),
                    OptionSpec.flag('O', null, "report outstanding replies before the next probe"),
                    OptionSpec.required('p', null, "PATTERN", "payload pattern, up to 16 bytes in hexadecimal"),
                    OptionSpec.flag('q', null, "quiet output: only header and summary"),
                    OptionSpec.required('Q', null, "TCLASS", "TOS or traffic class, decimal or 0x"),
                    OptionSpec.flag('r', null, "bypass the routing tables (SO_DONTROUTE)"),
                    OptionSpec.required('s', null, "SIZE", "payload size")
                            .byDefault("56")
                            .unit("bytes"),
                    OptionSpec.required('S', null, "SIZE", "size of the socket's send buffer (SO_SNDBUF)"),
                    OptionSpec.required('t', null, "TTL", "time to live, or hop limit"),
                    OptionSpec.flag('U', null, "user-to-user latency: stamp in the program"),
                    OptionSpec.flag('v', null, "verbose output"),
                    OptionSpec.flag('V', null, "print the version and exit"),
                    OptionSpec.required('w', null, "DEADLINE", "end the run after so many seconds")
                            .unit("seconds"),
                    OptionSpec.required('W', null, "TIMEOUT", "time to wait for a first reply after the last probe")
                            .byDefault("10")
                            .unit("seconds"),
                    OptionSpec.flag('4', null, "use IPv4").section(IPV4),
                    OptionSpec.flag('b', null, "allow pinging a broadcast address")
                            .section(IPV4),
                    OptionSpec.flag('R', null, "record the route").section(IPV4),
                    OptionSpec.required('T', null, "TIMESTAMP", "IP time stamp option")
                            .values("tsonly", "tsandaddr", "tsprespec")
                            .section(IPV4),
                    OptionSpec.flag('6', null, "use IPv6").section(IPV6),
                    OptionSpec.required('F', null, "LABEL", "flow label, 20 bits; 0: the kernel picks")
                            .section(IPV6),
                    OptionSpec.required('N', null, "NODEINFO", "node information query; try help as argument")
                            .repeatable()
                            .section(IPV6),
                    OptionSpec.flag(STATISTICS, "stats", "percentiles, jitter, loss bursts and reordering at the end")
                            .section(BEYOND),
                    OptionSpec.required(
                                    STOP_AFTER_LOSSES,
                                    "stop-after-losses",
                                    "N",
                                    "stop after N probes in a row without reply, exit status 1")
                            .section(BEYOND),
                    OptionSpec.flag(UNTIL_REACHABLE, "until-reachable", "stop at the first reply; survive errors")
                            .section(BEYOND),
                    OptionSpec.required(LOSS_LIMIT, "loss-limit", "PERCENT", "exit status 1 when more is lost")
                            .section(BEYOND),
                    OptionSpec.required(
                                    RTT_LIMIT,
                                    "rtt-limit",
                                    "MS",
                                    "exit status 1 when the average round-trip time is above")
                            .unit("milliseconds")
                            .section(BEYOND))
            .operands(Completion.HOST)
            .with(SweepOptions.table())
            .with(CommonOptions.general())
            .with(records());

    private PingOptionTable() {}

    /** The output options, with iputils' letter for JSON. */
    private static OptionSpec[] records() {
        OptionSpec[] all = CommonOptions.records();
        for (int i = 0; i < all.length; i++) {
            if (all[i].key() == CommonOptions.JSON) {
                all[i] = all[i].alias("j");
            }
        }
        return all;
    }
}
