package net.diag.ping;

import static net.diag.wire.NodeInformation.ALL;
import static net.diag.wire.NodeInformation.COMPATIBLE;
import static net.diag.wire.NodeInformation.DATA_OFFSET;
import static net.diag.wire.NodeInformation.GLOBAL;
import static net.diag.wire.NodeInformation.HEADER_LENGTH;
import static net.diag.wire.NodeInformation.LINK_LOCAL;
import static net.diag.wire.NodeInformation.QTYPE_IPV4;
import static net.diag.wire.NodeInformation.QTYPE_IPV6;
import static net.diag.wire.NodeInformation.QTYPE_NAME;
import static net.diag.wire.NodeInformation.SITE_LOCAL;
import static net.diag.wire.NodeInformation.SUBJECT_IPV4;
import static net.diag.wire.NodeInformation.SUBJECT_IPV6;
import static net.diag.wire.NodeInformation.SUBJECT_NAME;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import net.diag.cli.ToolException;
import net.diag.sys.AddressInfo;
import net.diag.sys.NativeBuffer;
import net.diag.sys.ResolutionException;
import net.diag.sys.SockAddr;
import net.diag.wire.DnsName;
import net.diag.wire.InetAddresses;
import net.diag.wire.NodeInformation;

/**
 * {@code -N}: an IPv6 node information query in the place of an echo request (RFC 4620), and the words
 * for its answer. The nonce's first two octets are the sequence number, the others prove that the
 * answer is to our question.
 */
final class NodeInformationQuery implements ProbePacket {
    /** What {@code -N help} prints. */
    static final String HELP = "ping -6 -N <nodeinfo opt>\n"
            + "Help:\n  help\n"
            + "Query:\n  name\n  ipv6\n  ipv6-all\n  ipv6-compatible\n  ipv6-global\n  ipv6-linklocal\n"
            + "  ipv6-sitelocal\n  ipv4\n  ipv4-all\n"
            + "Subject:\n  subject-ipv6=addr\n  subject-ipv4=addr\n  subject-name=name\n  subject-fqdn=name";

    private static final int NONE = -1;
    private static final int TTL_LENGTH = 4;
    private static final int MOST_LENGTH = HEADER_LENGTH + DnsName.MAX_LENGTH + 1;
    private static final long NONCE_MASK = 0xffff_ffff_ffffL;

    private int qtype = NONE;
    private int flags;
    private int subjectType = NONE;
    private byte[] subject;
    private final long secret = new java.util.SplittableRandom().nextLong();
    private NativeBuffer buffer;

    /** Whether a query was asked for, not only a subject. */
    boolean isQuery() {
        return qtype != NONE;
    }

    /** Take one argument of {@code -N}. */
    void take(String argument) throws ToolException {
        int equals = argument.indexOf('=');
        if (equals > 0) {
            takeSubject(argument.substring(0, equals), argument.substring(equals + 1));
            return;
        }
        switch (argument) {
            case "name", "fqdn" -> ask(QTYPE_NAME, 0);
            case "ipv6" -> ask(QTYPE_IPV6, 0);
            case "ipv6-all" -> ask(QTYPE_IPV6, ALL);
            case "ipv6-compatible" -> ask(QTYPE_IPV6, COMPATIBLE);
            case "ipv6-linklocal" -> ask(QTYPE_IPV6, LINK_LOCAL);
            case "ipv6-sitelocal" -> ask(QTYPE_IPV6, SITE_LOCAL);
            case "ipv6-global" -> ask(QTYPE_IPV6, GLOBAL);
            case "ipv4" -> ask(QTYPE_IPV4, 0);
            case "ipv4-all" -> ask(QTYPE_IPV4, ALL);
            default -> throw ToolException.bare(2, HELP);
        }
    }

    private void ask(int type, int flag) throws ToolException {
        if (qtype != NONE && qtype != type) {
            throw ToolException.bare(2, "Qtype conflict\n" + HELP);
        }
        qtype = type;
        flags |= flag;
    }

    private void takeSubject(String kind, String value) throws ToolException {
        switch (kind) {
            case "subject-ipv6" -> subjectAddress(SUBJECT_IPV6, value, SockAddr.AF_INET6);
            case "subject-ipv4" -> subjectAddress(SUBJECT_IPV4, value, SockAddr.AF_INET);
            case "subject-name" -> subjectName(value, value.indexOf('.') >= 0);
            case "subject-fqdn" -> subjectName(value, false);
            default -> throw ToolException.bare(2, HELP);
        }
    }

    private void subjectType(int type) throws ToolException {
        if (subjectType != NONE && subjectType != type) {
            throw ToolException.bare(2, "Subject type conflict\n" + HELP);
        }
        subjectType = type;
    }

    private void subjectAddress(int type, String value, int family) throws ToolException {
        subjectType(type);
        subject = InetAddresses.parse(value);
        if (subject == null || subject.length != (family == SockAddr.AF_INET6 ? 16 : 4)) {
            try {
                List<AddressInfo> found = AddressInfo.resolve(value, family, 0);
                subject = found.get(0).address().addressBytes();
            } catch (ResolutionException e) {
                throw PingException.fatal(e.getMessage());
            }
        }
    }

