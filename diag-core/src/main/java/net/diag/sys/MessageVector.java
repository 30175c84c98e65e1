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
    private static final Function SENDMMSG = LibC.function("sendmmsg");
    private static final Function RECVMMSG = LibC.function("recvmmsg");

    private final NativeBuffer headers;
    private final ByteBuffer head;
    private final MessageHeader[] messages;

    /** {@code count} messages with {@code dataLength} bytes of data and {@code controlLength} of ancillary data each. */
    public MessageVector(int count, int dataLength, int controlLength) {
        headers = NativeBuffer.allocate(count * (MMSGHDR_LENGTH + IOVEC_LENGTH));
        head = headers.bytes();
        messages = new MessageHeader[count];
        for (int i = 0; i < count; i++) {
            messages[i] = new MessageHeader(
                    headers,
                    i * MMSGHDR_LENGTH,
                    count * MMSGHDR_LENGTH + i * IOVEC_LENGTH,
                    NativeBuffer.allocate(dataLength),
                    controlLength);
        }
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
        for (MessageHeader m : messages) {
            m.prepareReceive();
        }
        return LibC.call(RECVMMSG, fd.number(), headers.pointer(), messages.length, flags, null);
    }

    /** Send messages {@code from} (inclusive) to {@code to} (exclusive); how many were sent, or {@code -errno} of the first. */
    public int send(Fd fd, int from, int to, int flags) {
        return LibC.call(SENDMMSG, fd.number(), LibC.pointer(headers, from * MMSGHDR_LENGTH), to - from, flags);
    }
}
