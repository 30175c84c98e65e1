package net.diag.ping;

import net.diag.record.Escape;

/** The first line of a run. */
final class HeaderText {
    private static final int IPV4_AND_ICMP = 28;

    private HeaderText() {}

    static String of(String name, EchoSocket socket, PingOptions options, HostNames names) {
        StringBuilder b = new StringBuilder(96);
        b.append("PING ").append(Escape.text(name)).append(" (");
        b.append(HostNames.number(socket.destination())).append(") ");
        if (options.flowLabel >= 0 && socket.isIpv6()) {
            String label = Integer.toHexString(socket.flowLabel());
            b.append(", flow 0x")
                    .append("00000", 0, 5 - label.length())
                    .append(label)
                    .append(", ");
        }
        if (options.device != null || options.stickySource) {
            b.append("from ");
            b.append(socket.isIpv6() ? names.of(socket.source()) : HostNames.number(socket.source()));
            b.append(' ')
                    .append(options.device == null ? "" : Escape.text(options.device))
                    .append(": ");
        }
        int payload = options.payloadLength;
        if (socket.isIpv6()) {
            return b.append(payload).append(" data bytes\n").toString();
        }
        b.append(payload).append('(').append(payload + IPV4_AND_ICMP + socket.optionsLength());
        return b.append(") bytes of data.\n").toString();
    }
}
