package net.diag.sys;

import java.nio.ByteBuffer;

/**
 * The calling thread's capability sets ({@code capabilities(7)}, {@code capset(2)}).
 *
 * <p>A capability is a thread's, not a process's: what is lowered here stays with the JVM's other
 * threads, and a thread started later inherits from the one that starts it. So a tool lowers first
 * thing in {@code main} and raises around {@code socket(2)} only.
 */
public final class Capabilities {
    public static final int CAP_DAC_READ_SEARCH = 2;
    public static final int CAP_SETGID = 6;
    public static final int CAP_SETUID = 7;
    public static final int CAP_NET_ADMIN = 12;
    public static final int CAP_NET_RAW = 13;
    public static final int CAP_SYS_PTRACE = 19;
    public static final int CAP_SYS_ADMIN = 21;

    private static final int VERSION_3 = 0x20080522;
    private static final int EFFECTIVE = 0;
    private static final int PERMITTED = 1;
    private static final int INHERITABLE = 2;
    private static final int PR_CAP_AMBIENT = 47;
    private static final int PR_CAP_AMBIENT_CLEAR_ALL = 4;

    private Capabilities() {}

    private static NativeBuffer header() {
        NativeBuffer h = NativeBuffer.allocate(8);
        h.bytes().putInt(0, VERSION_3);
        return h;
    }

    private static ByteBuffer get(NativeBuffer data) {
        LibC.call(LibC.function("capget"), header().pointer(), data.pointer());
        return data.bytes();
    }

    private static boolean has(int set, int capability) {
        ByteBuffer d = get(NativeBuffer.allocate(24));
        return (d.getInt(capability / 32 * 12 + set * 4) >> capability % 32 & 1) != 0;
    }

    /** Whether the calling thread may use {@code capability} now. */
    public static boolean isEffective(int capability) {
        return has(EFFECTIVE, capability);
    }

    /** Whether the calling thread may raise {@code capability}. */
    public static boolean isPermitted(int capability) {
        return has(PERMITTED, capability);
    }

    /** Put {@code capability} into the effective set where it is permitted; whether it is effective now. */
    public static boolean raise(int capability) {
        return change(capability, true);
    }

    /** Take {@code capability} out of the effective set; it can be raised again. */
    public static void lower(int capability) {
        change(capability, false);
    }

    private static boolean change(int capability, boolean on) {
        NativeBuffer data = NativeBuffer.allocate(24);
        ByteBuffer d = get(data);
        int at = capability / 32 * 12;
        int bit = 1 << capability % 32;
        int old = d.getInt(at + EFFECTIVE * 4);
        if (on && (d.getInt(at + PERMITTED * 4) & bit) == 0) {
            return false;
        }
        d.putInt(at + EFFECTIVE * 4, on ? old | bit : old & ~bit);
        return LibC.call(LibC.function("capset"), header().pointer(), data.pointer()) == 0 && on;
    }

    /** Give up all capabilities of the calling thread, in every set, for good; 0 or {@code -errno}. */
    public static int dropAll() {
        clearAmbient();
        NativeBuffer data = NativeBuffer.allocate(24);
        return LibC.call(LibC.function("capset"), header().pointer(), data.pointer());
    }

    /** Let no program that this thread starts inherit a capability ({@code PR_CAP_AMBIENT_CLEAR_ALL}). */
    public static void clearAmbient() {
        LibC.call(LibC.function("prctl"), PR_CAP_AMBIENT, (long) PR_CAP_AMBIENT_CLEAR_ALL, 0L, 0L, 0L);
        NativeBuffer data = NativeBuffer.allocate(24);
        ByteBuffer d = get(data);
        d.putInt(INHERITABLE * 4, 0).putInt(12 + INHERITABLE * 4, 0);
        LibC.call(LibC.function("capset"), header().pointer(), data.pointer());
    }
}
