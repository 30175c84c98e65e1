package net.diag.sys;

/** A terminal's size ({@code ioctl_tty(2)}). */
public final class Tty {
    private static final long TIOCGWINSZ = 0x5413;

    private Tty() {}

    /** The width in columns of the terminal at {@code fd}, or -1 when it isn't one or doesn't know. */
    public static int columns(Fd fd) {
        return field(fd, 2);
    }

    /** The height in rows of the terminal at {@code fd}, or -1 when it isn't one or doesn't know. */
    public static int rows(Fd fd) {
        return field(fd, 0);
    }

    private static int field(Fd fd, int offset) {
        NativeBuffer winsize = NativeBuffer.allocate(8);
        if (fd.ioctl(TIOCGWINSZ, winsize) < 0) {
            return -1;
        }
        int n = winsize.bytes().getShort(offset) & 0xffff;
        return n == 0 ? -1 : n;
    }
}
