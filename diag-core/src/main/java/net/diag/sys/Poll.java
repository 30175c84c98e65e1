package net.diag.sys;

import com.sun.jna.Function;
import java.nio.ByteBuffer;

/**
 * A set of descriptors to wait on ({@code ppoll(2)}), of fixed capacity. Not for use by two threads
 * at once.
 */
public final class Poll {
    public static final int POLLIN = 0x001;
    public static final int POLLPRI = 0x002;
    public static final int POLLOUT = 0x004;
    public static final int POLLERR = 0x008;
    public static final int POLLHUP = 0x010;
    public static final int POLLNVAL = 0x020;

    private static final Function PPOLL = LibC.function("ppoll");
    private static final int POLLFD_LENGTH = 8;
    private static final int EVENTS_OFFSET = 4;
    private static final int REVENTS_OFFSET = 6;

    private final NativeBuffer fds;
    private final ByteBuffer view;
    private final NativeBuffer timeout = NativeBuffer.allocate(16);
    private int count;

    /** A set with room for {@code capacity} descriptors. */
    public Poll(int capacity) {
        this.fds = NativeBuffer.allocate(capacity * POLLFD_LENGTH);
        this.view = fds.bytes();
    }

    /** Add a descriptor, and return its index in this set. */
    public int add(Fd fd, int events) {
        int i = count++;
        view.putInt(i * POLLFD_LENGTH, fd.number());
        view.putShort(i * POLLFD_LENGTH + EVENTS_OFFSET, (short) events);
        return i;
    }

    /** Change what entry {@code index} waits for; with 0 only errors wake it. */
    public void events(int index, int events) {
        view.putShort(index * POLLFD_LENGTH + EVENTS_OFFSET, (short) events);
    }

    /** The events seen at entry {@code index} by the last {@link #await}. */
    public int ready(int index) {
        return view.getShort(index * POLLFD_LENGTH + REVENTS_OFFSET) & 0xffff;
    }

    /**
     * Wait until an entry is ready.
     *
     * @param timeoutNanos how long at most, in nanoseconds; negative: for ever
     * @return how many entries are ready, 0 on time-out, also when a signal interrupted the wait
     */
    public int await(long timeoutNanos) {
        for (int i = 0; i < count; i++) {
            view.putShort(i * POLLFD_LENGTH + REVENTS_OFFSET, (short) 0);
        }
        Object t = null;
        if (timeoutNanos >= 0) {
            timeout.bytes().putLong(0, timeoutNanos / 1_000_000_000L).putLong(8, timeoutNanos % 1_000_000_000L);
            t = timeout.pointer();
        }
        int r = LibC.call(PPOLL, fds.pointer(), (long) count, t, null);
        return Math.max(0, r);
    }
}
