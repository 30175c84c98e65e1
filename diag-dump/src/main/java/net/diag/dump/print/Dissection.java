package net.diag.dump.print;

/**
 * The walk over one packet: its visible bytes (inherited), its text so far (inherited), the options,
 * and what enclosing headers tell the inner printers. One a thread; reused for every packet.
 */
public final class Dissection extends PacketView<Dissection> {
    /** How to print. */
    public final PrintOptions options;
    /** {@code -v}, counted. */
    public final int verbose;
    /** {@code -e}. */
    public final boolean linkHeader;
    /** {@code -q}. */
    public final boolean quiet;
    /** {@code -n}. */
    public final boolean numeric;
    /** Names of addresses and ports. */
    public final Names names;
    /** What must be remembered between packets. */
    public final SessionState session;

    /** The short name that {@code [|name]} shows; each printer sets it first of all. */
    public String protocol = "";

    /** The offset of the innermost IP header, or -1. */
    public int ip = -1;
    /** 4, 6, or 0 outside IP. */
    public int ipVersion;
    /** Whether the IP packet is a fragment. */
    public boolean fragmented;
    /** TTL or hop limit of the innermost IP header. */
    public int ttl;
    /** The protocol number under which the current IP payload was reached. */
    public int ipProtocol;
    /** Source port of the innermost UDP, TCP or SCTP header. */
    public int sourcePort;
    /** Destination port of the innermost UDP, TCP or SCTP header. */
    public int destinationPort;
    /** Where the innermost TCP header begins. */
    public int tcp;
    /** The length of the innermost TCP segment. */
    public int tcpLength;
    /** The ethertype, link type or other selector under which a payload printer was called. */
    public int selector;

    /** The offset of the link-level source address of the frame, or -1. */
    public int linkSource = -1;
    /** The offset of the link-level destination address, or -1. */
    public int linkDestination = -1;

    /** The frame as captured, for whole-frame dumps and time of arrival. */
    public long seconds;

    public int fraction;

    private int depth;

    public Dissection(PrintOptions options, Names names, SessionState session) {
        this.options = options;
        this.names = names;
        this.session = session;
        verbose = options.verbose;
        linkHeader = options.linkHeader;
        quiet = options.quiet;
        numeric = options.numeric;
    }

    void begin(byte[] bytes, int offset, int captured) {
        buf = bytes;
        start = offset;
        end = offset + captured;
        protocol = "";
        ip = -1;
        ipVersion = 0;
        fragmented = false;
        linkSource = -1;
        linkDestination = -1;
        depth = 0;
    }

    /** Takes the text as written so far and starts anew. */
    public byte[] takeBuffer() {
        return out;
    }

    /** Forgets the text. */
    public void clear() {
        pos = 0;
    }

    /** Lets printers look at other bytes for a while (decrypted ones); put the old view back with {@link #restore}. */
    public View replace(byte[] bytes, int offset, int length) {
        View old = new View(buf, start, end);
        buf = bytes;
        start = offset;
        end = offset + length;
        return old;
    }

    /** Puts a view back that {@link #replace} returned. */
    public void restore(View old) {
        buf = old.bytes;
        start = old.start;
        end = old.end;
    }

    /** A visible area put aside. */
    public record View(byte[] bytes, int start, int end) {}

    /** Calls a printer one level deeper; refuses beyond 64 levels, which only hostile packets reach. */
    public void nest(Printer printer, int offset, int length) {
        if (depth >= 64) {
            text(" [nesting too deep]");
            return;
        }
        depth++;
        printer.print(this, offset, length);
        depth--;
    }

    // ---- outcomes

    /** {@code  (invalid)}: fields contradict each other. */
    public Dissection invalid() {
        text(" (invalid)");
        return this;
    }

    /** {@code  [what a < b] (invalid)}: a field that breaks a bound; {@code comparison} is the one that held. */
    public Dissection invalid(String what, long a, String comparison, long b) {
        text(" [")
                .text(what)
                .ch(' ')
                .dec(a)
                .ch(' ')
                .text(comparison)
                .ch(' ')
                .dec(b)
                .ch(']');
        return invalid();
    }

    /** {@code  [|protocol]}, for a printer that goes on after noticing truncation. */
    public Dissection truncationMark() {
        text(" [|").text(protocol).ch(']');
        return this;
    }

    /** The protocol's short name in capitals. */
    public Dissection protocolCaps() {
        for (int i = 0; i < protocol.length(); i++) {
            ch(Character.toUpperCase(protocol.charAt(i)));
        }
        return this;
    }

    /** Drops the text behind a mark ({@link #size}), for a printer that must not show half a message. */
    public void rewind(int mark) {
        pos = mark;
    }

