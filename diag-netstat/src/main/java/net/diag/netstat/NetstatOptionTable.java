package net.diag.netstat;

import net.diag.cli.CommonOptions;
import net.diag.cli.Completion;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;

/** The options of diag-netstat: net-tools' own, then ours. */
final class NetstatOptionTable {
    static final int NUMERIC_HOSTS = 300;
    static final int NUMERIC_PORTS = 301;
    static final int NUMERIC_USERS = 302;

    static final int IPX = 310;
    static final int AX25 = 311;
    static final int X25 = 312;
    static final int NETROM = 313;
    static final int ROSE = 314;

    private static final String VIEWS = "Views";
    private static final String SOCKETS = "Sockets";
    private static final String FORM = "Form";

    static final OptionTable TABLE = OptionTable.of(
                    "netstat",
                    "show sockets, routes, interfaces and statistics",
                    "[OPTIONS]",
                    OptionSpec.flag('r', "route", "show the routing table").section(VIEWS),
                    OptionSpec.flag('i', "interfaces", "show the interface table")
                            .section(VIEWS),
                    OptionSpec.flag('g', "groups", "show multicast group memberships")
                            .section(VIEWS),
                    OptionSpec.flag('s', "statistics", "show statistics by protocol")
                            .section(VIEWS),
                    OptionSpec.flag('M', "masquerade", "show masqueraded connections")
                            .section(VIEWS),
                    OptionSpec.flag('F', "fib", "routes of the forwarding information base")
                            .section(VIEWS),
                    OptionSpec.flag('C', "cache", "routes of the cache").section(VIEWS),
                    OptionSpec.flag('t', "tcp", "TCP sockets").section(SOCKETS),
                    OptionSpec.flag('u', "udp", "UDP sockets").section(SOCKETS),
                    OptionSpec.flag('U', "udplite", "UDP-Lite sockets").section(SOCKETS),
                    OptionSpec.flag('S', "sctp", "SCTP sockets").section(SOCKETS),
                    OptionSpec.flag('w', "raw", "raw sockets").section(SOCKETS),
                    OptionSpec.flag('x', "unix", "UNIX domain sockets").section(SOCKETS),
                    OptionSpec.flag('a', "all", "listening sockets too; interfaces that are down too")
                            .section(SOCKETS),
                    OptionSpec.flag('l', "listening", "listening sockets only").section(SOCKETS),
                    OptionSpec.flag('4', "inet", "IPv4 only")
                            .alias("ip", "tcpip")
                            .section(SOCKETS),
                    OptionSpec.flag('6', "inet6", "IPv6 only").section(SOCKETS),
                    OptionSpec.required('A', "protocol", "FAMILIES", "address families, separated by commas")
                            .values("inet", "inet6", "unix")
                            .completes(Completion.VALUE_LIST)
                            .section(SOCKETS),
                    OptionSpec.flag(IPX, "ipx", "IPX sockets, which this kernel has none of")
                            .section(SOCKETS),
                    OptionSpec.flag(AX25, "ax25", "AX.25 sockets, which this kernel has none of")
                            .section(SOCKETS),
                    OptionSpec.flag(X25, "x25", "X.25 sockets, which this kernel has none of")
                            .section(SOCKETS),
                    OptionSpec.flag(NETROM, "netrom", "NET/ROM sockets, which this kernel has none of")
                            .section(SOCKETS),
                    OptionSpec.flag(ROSE, "rose", "ROSE sockets, which this kernel has none of")
                            .section(SOCKETS),
                    OptionSpec.flag('f', "rfcomm", "Bluetooth sockets, which net-tools is built without")
                            .section(SOCKETS),
                    OptionSpec.flag('2', "l2cap", "Bluetooth sockets, which net-tools is built without")
                            .section(SOCKETS),
                    OptionSpec.flag('n', "numeric", "no names of hosts, ports and users")
                            .section(FORM),
                    OptionSpec.flag(NUMERIC_HOSTS, "numeric-hosts", "no names of hosts")
                            .section(FORM),
                    OptionSpec.flag(NUMERIC_PORTS, "numeric-ports", "no names of ports")
                            .section(FORM),
                    OptionSpec.flag(NUMERIC_USERS, "numeric-users", "no names of users")
                            .section(FORM),
                    OptionSpec.flag('N', "symbolic", "names of hardware").section(FORM),
                    OptionSpec.flag('e', "extend", "more columns; twice: more still")
                            .repeatable()
                            .section(FORM),
                    OptionSpec.flag('p', "programs", "process id and name of each socket's owner")
                            .section(FORM),
                    OptionSpec.flag('o', "timers", "timers").section(FORM),
                    OptionSpec.flag('W', "wide", "don't cut addresses").section(FORM),
                    OptionSpec.flag('Z', "context", "SELinux context").section(FORM),
                    OptionSpec.flag('c', "continuous", "repeat every second").section(FORM),
                    OptionSpec.flag('v', "verbose", "say which address families are not supported")
                            .section(FORM),
                    OptionSpec.flag('d', null, "accepted, without effect").section(FORM),
                    OptionSpec.flag('V', null, "print the version and exit").section(FORM),
                    OptionSpec.flag('h', null, "print the usage and exit").section(FORM))
            .with(CommonOptions.general())
            .with(CommonOptions.records());

    private NetstatOptionTable() {}
}
