package net.diag.sys;

import com.sun.jna.Native;

/** {@code sendmmsg(2)} and {@code recvmmsg(2)} by JNA's direct mapping, registered when first wanted. */
final class DirectMessages {
    private static boolean registered;

    private DirectMessages() {}

    static synchronized void register() {
        if (!registered) {
            Native.register(DirectMessages.class, "c");
            registered = true;
        }
    }

    static int send(int fd, long messages, int count, int flags) {
        int r = sendmmsg(fd, messages, count, flags);
        return r == -1 ? -Native.getLastError() : r;
    }

    static int receive(int fd, long messages, int count, int flags) {
        int r = recvmmsg(fd, messages, count, flags, 0L);
        return r == -1 ? -Native.getLastError() : r;
    }

    private static native int sendmmsg(int fd, long messages, int count, int flags);

    private static native int recvmmsg(int fd, long messages, int count, int flags, long timeout);
}
