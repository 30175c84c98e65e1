package net.diag.netstat.firewall;

import static net.diag.netstat.firewall.DataType.*;

/** Names of extension headers and options, and of their fields ({@code exthdr} expressions). */
final class OptionFields {
    private static final Object[] FIELDS = {
        // operation, kind (-1: any), offset and length in bits, name, type
        0,
        -1,
        0,
        8,
        "nexthdr",
        INET_PROTO,
        0,
        -1,
        8,
        8,
        "hdrlength",
        INTEGER,
        0,
        43,
        16,
        8,
        "type",
        INTEGER,
        0,
        43,
        24,
        8,
        "seg-left",
        INTEGER,
        0,
        43,
        32,
        8,
        "=srh last-entry",
        INTEGER,
        0,
        43,
        40,
        8,
        "=srh flags",
        INTEGER,
        0,
        43,
        48,
        16,
        "=srh tag",
        INTEGER,
        0,
        43,
        64,
        128,
        "=rt0 addr[1]",
        IPV6,
        0,
        44,
        8,
        8,
        "reserved",
        INTEGER,
        0,
        44,
        16,
        13,
        "frag-off",
        INTEGER,
        0,
        44,
        29,
        2,
        "reserved2",
        INTEGER,
        0,
        44,
        31,
        1,
        "more-fragments",
        INTEGER,
        0,
        44,
        32,
        32,
        "id",
        INTEGER,
        0,
        135,
        16,
        8,
        "type",
        MH_TYPE,
        0,
        135,
        24,
        8,
        "reserved",
        INTEGER,
        0,
        135,
        32,
        16,
        "checksum",
        INTEGER,
        1,
        2,
        16,
        16,
        "size",
        INTEGER,
        1,
        3,
        16,
        8,
        "count",
        INTEGER,
        1,
        5,
        16,
        32,
        "left",
        INTEGER,
        1,
        5,
        48,
        32,
        "right",
        INTEGER,
        1,
        8,
        16,
        32,
        "tsval",
        INTEGER,
        1,
        8,
        48,
        32,
        "tsecr",
        INTEGER,
        1,
        30,
        16,
        4,
        "subtype",
        INTEGER,
        1,
        -1,
        0,
        8,
        "kind",
        INTEGER,
        1,
        -1,
        8,
        8,
        "length",
        INTEGER,
        2,
        -1,
        0,
        8,
        "type",
        INTEGER,
        2,
        -1,
        8,
        8,
        "length",
        INTEGER,
        2,
        148,
        16,
        16,
        "value",
        INTEGER,
        2,
        -1,
        16,
        8,
        "ptr",
        INTEGER,
        2,
        -1,
        24,
        32,
        "addr",
        IPV4,
        3,
        -1,
        0,
        8,
        "type",
        INTEGER,
        3,
        -1,
        8,
        8,
        "flags",
        INTEGER,
        3,
        -1,
        16,
        16,
        "length",
        INTEGER,
        3,
        0,
        32,
        32,
        "tsn",
        INTEGER,
        3,
        0,
        64,
        16,
        "stream",
        INTEGER,
        3,
        0,
        80,
        16,
        "ssn",
        INTEGER,
        3,
        0,
        96,
        32,
        "ppid",
        INTEGER,
        3,
        1,
        32,
        32,
        "init-tag",
        INTEGER,
        3,
        1,
        64,
        32,
        "a-rwnd",
        INTEGER,
        3,
        1,
        96,
        16,
        "num-outbound-streams",
        INTEGER,
        3,
        1,
        112,
        16,
        "num-inbound-streams",
        INTEGER,
        3,
        1,
        128,
        32,
        "initial-tsn",
        INTEGER,
        3,
        2,
        32,
        32,
        "init-tag",
        INTEGER,
        3,
        2,
        64,
        32,
        "a-rwnd",
        INTEGER,
        3,
        2,
        96,
        16,
        "num-outbound-streams",
        INTEGER,
        3,
        2,
        112,
        16,
        "num-inbound-streams",
        INTEGER,
        3,
        2,
        128,
        32,
        "initial-tsn",
        INTEGER,
        3,
        3,
        32,
        32,
        "cum-tsn-ack",
        INTEGER,
        3,
        3,
        64,
        32,
        "a-rwnd",
        INTEGER,
        3,
        3,
        96,
        16,
        "num-gap-ack-blocks",
        INTEGER,
        3,
        3,
        112,
        16,
        "num-dup-tsns",
        INTEGER,
        3,
        7,
        32,
        32,
        "cum-tsn-ack",
        INTEGER,
        3,
        12,
        32,
        32,
        "lowest-tsn",
        INTEGER,
        3,
        13,
        32,
        32,
        "lowest-tsn",
        INTEGER,
        3,
        0x80,
        32,
        32,
        "seqno",
        INTEGER,
        3,
        0xc1,
        32,
        32,
        "seqno",
        INTEGER,
        3,
        0xc0,
        32,
        32,
        "new-cum-tsn",
        INTEGER
    };

    private OptionFields() {}