    /** A name that isn't fully qualified ends in two empty labels (RFC 4620 §6.1). */
    private void subjectName(String value, boolean qualified) throws ToolException {
        subjectType(SUBJECT_NAME);
        int zone = value.indexOf('%');
        String name = (zone < 0 ? value : value.substring(0, zone)).toLowerCase(Locale.ROOT);
        ByteBuffer wire = ByteBuffer.allocate(DnsName.MAX_LENGTH + 2);
        try {
            int length = DnsName.encode(wire, 0, name);
            subject = java.util.Arrays.copyOf(wire.array(), length + (qualified ? 0 : 1));
        } catch (IllegalArgumentException e) {
            throw new PingException(1, "inappropriate subject name: " + name);
        }
    }

    /** Without a subject the question is about the destination itself. */
    void subjectIfNone(byte[] destination) {
        if (subject == null) {
            subjectType = SUBJECT_IPV6;
            subject = destination;
        }
    }

    @Override
    public int encode(int sequence, long realtimeNanos) {
        ByteBuffer b = buffer().networkOrderView();
        NodeInformation.encode(b, 0, true, subjectType, qtype << 16 | flags);
        NodeInformation.putNonce(b, 0, nonce(sequence));
        b.put(DATA_OFFSET, subject);
        return DATA_OFFSET + subject.length;
    }

    @Override
    public NativeBuffer buffer() {
        if (buffer == null) {
            buffer = NativeBuffer.allocate(MOST_LENGTH);
        }
        return buffer;
    }

    private long nonce(int sequence) {
        long h = (secret ^ sequence) * 0x9e37_79b9_7f4a_7c15L;
        h = (h ^ h >>> 29) * 0xbf58_476d_1ce4_e5b9L;
        return (sequence & 0xffffL) << 48 | (h ^ h >>> 32) & NONCE_MASK;
    }

    /** The sequence number of the question that a reply answers, or -1 when it isn't ours. */
    int sequenceOf(ByteBuffer b, int off, int length) {
        if (length < HEADER_LENGTH) {
            return -1;
        }
        long n = NodeInformation.nonce(b, off);
        int sequence = (int) (n >>> 48);
        return n == nonce(sequence) ? sequence : -1;
    }

    /** iputils' words for a reply, from the blank before them to the sequence number. */
    String describe(ByteBuffer b, int off, int length) {
        StringBuilder out = new StringBuilder();
        int code = b.get(off + 1) & 0xff;
        switch (code) {
            case NodeInformation.SUCCESS -> {
                switch (NodeInformation.qtype(b, off)) {
                    case QTYPE_NAME -> appendNames(out, b, off + DATA_OFFSET, off + length);
                    case QTYPE_IPV4 -> appendAddresses(out, b, off, off + length, 4);
                    case QTYPE_IPV6 -> appendAddresses(out, b, off, off + length, 16);
                    default ->
                        out.append(" unknown qtype(0x")
                                .append(Integer.toHexString(0x10000 | NodeInformation.qtype(b, off)), 1, 5)
                                .append(')');
                }
            }
            case NodeInformation.REFUSED -> out.append(" refused");
            case NodeInformation.UNKNOWN -> out.append(" unknown");
            default ->
                out.append(" unknown code(")
                        .append(code < 16 ? "0" : "")
                        .append(Integer.toHexString(code))
                        .append(')');
        }
        return out.append("; seq=")
                .append(NodeInformation.nonce(b, off) >>> 48)
                .append(';')
                .toString();
    }

    private static void appendNames(StringBuilder out, ByteBuffer b, int data, int end) {
        if (end - data < TTL_LENGTH) {
            out.append(" parse error (too short)");
            return;
        }
        int at = data + TTL_LENGTH;
        while (at < end) {
            if (at > data + TTL_LENGTH) {
                out.append(',');
            }
            int next = DnsName.skip(b, at, end);
            String name = next < 0 ? null : DnsName.decode(b, data, end, at);
            if (name == null) {
                out.append(" parse error (truncated)");
                return;
            }
            boolean qualified = next >= end || b.get(next) != 0;
            out.append(' ').append(name.equals(".") ? "" : name).append(qualified ? "." : "");
            at = next + (qualified ? 0 : 1);
        }
    }

    private static void appendAddresses(StringBuilder out, ByteBuffer b, int off, int end, int length) {
        int first = off + DATA_OFFSET;
        for (int at = first; at < end; at += TTL_LENGTH + length) {
            if (at > first) {
                out.append(',');
            }
            if (at + TTL_LENGTH + length > end) {
                out.append(" parse error (truncated)");
                break;
            }
            out.append(' ').append(InetAddresses.format(b, at + TTL_LENGTH, length));
        }
        if ((NodeInformation.flags(b, off) & NodeInformation.TRUNCATED) != 0) {
            out.append(" (truncated)");
        }
    }
}
