package net.diag.sys;

/** Interface names and indexes ({@code if_nametoindex(3)}) in the calling thread's namespace. */
public final class Interfaces {
    private static final int IF_NAMESIZE = 16;

    private Interfaces() {}

    /** The index of {@code name}, or 0 when there is no such interface. */
    public static int index(String name) {
        return LibC.function("if_nametoindex")
                .invokeInt(new Object[] {NativeBuffer.ofCString(name).pointer()});
    }

    /** The name of {@code index}, or null when there is no such interface. */
    public static String name(int index) {
        NativeBuffer b = NativeBuffer.allocate(IF_NAMESIZE);
        return LibC.function("if_indextoname").invokePointer(new Object[] {index, b.pointer()}) == null
                ? null
                : b.pointer().getString(0);
    }
}
