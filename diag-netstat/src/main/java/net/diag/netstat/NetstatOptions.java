package net.diag.netstat;

import net.diag.proc.ProcRoot;

/** What a command line asks of the classic views; the names are net-tools' options. */
public final class NetstatOptions {
    public boolean all;
    public boolean listening;
    public boolean tcp;
    public boolean udp;
    public boolean udpLite;
    public boolean sctp;
    public boolean raw;
    public boolean unix;
    public boolean groups;
    public boolean inet;
    public boolean inet6;
    public boolean numericHosts;
    public boolean numericPorts;
    public boolean numericUsers;
    public boolean wide;
    public boolean programs;
    public boolean timers;
    public boolean continuous;
    public boolean verbose;
    public boolean routes;
    public boolean interfaces;
    public boolean statistics;
    public boolean masquerade;
    public boolean cache;
    public boolean context;
    /** A family that the kernel lacks and that was asked for, as net-tools calls it; or null. */
    public String missingFamily;
    /** How often -e was given. */
    public int extended;

    /** Where {@code /proc/net} is read. */
    public ProcRoot proc = ProcRoot.OWN;

    /** Whether any kind of socket was asked for by its own option. */
    public boolean isAnySocketKind() {
        return tcp || udp || udpLite || sctp || raw || unix || groups;
    }

    /** Whether IPv4 rows are wanted. */
    public boolean wantsInet() {
        return inet || !inet6;
    }

    /** Whether IPv6 rows are wanted. */
    public boolean wantsInet6() {
        return inet6 || !inet;
    }
}
