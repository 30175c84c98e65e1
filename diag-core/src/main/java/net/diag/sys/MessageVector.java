package net.diag.sys;

import com.sun.jna.Function;
import java.nio.ByteBuffer;

/**
 * An array of messages for {@code sendmmsg(2)} and {@code recvmmsg(2)}: one call for many datagrams.
 */
public final class MessageVector {
    private static final int MMSGHDR_LENGTH = 64;
    private static final int IOVEC_LENGTH = 16;
    private static final int MSGLEN_OFFSET = 56;
    private static final int MSG_WAITFORONE = 0x10000;
    private static final Function SENDMMSG = LibC.function("sendmmsg");
    private static final Function RECVMMSG = LibC.function("recvmmsg");

    private final NativeBuffer headers;
    private boolean direct;
    private final ByteBuffer head;
    private final MessageHeader[] messages;

    /** {@code count} messages with {@code dataLength} bytes of data and {@code controlLength} of ancillary data each. */
    public MessageVector(int count, int dataLength, int controlLength) {
        this(allocate(count, dataLength), controlLength);
    }

    /** One message over each of {@code data}, with {@code controlLength} of ancillary data each. */
    public MessageVector(NativeBuffer[] data, int controlLength) {
        int count = data.length;
        headers = NativeBuffer.allocate(count * (MMSGHDR_LENGTH + IOVEC_LENGTH));
        head = headers.bytes();
        messages = new MessageHeader[count];
        for (int i = 0; i < count; i++) {
            messages[i] = new MessageHeader(
                    headers, i * MMSGHDR_LENGTH, count * MMSGHDR_LENGTH + i * IOVEC_LENGTH, data[i], controlLength);
        }
    }

    private static NativeBuffer[] allocate(int count, int length) {
        NativeBuffer[] all = new NativeBuffer[count];
        for (int i = 0; i < count; i++) {
            all[i] = NativeBuffer.allocate(length);
        }
        return all;
    }

    /**
     * Call the kernel through JNA's direct mapping from now on: a third of a microsecond less per call,
     * for some 25 ms once. For long runs at a high rate.
     */
    public MessageVector direct() {
        DirectMessages.register();
        direct = true;
        return this;
    }

    /** How many messages there are. */
    public int count() {
        return messages.length;
    }

    /** Message {@code i}. */
    public MessageHeader message(int i) {
        return messages[i];
    }

    /** The bytes sent or received in message {@code i} by the last call. */
    public int length(int i) {
        return head.getInt(i * MMSGHDR_LENGTH + MSGLEN_OFFSET);
    }

    /** Receive up to {@link #count()} messages without waiting for more than the first; how many, or {@code -errno}. */
    public int receive(Fd fd, int flags) {
        return receive(fd, messages.length, flags);
    }

    /** Receive up to {@code most} messages without waiting for more than the first; how many, or {@code -errno}. */
    public int receive(Fd fd, int most, int flags) {
        for (int i = 0; i < most; i++) {
            messages[i].prepareReceive();
        }
        if (direct) {
            return DirectMessages.receive(fd.number(), headers.address(), most, flags | MSG_WAITFORONE);
        }
        return LibC.call(RECVMMSG, fd.number(), headers.pointer(), most, flags | MSG_WAITFORONE, null);
    }

    /** Send messages {@code from} (inclusive) to {@code to} (exclusive); how many were sent, or {@code -errno} of the first. */
    public int send(Fd fd, int from, int to, int flags) {
        if (direct) {
            return DirectMessages.send(fd.number(), headers.address() + from * MMSGHDR_LENGTH, to - from, flags);
        }
        return LibC.call(SENDMMSG, fd.number(), LibC.pointer(headers, from * MMSGHDR_LENGTH), to - from, flags);
    }
}
