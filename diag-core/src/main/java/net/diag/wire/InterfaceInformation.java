package net.diag.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * An interface that played a part in the quoted packet's way (RFC 5837 §4).
 *
 * <pre>
 *  C-Type:  0     1     2     3     4     5     6     7      payload, each only if its bit is set, in this order:
 *        +-----+-----+-----+-----+-----+-----+-----+-----+     ifIndex   4 bytes
 *        |   Role    | Rsvd1,2   |Index|Addr |Name | MTU |     address   AFI (2), reserved (2), 4 or 16 bytes
 *        +-----+-----+-----+-----+-----+-----+-----+-----+     name      length octet (counts itself), UTF-8, zeros
 *                                                              MTU       4 bytes
 * </pre>
 *
 * @param role {@link #INCOMING} and so on, 0 to 3
 * @param ifIndex the interface's index at the router, unsigned; -1 if not given
 * @param address 4 or 16 bytes; null if not given
 * @param name as the router sent it, control characters and all; null if not given
 * @param mtu in bytes; -1 if not given
 */
public record InterfaceInformation(int role, long ifIndex, byte[] address, String name, long mtu)
        implements IcmpExtensionObject {
    public static final int CLASS = 2;

    /** The interface on which the quoted packet arrived. */
    public static final int INCOMING = 0;
    /** The part of a bundle on which it arrived. */
    public static final int SUB_IP_COMPONENT = 1;
    /** The interface on which it would have left. */
    public static final int OUTGOING = 2;
    /** The next hop to which it would have gone. */
    public static final int NEXT_HOP = 3;

    private static final int ROLE_SHIFT = 6;
    private static final int HAS_INDEX = 0x08;
    private static final int HAS_ADDRESS = 0x04;
    private static final int HAS_NAME = 0x02;
    private static final int HAS_MTU = 0x01;

    private static final int AFI_IPV4 = 1;
    private static final int AFI_IPV6 = 2;
    private static final int MAX_NAME_LENGTH = 64;

    @Override
    public int classNumber() {
        return CLASS;
    }

    @Override
    public int type() {
        return role << ROLE_SHIFT
                | (ifIndex >= 0 ? HAS_INDEX : 0)
                | (address != null ? HAS_ADDRESS : 0)
                | (name != null ? HAS_NAME : 0)
                | (mtu >= 0 ? HAS_MTU : 0);
    }

    /** Decode a payload; null if a part that the type promises doesn't fit, or bytes are left over. */
    static InterfaceInformation decode(ByteBuffer b, int off, int end, int type) {
        int at = off;
        long ifIndex = -1;
        byte[] address = null;
        String name = null;
        long mtu = -1;
        if ((type & HAS_INDEX) != 0) {
            if (end - at < 4) {
                return null;
            }
            ifIndex = BigEndian.u32(b, at);
            at += 4;
        }
        if ((type & HAS_ADDRESS) != 0) {
            int length = end - at < 4 ? 0 : addressLength(BigEndian.u16(b, at));
            if (length == 0 || end - at < 4 + length) {
                return null;
            }
            address = BigEndian.copy(b, at + 4, length);
            at += 4 + length;
        }
        if ((type & HAS_NAME) != 0) {
            int length = at < end ? BigEndian.u8(b, at) : 0;
            if (length == 0 || length > MAX_NAME_LENGTH || length % 4 != 0 || end - at < length) {
                return null;
            }
            name = decodeName(BigEndian.copy(b, at + 1, length - 1));
            at += length;
        }
        if ((type & HAS_MTU) != 0) {
            if (end - at < 4) {
                return null;
            }
            mtu = BigEndian.u32(b, at);
            at += 4;
        }
        return at == end ? new InterfaceInformation(type >>> ROLE_SHIFT, ifIndex, address, name, mtu) : null;
    }

    private static int addressLength(int afi) {
        return afi == AFI_IPV4 ? 4 : afi == AFI_IPV6 ? Ipv6.ADDRESS_LENGTH : 0;
    }

    private static String decodeName(byte[] padded) {
        int length = 0;
        while (length < padded.length && padded[length] != 0) {
            length++;
        }
        return new String(padded, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public int encodePayload(ByteBuffer b, int off) {
        int at = off;
        if (ifIndex >= 0) {
            BigEndian.put32(b, at, (int) ifIndex);
            at += 4;
        }
        if (address != null) {
            BigEndian.put32(b, at, (address.length == 4 ? AFI_IPV4 : AFI_IPV6) << 16);
            b.put(at + 4, address);
            at += 4 + address.length;
        }
        if (name != null) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int length = (1 + bytes.length + 3) / 4 * 4;
            if (length > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException("interface name of " + bytes.length + " bytes");
            }
            BigEndian.put8(b, at, length);
            b.put(at + 1, Arrays.copyOf(bytes, length - 1));
            at += length;
        }
        if (mtu >= 0) {
            BigEndian.put32(b, at, (int) mtu);
            at += 4;
        }
        return at - off;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InterfaceInformation o
                && o.role == role
                && o.ifIndex == ifIndex
                && Arrays.equals(o.address, address)
                && Objects.equals(o.name, name)
                && o.mtu == mtu;
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, ifIndex, Arrays.hashCode(address), name, mtu);
    }
}
