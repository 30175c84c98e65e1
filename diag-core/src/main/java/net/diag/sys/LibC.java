package net.diag.sys;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The C library's functions, called by JNA's {@code Function}. Only native declarations and the one
 * convention live here: a failed call returns {@code -errno}, so that an expected failure costs no
 * exception.
 */
final class LibC {
    private static final NativeLibrary LIBC = NativeLibrary.getInstance("c");

    private LibC() {}

    static Function function(String name) {
        return LIBC.getFunction(name);
    }

    /** Call for an {@code int}; {@code -errno} on -1. */
    static int call(Function f, Object... args) {
        int r = f.invokeInt(args);
        return r == -1 ? -Native.getLastError() : r;
    }

    /** Call for a {@code long} ({@code ssize_t}, {@code off_t}, an address); {@code -errno} on -1. */
    static long callLong(Function f, Object... args) {
        long r = f.invokeLong(args);
        return r == -1 ? -Native.getLastError() : r;
    }

    static Pointer pointer(NativeBuffer b, int offset) {
        return b == null ? null : offset == 0 ? b.pointer() : b.pointer().share(offset);
    }
}