    /** Seconds as {@code 1y2w3d4h5m6s}, parts of zero left out. */
    public Dissection relativeTime(long seconds) {
        long rest = seconds;
        if (rest == 0) {
            text("0s");
            return this;
        }
        if (rest < 0) {
            ch('-');
            rest = -rest;
        }
        long[] sizes = {31_536_000, 604_800, 86_400, 3600, 60, 1};
        for (int i = 0; i < sizes.length; i++) {
            long count = rest / sizes[i];
            rest %= sizes[i];
            if (count > 0) {
                dec(count).ch("ywdhms".charAt(i));
            }
        }
        return this;
    }

    // ---- names and numbers

    /** The name of a value, or {@code format} with the value. */
    public Dissection tok(Tokens tokens, String format, long value) {
        String name = tokens.name(value);
        if (name != null) {
            text(name);
        } else {
            fmt(format, value);
        }
        return this;
    }

    /** The names of the set bits, joined by {@code ", "}; {@code format} with the value if there is none. */
    public Dissection bits(Tokens tokens, String format, long value) {
        return bits(tokens, format, value, ", ");
    }

    /** The names of the set bits, joined by {@code separator}. */
    public Dissection bits(Tokens tokens, String format, long value, String separator) {
        boolean any = false;
        for (int i = 0; i < tokens.size(); i++) {
            int bit = tokens.value(i);
            if (Integer.bitCount(bit) == 1 && (value & bit) != 0) {
                if (any) {
                    text(separator);
                }
                text(tokens.nameAt(i));
                any = true;
            }
        }
        if (!any) {
            fmt(format, value);
        }
        return this;
    }

    // ---- addresses

    /** The IPv4 address at an offset: a name without {@code -n}. */
    public Dissection ip4(int offset) {
        int address = s32(offset);
        if (numeric) {
            ipv4Text(address);
        } else {
            names.ipv4(this, address);
        }
        return this;
    }

    /** The IPv6 address at an offset: a name without {@code -n}. */
    public Dissection ip6(int offset) {
        check(offset, 16);
        if (numeric) {
            ip6Text(offset);
        } else {
            names.ipv6(this, offset);
        }
        return this;
    }

    /** The IPv6 address at an offset as numbers (RFC 5952). */
    public Dissection ip6Text(int offset) {
        check(offset, 16);
        Ipv6Text.append(this, buf, offset);
        return this;
    }

    /** The IPv6 address in an array of one's own, as numbers. */
    public Dissection ip6Text(byte[] address) {
        Ipv6Text.append(this, address, 0);
        return this;
    }

    /** The 48-bit link-level address at an offset; the vendor behind it without {@code -n}. */
    public Dissection mac(int offset) {
        check(offset, 6);
        if (numeric) {
            colonHex(offset, 6);
        } else {
            names.mac(this, offset);
        }
        return this;
    }

