package net.diag.sys;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * One {@code struct msghdr} with its parts: an address, one data buffer, and ancillary data
 * ({@code recvmsg(2)}, {@code cmsg(3)}), for the 64-bit ABI.
 *
 * <p>Ancillary data is walked by offset, without allocation:
 *
 * <pre>{@code
 * for (int c = m.firstControl(); c >= 0; c = m.nextControl(c)) {
 *     if (m.controlLevel(c) == SOL_IP && m.controlType(c) == IP_TTL) {
 *         ttl = m.control().getInt(m.controlData(c));
 *     }
 * }
 * }</pre>
 *
 * Lengths that the kernel wrote are checked against the buffer: a walk can't leave it.
 */
public final class MessageHeader {
    static final int MSGHDR_LENGTH = 56;
    private static final int NAME_OFFSET = 0;
    private static final int NAMELEN_OFFSET = 8;
    private static final int IOV_OFFSET = 16;
    private static final int IOVLEN_OFFSET = 24;
    private static final int CONTROL_OFFSET = 32;
    private static final int CONTROLLEN_OFFSET = 40;
    private static final int FLAGS_OFFSET = 48;
    private static final int IOVEC_LENGTH = 16;
    private static final int CMSG_HEADER_LENGTH = 16;

    /** In {@link #flags()}: the data did not fit. */
    public static final int MSG_TRUNC = 0x20;
    /** In {@link #flags()}: the ancillary data did not fit. */
    public static final int MSG_CTRUNC = 0x08;

    private final NativeBuffer header;
    private final ByteBuffer head;
    private final int base;
    private final NativeBuffer name;
    private final NativeBuffer data;
    private final NativeBuffer control;
    private int dataOffset;
    private int dataLength;

    /** A message with buffers of its own; {@code controlLength} may be 0. */
    public MessageHeader(int dataLength, int controlLength) {
        this(NativeBuffer.allocate(dataLength), controlLength);
    }

    /** A message over a data buffer that others may share. */
    public MessageHeader(NativeBuffer data, int controlLength) {
        this(NativeBuffer.allocate(MSGHDR_LENGTH + IOVEC_LENGTH), 0, MSGHDR_LENGTH, data, controlLength);
    }

    MessageHeader(NativeBuffer header, int base, int iovec, NativeBuffer data, int controlLength) {
        this.header = header;
        this.head = header.bytes();
        this.base = base;
        this.name = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        this.data = data;
        this.control = NativeBuffer.allocate(controlLength);
        head.putLong(base + IOV_OFFSET, header.address() + iovec);
        head.putLong(base + IOVLEN_OFFSET, 1);
        head.putLong(base + CONTROL_OFFSET, controlLength == 0 ? 0 : control.address());
        head.putLong(iovec, data.address());
        this.iovec = iovec;
        data(0, data.size());
        prepareReceive();
    }

    private final int iovec;

    /** Use only {@code length} bytes at {@code offset} of the data buffer, to send or to receive into. */
    public void data(int offset, int length) {
        this.dataOffset = offset;
        this.dataLength = length;
        head.putLong(iovec, data.address() + offset);
        head.putLong(iovec + 8, length);
    }

    /** Set the destination for a send; null: none (a connected socket). */
    public void address(SockAddr address) {
        if (address == null) {
            head.putLong(base + NAME_OFFSET, 0).putInt(base + NAMELEN_OFFSET, 0);
        } else {
            head.putLong(base + NAME_OFFSET, name.address())
                    .putInt(base + NAMELEN_OFFSET, address.encode(name.bytes(), 0));
        }
    }

    /** Make the ancillary data for a send empty. */
    public void clearControl() {
        head.putLong(base + CONTROLLEN_OFFSET, 0);
    }

    /** Append an ancillary item with an {@code int} for a send. The control buffer must have room. */
    public void addControl(int level, int type, int value) {
        int at = addControl(level, type, 4, 0);
        control.bytes().putInt(at, value);
    }

    /** Append an ancillary item of {@code length} bytes for a send, and return where its data goes. */
    public int addControl(int level, int type, int length, int fill) {
        int at = (int) head.getLong(base + CONTROLLEN_OFFSET);
        ByteBuffer c = control.bytes();
        c.putLong(at, CMSG_HEADER_LENGTH + length);
        c.putInt(at + 8, level);
        c.putInt(at + 12, type);
        for (int i = 0; i < length; i++) {
            c.put(at + CMSG_HEADER_LENGTH + i, (byte) fill);
        }
        head.putLong(base + CONTROL_OFFSET, control.address());
        head.putLong(base + CONTROLLEN_OFFSET, at + align(CMSG_HEADER_LENGTH + length));
        return at + CMSG_HEADER_LENGTH;
    }

    void prepareReceive() {
        head.putLong(base + NAME_OFFSET, name.address()).putInt(base + NAMELEN_OFFSET, SockAddr.STORAGE_LENGTH);
        head.putLong(base + CONTROLLEN_OFFSET, controlCapacity());
        head.putInt(base + FLAGS_OFFSET, 0);
    }

    private int controlCapacity() {
        return head.getLong(base + CONTROL_OFFSET) == 0 ? 0 : control.size();
    }

    /** Where the message came from; for the error queue, where the original went. */
    public SockAddr address() {
        return SockAddr.decode(name.bytes(), 0, head.getInt(base + NAMELEN_OFFSET));
    }

    /** The raw {@code sockaddr} bytes, valid up to {@link #addressLength()}. */
    public ByteBuffer addressBytes() {
        return name.bytes();
    }

    /** The length of the address in bytes. */
    public int addressLength() {
        return Math.min(head.getInt(base + NAMELEN_OFFSET), SockAddr.STORAGE_LENGTH);
    }

    /** The flags that {@code recvmsg} set. */
    public int flags() {
        return head.getInt(base + FLAGS_OFFSET);
    }

    /** The data buffer. */
    public NativeBuffer data() {
        return data;
    }

    /** Where in {@link #data()} this message's bytes start. */
    public int dataOffset() {
        return dataOffset;
    }

    /** How many bytes of {@link #data()} this message may use. */
    public int dataLength() {
        return dataLength;
    }

    /** The ancillary data in native byte order. */
    public ByteBuffer control() {
        return control.bytes();
    }

    /** The offset of the first ancillary item, or -1. */
    public int firstControl() {
        return validControl(0);
    }

    /** The offset of the item after {@code at}, or -1. */
    public int nextControl(int at) {
        return validControl(at + align((int) control.bytes().getLong(at)));
    }

    private int validControl(int at) {
        int end = (int) Math.min(head.getLong(base + CONTROLLEN_OFFSET), control.size());
        if (at < 0 || at + CMSG_HEADER_LENGTH > end) {
            return -1;
        }
        long length = control.bytes().getLong(at);
        return length < CMSG_HEADER_LENGTH || length > end - at ? -1 : at;
    }

    /** The item's level, for example {@code SOL_SOCKET}. */
    public int controlLevel(int at) {
        return control.bytes().getInt(at + 8);
    }

    /** The item's type, for example {@code IP_TTL}. */
    public int controlType(int at) {
        return control.bytes().getInt(at + 12);
    }

    /** The offset in {@link #control()} of the item's data. */
    public int controlData(int at) {
        return at + CMSG_HEADER_LENGTH;
    }

    /** The length in bytes of the item's data. */
    public int controlDataLength(int at) {
        return (int) control.bytes().getLong(at) - CMSG_HEADER_LENGTH;
    }

    private static int align(int length) {
        return length + 7 & ~7;
    }

    Pointer pointer() {
        return LibC.pointer(header, base);
    }
}
