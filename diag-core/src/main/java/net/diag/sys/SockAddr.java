package net.diag.sys;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A socket address in the kernel's form ({@code struct sockaddr_in}, {@code sockaddr_in6},
 * {@code sockaddr_ll}, {@code sockaddr_nl}): immutable bytes, family first in host order.
 *
 * <p>Addresses and ports inside are in network byte order, as {@code ip(7)}, {@code ipv6(7)},
 * {@code packet(7)} and {@code netlink(7)} say.
 */
public final class SockAddr {
    public static final int AF_UNSPEC = 0;
    public static final int AF_UNIX = 1;
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int AF_NETLINK = 16;
    public static final int AF_PACKET = 17;
    public static final int AF_VSOCK = 40;

    /** Size in bytes of {@code struct sockaddr_in}. */
    public static final int INET_LENGTH = 16;
    /** Size in bytes of {@code struct sockaddr_in6}. */
    public static final int INET6_LENGTH = 28;
    /** Size in bytes of {@code struct sockaddr_storage}. */
    public static final int STORAGE_LENGTH = 128;

    private static final int PORT_OFFSET = 2;
    private static final int INET_ADDRESS_OFFSET = 4;
    private static final int INET6_FLOWINFO_OFFSET = 4;
    private static final int INET6_ADDRESS_OFFSET = 8;
    private static final int INET6_SCOPE_OFFSET = 24;

    private final byte[] bytes;

    private SockAddr(byte[] bytes) {
        this.bytes = bytes;
    }

    private static ByteBuffer start(int length, int family) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder()).putShort(0, (short) family);
    }

    /** An internet address with a port (0…65535) in host order; an IPv6 scope id is taken along. */
    public static SockAddr inet(InetAddress address, int port) {
        if (address instanceof Inet6Address v6) {
            return inet6(v6.getAddress(), port, 0, v6.getScopeId());
        }
        return inet4(address.getAddress(), port);
    }

    /** {@code sockaddr_in} of a 4-byte address. */
    public static SockAddr inet4(byte[] address, int port) {
        ByteBuffer b = start(INET_LENGTH, AF_INET);
        b.order(ByteOrder.BIG_ENDIAN).putShort(PORT_OFFSET, (short) port);
        b.put(INET_ADDRESS_OFFSET, address, 0, 4);
        return new SockAddr(b.array());
    }

    /** {@code sockaddr_in6} of a 16-byte address; flow information as in the header's first word. */
    public static SockAddr inet6(byte[] address, int port, int flowInfo, int scopeId) {
        ByteBuffer b = start(INET6_LENGTH, AF_INET6);
        b.putInt(INET6_SCOPE_OFFSET, scopeId);
        b.order(ByteOrder.BIG_ENDIAN).putShort(PORT_OFFSET, (short) port);
        b.putInt(INET6_FLOWINFO_OFFSET, flowInfo);
        b.put(INET6_ADDRESS_OFFSET, address, 0, 16);
        return new SockAddr(b.array());
    }

    /** {@code sockaddr_ll} for bind: a protocol (EtherType, host order) and an interface index (0: all). */
    public static SockAddr packet(int protocol, int ifIndex) {
        ByteBuffer b = start(20, AF_PACKET);
        b.putInt(4, ifIndex);
        b.order(ByteOrder.BIG_ENDIAN).putShort(2, (short) protocol);
        return new SockAddr(b.array());
    }

    /** {@code sockaddr_ll} for sending to a link-layer address of up to 8 bytes. */
    public static SockAddr packet(int protocol, int ifIndex, byte[] linkAddress) {
        SockAddr a = packet(protocol, ifIndex);
        int n = Math.min(8, linkAddress.length);
        a.bytes[11] = (byte) n;
        System.arraycopy(linkAddress, 0, a.bytes, 12, n);
        return a;
    }

    /** {@code sockaddr_nl}: a port id (0: the kernel, or to be assigned) and a mask of multicast groups. */
    public static SockAddr netlink(int portId, int groups) {
        return new SockAddr(
                start(12, AF_NETLINK).putInt(4, portId).putInt(8, groups).array());
    }

    /** {@code sockaddr_un} of a path name; a leading {@code '\0'} names an abstract address. */
    public static SockAddr unix(String path) {
        byte[] utf8 = path.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        boolean isAbstract = utf8.length > 0 && utf8[0] == 0;
        ByteBuffer b = start(2 + utf8.length + (isAbstract ? 0 : 1), AF_UNIX);
        b.put(2, utf8);
        return new SockAddr(b.array());
    }

    /** {@code AF_UNSPEC}, which dissolves a connected datagram socket's association. */
    public static SockAddr unspecified() {
        return new SockAddr(start(16, AF_UNSPEC).array());
    }

    /**
     * Decode {@code length} bytes at {@code offset}. A length below 2 gives {@code AF_UNSPEC}; a
     * length that overruns the buffer is cut.
     */
    public static SockAddr decode(ByteBuffer b, int offset, int length) {
        int n = Math.max(0, Math.min(length, b.limit() - offset));
        byte[] copy = new byte[Math.max(2, n)];
        for (int i = 0; i < n; i++) {
            copy[i] = b.get(offset + i);
        }
        return new SockAddr(copy);
    }

    /** The address family, one of {@code AF_…}. */
    public int family() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getShort(0) & 0xffff;
    }

    /** The port in host order, 0…65535; 0 when the family has none. */
    public int port() {
        return hasInet() ? (bytes[2] & 0xff) << 8 | bytes[3] & 0xff : 0;
    }

    /** The 4 or 16 address bytes; empty when the family is not an internet one. */
    public byte[] addressBytes() {
        if (!hasInet()) {
            return new byte[0];
        }
        return family() == AF_INET ? Arrays.copyOfRange(bytes, 4, 8) : Arrays.copyOfRange(bytes, 8, 24);
    }

    /** The IPv6 scope id (an interface index), or 0. */
    public int scopeId() {
        return family() == AF_INET6 && bytes.length >= INET6_LENGTH
                ? ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(INET6_SCOPE_OFFSET)
                : 0;
    }

    /** The netlink port id of a {@code sockaddr_nl}, or 0. */
    public int netlinkPortId() {
        return family() == AF_NETLINK && bytes.length >= 8
                ? ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(4)
                : 0;
    }

    /** The internet address with its scope, or null when the family is not an internet one. */
    public InetAddress inetAddress() {
        try {
            if (!hasInet()) {
                return null;
            }
            if (family() == AF_INET) {
                return (Inet4Address) InetAddress.getByAddress(addressBytes());
            }
            return Inet6Address.getByAddress(null, addressBytes(), scopeId());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // the length is right by construction
        }
    }

    /** The length in bytes. */
    public int length() {
        return bytes.length;
    }

    /** Write all bytes at {@code offset} and return the length. */
    public int encode(ByteBuffer b, int offset) {
        b.put(offset, bytes);
        return bytes.length;
    }

    private boolean hasInet() {
        int f = family();
        return f == AF_INET && bytes.length >= 8 || f == AF_INET6 && bytes.length >= 24;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SockAddr other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        InetAddress a = inetAddress();
        return a == null ? "family " + family() : a.getHostAddress() + " port " + port();
    }
}
