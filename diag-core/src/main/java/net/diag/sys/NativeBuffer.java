package net.diag.sys;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A zeroed block of native memory of fixed size, seen as a direct {@link ByteBuffer}.
 *
 * <p>The block lives as long as this object or a view of it is reachable; nobody has to free it.
 * The views are in the machine's byte order unless asked for otherwise, for most of what the kernel
 * passes is. Not synchronised: one thread at a time, or read-only.
 */
public final class NativeBuffer {
    private final Memory memory;
    private final long address;
    private final int size;
    private final ByteBuffer bytes;

    private NativeBuffer(Memory memory, int size) {
        this.memory = memory;
        this.size = size;
        this.address = Pointer.nativeValue(memory);
        this.bytes = memory.getByteBuffer(0, size).order(ByteOrder.nativeOrder());
    }

    /** Allocate {@code size} bytes (at least 1), zeroed, aligned to 16. */
    public static NativeBuffer allocate(int size) {
        Memory block = new Memory(Math.max(1, size));
        block.clear();
        return new NativeBuffer(block, Math.max(1, size));
    }

    /** Allocate a block that holds {@code content}. */
    public static NativeBuffer of(byte[] content) {
        NativeBuffer b = allocate(content.length);
        b.bytes.put(0, content);
        return b;
    }

    /** Allocate a block that holds {@code text} in UTF-8 with a closing zero byte. */
    public static NativeBuffer ofCString(String text) {
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        NativeBuffer b = allocate(utf8.length + 1);
        b.bytes.put(0, utf8);
        return b;
    }

    /** The whole block, always the same view: use absolute access, or set position and limit with care. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** A fresh view of the whole block with its own position, in network byte order. */
    public ByteBuffer networkOrderView() {
        return bytes.duplicate().clear().order(ByteOrder.BIG_ENDIAN);
    }

    /** The address of the first byte. */
    public long address() {
        return address;
    }

    /** The size in bytes. */
    public int size() {
        return size;
    }

    Pointer pointer() {
        return memory;
    }
}
