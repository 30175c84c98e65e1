package net.diag.ping;

import java.util.List;

/** IPv4 options as they are asked for in a probe (RFC 791 §3.1), each a block for {@code IP_OPTIONS}. */
final class IpOptionRequest {
    /** The most bytes of options that an IPv4 header has. */
    static final int MOST = 40;

    private static final int NOP = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;
    private static final int LOOSE_ROUTE = (byte) 131;
    private static final int STRICT_ROUTE = (byte) 137;
    private static final int FIRST_ROUTE_SLOT = 4;
    private static final int FIRST_TIMESTAMP_SLOT = 5;
    private static final int ROUTE_LENGTH = 39;

    private IpOptionRequest() {}

    /** Nine empty slots. */
    static byte[] recordRoute() {
        byte[] b = new byte[MOST];
        b[0] = NOP;
        b[1] = RECORD_ROUTE;
        b[2] = ROUTE_LENGTH;
        b[3] = FIRST_ROUTE_SLOT;
        return b;
    }

    /** Time stamps of the given kind; {@code hops} matter for prespecified ones, at most four. */
    static byte[] timestamps(int kind, List<byte[]> hops) {
        int length = switch (kind) {
            case PingOptions.TS_ONLY -> 40;
            case PingOptions.TS_AND_ADDRESS -> 36;
            default -> 4 + 8 * hops.size();
        };
        byte[] b = new byte[length];
        b[0] = TIMESTAMP;
        b[1] = (byte) length;
        b[2] = FIRST_TIMESTAMP_SLOT;
        b[3] = (byte) kind;
        if (kind == PingOptions.TS_PRESPECIFIED) {
            for (int i = 0; i < hops.size(); i++) {
                System.arraycopy(hops.get(i), 0, b, 4 + i * 8, 4);
            }
        }
        return b;
    }

    /** The same request with another flag in its fourth octet. */
    static byte[] withFlag(byte[] request, int flag) {
        byte[] b = request.clone();
        b[3] = (byte) flag;
        return b;
    }

    /** A route through {@code hops}, at most nine. */
    static byte[] sourceRoute(boolean strict, List<byte[]> hops) {
        byte[] b = new byte[4 + 4 * hops.size()];
        b[0] = NOP;
        b[1] = (byte) (strict ? STRICT_ROUTE : LOOSE_ROUTE);
        b[2] = (byte) (3 + 4 * hops.size());
        b[3] = FIRST_ROUTE_SLOT;
        for (int i = 0; i < hops.size(); i++) {
            System.arraycopy(hops.get(i), 0, b, 4 + 4 * i, 4);
        }
        return b;
    }
}
