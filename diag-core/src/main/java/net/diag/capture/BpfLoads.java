package net.diag.capture;

/** What translated BPF programs call: loads in network order, and shifts that may exceed the word. */
final class BpfLoads {
    private BpfLoads() {}

    static int load(byte[] b, int at, int size) {
        return size == 4 ? u32(b, at) : size == 2 ? u16(b, at) : b[at] & 0xff;
    }

    static int u32(byte[] b, int at) {
        return b[at] << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
    }

    static int u16(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }

    /** Whether {@code size} bytes at {@code base + x} (both unsigned) lie within {@code captured}. */
    static boolean outside(int base, int x, int size, int captured) {
        return (base & 0xffffffffL) + (x & 0xffffffffL) + size > captured;
    }

    static int shiftLeft(int a, int by) {
        return by >= 0 && by < 32 ? a << by : 0;
    }

    static int shiftRight(int a, int by) {
        return by >= 0 && by < 32 ? a >>> by : 0;
    }
}