    /** Bytes as {@code 02:0a:ff}. */
    public Dissection colonHex(int offset, int length) {
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                ch(':');
            }
            hex(u8(offset + i), 2);
        }
        return this;
    }

    /** Bytes as {@code 020aff}. */
    public Dissection plainHex(int offset, int length) {
        for (int i = 0; i < length; i++) {
            hex(u8(offset + i), 2);
        }
        return this;
    }

    /** A link-level address of any length: colons, as of 6 bytes by name. */
    public Dissection linkAddress(int offset, int length) {
        if (length == 0) {
            text("<empty>");
            return this;
        }
        if (length == 6) {
            return mac(offset);
        }
        return colonHex(offset, length);
    }

    /** A UDP port: a service name without {@code -n}. */
    public Dissection udpPort(int port) {
        if (numeric) {
            dec(port);
        } else {
            names.udpPort(this, port);
        }
        return this;
    }

    /** A TCP port: a service name without {@code -n}. */
    public Dissection tcpPort(int port) {
        if (numeric) {
            dec(port);
        } else {
            names.tcpPort(this, port);
        }
        return this;
    }

    /** Source and destination of the innermost IP header: {@code a > b}. */
    public Dissection ipAddresses() {
        return ipSource().arrow().ipDestination();
    }

    /** The source address of the innermost IP header. */
    public Dissection ipSource() {
        return ipVersion == 4 ? ip4(ip + 12) : ip6(ip + 8);
    }

    /** The destination address of the innermost IP header. */
    public Dissection ipDestination() {
        return ipVersion == 4 ? ip4(ip + 16) : ip6(ip + 24);
    }

    /** Appends {@code " > "}. */
    public Dissection arrow() {
        text(" > ");
        return this;
    }

    // ---- strings

    /** {@code length} bytes, control characters made visible; ends the walk at the end of the packet. */
    public Dissection string(int offset, int length) {
        for (int i = 0; i < length; i++) {
            safe(u8(offset + i));
        }
        return this;
    }

    /** At most {@code length} bytes, up to a zero byte. */
    public Dissection stringZ(int offset, int length) {
        for (int i = 0; i < length; i++) {
            int c = u8(offset + i);
            if (c == 0) {
                break;
            }
            safe(c);
        }
        return this;
    }

    // ---- dumps

    /** Hex dump, each line begun by {@code indent}; ends the walk if bytes are missing. */
    public Dissection hexDump(String indent, int offset, int length) {
        return hexDump(indent, offset, length, 0);
    }

    /** Hex dump whose shown offsets begin at {@code shown}. */
    public Dissection hexDump(String indent, int offset, int length, int shown) {
        int count = Math.min(length, available(offset));
        for (int i = 0; i < count; i += 2) {
            if ((i & 15) == 0) {
                text(indent).text("0x").hex(shown + i, 4).text(": ");
            }
            ch(' ').hex(buf[offset + i] & 0xff, 2);
            if (i + 1 < count) {
                hex(buf[offset + i + 1] & 0xff, 2);
            }
        }
        if (count < length) {
            throw Truncation.INSTANCE;
        }
        return this;
    }

    /** Hex and ASCII dump. */
    public Dissection hexAsciiDump(String indent, int offset, int length) {
        int count = Math.min(length, available(offset));
        for (int line = 0; line < count; line += 16) {
            text(indent).text("0x").hex(line, 4).text(": ");
            int n = Math.min(16, count - line);
            for (int i = 0; i < 16; i++) {
                if ((i & 1) == 0) {
                    ch(' ');
                }
                if (i < n) {
                    hex(buf[offset + line + i] & 0xff, 2);
                } else {
                    text("  ");
                }
            }
            text("  ");
            for (int i = 0; i < n; i++) {
                int c = buf[offset + line + i];
                ch(c > 0x20 && c < 0x7f ? (char) c : '.');
            }
        }
        if (count < length) {
            throw Truncation.INSTANCE;
        }
        return this;
    }

    /** The bytes as text on their own lines ({@code -A}). */
    public Dissection asciiDump(int offset, int length) {
        ch('\n');
        for (int i = 0; i < length; i++) {
            int c = buf[offset + i];
            if (c == '\r') {
                if (i + 1 < length && buf[offset + i + 1] != '\n') {
                    ch('.');
                }
            } else if (c > 0x20 && c < 0x7f || c == '\t' || c == ' ' || c == '\n') {
                ch((char) c);
            } else {
                ch('.');
            }
        }
        return this;
    }

    /** Hex dump of what is there of data that no printer knows; never ends the walk. */
    public Dissection unknownData(String indent, int offset, int length) {
        if (offset < start || offset > end) {
            text(indent).text("Dissector error: print_unknown_data called with pointer past end of packet");
            return this;
        }
        return hexDump(indent, offset, Math.max(0, Math.min(length, available(offset))));
    }

    /** The dump that stands for a packet no printer knows, unless a dump or {@code -q} was asked for. */
    public Dissection defaultDump(int offset, int length) {
        return hexAsciiDump("\n\t", offset, length);
    }

    /** Whether {@link #defaultDump} must be left out ({@code -x -X -A -q}). */
    public boolean suppressDump() {
        return quiet || options.hex > 0 || options.hexAscii > 0 || options.ascii > 0;
    }

    // ---- checksums

    /** The folded checksum of a range: 0 if it contains its right checksum. */
    public int checksum(int offset, int length) {
        return fold(sum(offset, length));
    }

    /** The sum of the pseudo header of the innermost IP header, for an upper-layer length and protocol. */
    public long pseudoHeaderSum(int length, int nextProtocol) {
        long sum = nextProtocol + (length >>> 16) + (length & 0xffff);
        return ipVersion == 4 ? sum + sum(ip + 12, 4) + destinationSum() : sum + sum(ip + 8, 16) + destinationSum();
    }

    private long destinationSum() {
        if (finalDestination >= 0) {
            return sum(finalDestination, ipVersion == 4 ? 4 : 16);
        }
        return ipVersion == 4 ? sum(ip + 16, 4) : sum(ip + 24, 16);
    }

    /** Where a source route keeps the final destination that checksums are made with, or -1. */
    public int finalDestination = -1;

    /** The folded checksum over pseudo header and payload. */
    public int checksumWithPseudo(int offset, int length, int covered, int nextProtocol) {
        return fold(pseudoHeaderSum(length, nextProtocol) + sum(offset, covered));
    }
}
