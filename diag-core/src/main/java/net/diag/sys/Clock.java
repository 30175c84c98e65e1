package net.diag.sys;

import java.nio.ByteBuffer;

/**
 * The kernel's clocks ({@code clock_gettime(2)}). The monotonic one is what {@link System#nanoTime}
 * reads; the real-time one is what socket time stamps are in.
 */
public final class Clock {
    private static final com.sun.jna.Function CLOCK_GETTIME = LibC.function("clock_gettime");
    private static final int CLOCK_REALTIME = 0;

    private final NativeBuffer timespec = NativeBuffer.allocate(16);
    private final ByteBuffer view = timespec.bytes();

    /** Nanoseconds since the epoch by CLOCK_REALTIME. One thread at a time. */
    public long realtimeNanos() {
        LibC.call(CLOCK_GETTIME, CLOCK_REALTIME, timespec.pointer());
        return view.getLong(0) * 1_000_000_000L + view.getLong(8);
    }
}