    /** The header or option itself. */
    static String name(int operation, int kind) {
        return switch (operation) {
            case 0 ->
                switch (kind) {
                    case 0 -> "hbh";
                    case 43 -> "rt";
                    case 44 -> "frag";
                    case 60 -> "dst";
                    case 135 -> "mh";
                    default -> "exthdr " + kind;
                };
            case 1 ->
                "tcp option "
                        + switch (kind) {
                            case 0 -> "eol";
                            case 1 -> "nop";
                            case 2 -> "maxseg";
                            case 3 -> "window";
                            case 4 -> "sack-perm";
                            case 5 -> "sack";
                            case 8 -> "timestamp";
                            case 19 -> "md5sig";
                            case 30 -> "mptcp";
                            case 34 -> "fastopen";
                            default -> Integer.toString(kind);
                        };
            case 2 ->
                "ip option "
                        + switch (kind) {
                            case 7 -> "rr";
                            case 131 -> "lsrr";
                            case 137 -> "ssrr";
                            case 148 -> "ra";
                            default -> Integer.toString(kind);
                        };
            case 3 -> "sctp chunk " + sctpChunk(kind);
            default -> "exthdr" + operation + ' ' + kind;
        };
    }

    private static String sctpChunk(int kind) {
        String[] names = {
            "data",
            "init",
            "init-ack",
            "sack",
            "heartbeat",
            "heartbeat-ack",
            "abort",
            "shutdown",
            "shutdown-ack",
            "error",
            "cookie-echo",
            "cookie-ack",
            "ecne",
            "cwr",
            "shutdown-complete"
        };
        return switch (kind) {
            case 0x80 -> "asconf-ack";
            case 0xc0 -> "forward-tsn";
            case 0xc1 -> "asconf";
            default -> kind < names.length ? names[kind] : Integer.toString(kind);
        };
    }

    /** A field by its bits, or null when it has no name. */
    static Side field(int operation, int kind, int offset, int length, int bytes) {
        if (operation == 1 && kind == 5 && offset >= 80 && (offset - 16) % 32 == 0 && length == 32) {
            int block = (offset - 16) / 64;
            String side = (offset - 16) % 64 == 0 ? " left" : " right";
            return block > 3 ? null : Side.of("tcp option sack" + block + side, INTEGER, false, bytes);
        }
        String name = name(operation, kind);
        if (Character.isDigit(name.charAt(name.length() - 1)) && operation != 0) {
            // Fields of options without a name have none either.
            return null;
        }
        Side own = field(operation, kind, kind, offset, length, bytes);
        return own != null ? own : field(operation, kind, -1, offset, length, bytes);
    }

    private static Side field(int operation, int kind, int listed, int offset, int length, int bytes) {
        for (int i = 0; i < FIELDS.length; i += 6) {
            if ((Integer) FIELDS[i] == operation
                    && (Integer) FIELDS[i + 1] == listed
                    && (Integer) FIELDS[i + 2] == offset
                    && (Integer) FIELDS[i + 3] == length) {
                String field = (String) FIELDS[i + 4];
                // The name of a field that has a header name of its own.
                String text = field.startsWith("=") ? field.substring(1) : name(operation, kind) + ' ' + field;
                return Side.of(text, (DataType) FIELDS[i + 5], false, bytes);
            }
        }
        return null;
    }

    /** Bits without a name; nft can write that for TCP options only. */
    static Side raw(int operation, int kind, int offset, int length, int bytes) {
        String text = operation == 1
                ? "tcp option @" + kind + ',' + offset + ',' + length
                : name(operation, kind) + " @" + offset + ',' + length;
        return Side.of(text, INTEGER, false, bytes);
    }

    /** The field that a set's {@code typeof} names, by operation, kind and number of the field; or null. */
    static Side byTemplate(int operation, int kind, int field) {
        // nft's own tables, by kind: offset and length in bits of field n.
        int[][] bits = switch (operation) {
            case 0 ->
                switch (kind) {
                    case 43 -> new int[][] {null, {0, 8}, {8, 8}, {16, 8}, {24, 8}};
                    case 44 -> new int[][] {null, {0, 8}, {8, 8}, {16, 13}, {29, 2}, {31, 1}, {32, 32}};
                    default -> new int[][] {null, {0, 8}, {8, 8}};
                };
            case 1 ->
                kind == 8 || kind == 5
                        ? new int[][] {{0, 8}, {8, 8}, {16, 32}, {48, 32}}
                        : new int[][] {{0, 8}, {8, 8}, {16, kind == 2 ? 16 : kind == 30 ? 4 : 8}};
            case 2 ->
                kind == 148
                        ? new int[][] {null, {0, 8}, {8, 8}, {16, 16}}
                        : new int[][] {null, {0, 8}, {8, 8}, null, {16, 8}, {24, 32}};
            case 3 ->
                kind == 0
                        ? new int[][] {{0, 8}, {8, 8}, {16, 16}, {32, 32}, {64, 16}, {80, 16}, {96, 32}}
                        : new int[][] {{0, 8}, {8, 8}, {16, 16}};
            default -> new int[0][];
        };
        if (field < 0 || field >= bits.length || bits[field] == null) {
            return null;
        }
        return field(operation, kind, bits[field][0], bits[field][1], bits[field][1] + 7 >> 3);
    }
}
