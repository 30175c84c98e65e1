package net.diag.sys;

/** A wake-up for a thread that waits in {@link Poll} ({@code eventfd(2)}, non-blocking). */
public final class EventFd implements AutoCloseable {
    private static final int EFD_CLOEXEC = 0x80000;
    private static final int EFD_NONBLOCK = 0x800;

    private final Fd fd;
    private final NativeBuffer one = NativeBuffer.allocate(8);
    private final NativeBuffer in = NativeBuffer.allocate(8);

    private EventFd(Fd fd) {
        this.fd = fd;
        one.bytes().putLong(0, 1);
    }

    /** Open one. */
    public static EventFd open() throws ErrnoException {
        int r = LibC.call(LibC.function("eventfd"), 0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (r < 0) {
            throw new ErrnoException("eventfd", -r);
        }
        return new EventFd(Fd.of(r));
    }

    /** The descriptor, to be polled for {@code POLLIN}. */
    public Fd fd() {
        return fd;
    }

    /** Wake the waiting thread. Any thread may call this. */
    public void signal() {
        fd.write(one, 0, 8);
    }

    /** Forget past wake-ups. */
    public void drain() {
        fd.read(in, 0, 8);
    }

    @Override
    public void close() {
        fd.close();
    }
}
