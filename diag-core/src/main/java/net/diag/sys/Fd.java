package net.diag.sys;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * An open file descriptor and the system calls on it. Whoever opened it closes it; closing twice is
 * harmless.
 *
 * <p>Calls of set-up throw {@link ErrnoException}. Calls of the data path ({@link #send},
 * {@link #receive}, {@link #read} …) return {@code -errno} instead, for {@code EAGAIN} and a pending
 * ICMP error are ordinary answers there. All are retried on {@code EINTR} by the caller's loop, not
 * here: a signal may be a reason to stop.
 */
public final class Fd implements AutoCloseable {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0x40;
    public static final int O_TRUNC = 0x200;
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;

    public static final int PROT_READ = 1;
    public static final int PROT_WRITE = 2;
    public static final int MAP_SHARED = 1;
    public static final int MAP_PRIVATE = 2;
    public static final int MAP_POPULATE = 0x8000;

    public static final int SOCK_STREAM = 1;
    public static final int SOCK_DGRAM = 2;
    public static final int SOCK_RAW = 3;
    public static final int SOCK_NONBLOCK = 0x800;
    public static final int SOCK_CLOEXEC = 0x80000;

    public static final int MSG_PEEK = 0x02;
    public static final int MSG_TRUNC = 0x20;
    public static final int MSG_DONTWAIT = 0x40;
    public static final int MSG_CONFIRM = 0x800;
    public static final int MSG_ERRQUEUE = 0x2000;
    public static final int MSG_NOSIGNAL = 0x4000;

    private static final class Calls {
        static final Function SOCKET = LibC.function("socket");
        static final Function CLOSE = LibC.function("close");
        static final Function SETSOCKOPT = LibC.function("setsockopt");
        static final Function GETSOCKOPT = LibC.function("getsockopt");
        static final Function SENDTO = LibC.function("sendto");
        static final Function RECVFROM = LibC.function("recvfrom");
        static final Function RECVMSG = LibC.function("recvmsg");
    }

    private static final Function BIND = LibC.function("bind");
    private static final Function CONNECT = LibC.function("connect");
    private static final Function GETSOCKNAME = LibC.function("getsockname");

    private final int number;
    private boolean closed;

    private Fd(int number) {
        this.number = number;
    }

    /** A descriptor that this process already holds, for example 0, 1 or 2; the new owner closes it. */
    public static Fd of(int number) {
        return new Fd(number);
    }

    /** {@code socket(2)}, with {@code SOCK_CLOEXEC}. */
    public static Fd socket(int domain, int type, int protocol) throws ErrnoException {
        int r = LibC.call(Calls.SOCKET, domain, type | SOCK_CLOEXEC, protocol);
        return new Fd(check(r, "socket", ""));
    }

    /** {@code open(2)}, with {@code O_CLOEXEC}; mode 0666 before the umask when it creates. */
    public static Fd open(String path, int flags) throws ErrnoException {
        int r = LibC.call(LibC.function("open"), NativeBuffer.ofCString(path).pointer(), flags | O_CLOEXEC, 0666);
        return new Fd(check(r, "open", path));
    }

    private static int check(int result, String operation, String target) throws ErrnoException {
        if (result < 0) {
            throw new ErrnoException(operation, target, -result);
        }
        return result;
    }

    /** The descriptor's number. */
    public int number() {
        return number;
    }

    /** {@code bind(2)}. */
    public void bind(SockAddr address) throws ErrnoException {
        check(tryBind(address), "bind", "");
    }

    /** {@code bind(2)}; 0 or {@code -errno}. */
    public int tryBind(SockAddr address) {
        NativeBuffer b = NativeBuffer.allocate(address.length());
        address.encode(b.bytes(), 0);
        return LibC.call(BIND, number, b.pointer(), address.length());
    }

    /** {@code connect(2)}. */
    public void connect(SockAddr address) throws ErrnoException {
        check(tryConnect(address), "connect", "");
    }

    /** {@code connect(2)}; 0 or {@code -errno} ({@code -EINPROGRESS} on a non-blocking socket). */
    public int tryConnect(SockAddr address) {
        NativeBuffer b = NativeBuffer.allocate(address.length());
        address.encode(b.bytes(), 0);
        return LibC.call(CONNECT, number, b.pointer(), address.length());
    }

    /** {@code getsockname(2)}. */
    public SockAddr localAddress() throws ErrnoException {
        NativeBuffer b = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH + 4);
        b.bytes().putInt(SockAddr.STORAGE_LENGTH, SockAddr.STORAGE_LENGTH);
        int r = LibC.call(GETSOCKNAME, number, b.pointer(), LibC.pointer(b, SockAddr.STORAGE_LENGTH));
        check(r, "getsockname", "");
        return SockAddr.decode(b.bytes(), 0, b.bytes().getInt(SockAddr.STORAGE_LENGTH));
    }

    /** {@code listen(2)}. */
    public void listen(int backlog) throws ErrnoException {
        check(LibC.call(LibC.function("listen"), number, backlog), "listen", "");
    }

    /** {@code shutdown(2)}: 0 receive, 1 send, 2 both; 0 or {@code -errno}. */
    public int shutdown(int how) {
        return LibC.call(LibC.function("shutdown"), number, how);
    }

    /** {@code setsockopt(2)} with an {@code int}. */
    public void setOption(int level, int name, int value) throws ErrnoException {
        check(trySetOption(level, name, value), "setsockopt", "");
    }

    /** {@code setsockopt(2)} with an {@code int}; 0 or {@code -errno}. */
    public int trySetOption(int level, int name, int value) {
        NativeBuffer b = NativeBuffer.allocate(4);
        b.bytes().putInt(0, value);
        return LibC.call(Calls.SETSOCKOPT, number, level, name, b.pointer(), 4);
    }

    /** {@code setsockopt(2)} with the first {@code length} bytes of {@code value}; 0 or {@code -errno}. */
    public int trySetOption(int level, int name, NativeBuffer value, int length) {
        return LibC.call(Calls.SETSOCKOPT, number, level, name, LibC.pointer(value, 0), length);
    }

    /** {@code setsockopt(2)} with bytes; 0 or {@code -errno}. */
    public int trySetOption(int level, int name, byte[] value) {
        return trySetOption(level, name, NativeBuffer.of(value), value.length);
    }

    /** {@code getsockopt(2)} of an {@code int}. */
    public int option(int level, int name) throws ErrnoException {
        NativeBuffer b = NativeBuffer.allocate(8);
        check(option(level, name, b, 4), "getsockopt", "");
        return b.bytes().getInt(0);
    }

    /** {@code getsockopt(2)} into {@code value}; the length the kernel wrote, or {@code -errno}. */
    public int option(int level, int name, NativeBuffer value, int length) {
        NativeBuffer n = NativeBuffer.allocate(4);
        n.bytes().putInt(0, length);
        int r = LibC.call(Calls.GETSOCKOPT, number, level, name, value.pointer(), n.pointer());
        return r < 0 ? r : n.bytes().getInt(0);
    }

    /** {@code send(2)}; bytes sent, or {@code -errno}. */
    public int send(NativeBuffer b, int offset, int length, int flags) {
        return (int) LibC.callLong(Calls.SENDTO, number, LibC.pointer(b, offset), (long) length, flags, null, 0);
    }

    /** {@code sendto(2)} with the destination as encoded in {@code address}; bytes sent, or {@code -errno}. */
    public int sendTo(NativeBuffer b, int offset, int length, int flags, NativeBuffer address, int addressLength) {
        return (int) LibC.callLong(
                Calls.SENDTO,
                number,
                LibC.pointer(b, offset),
                (long) length,
                flags,
                LibC.pointer(address, 0),
                addressLength);
    }

    /** {@code sendto(2)}; bytes sent, or {@code -errno}. Encodes the address anew: not for hot paths. */
    public int sendTo(NativeBuffer b, int offset, int length, int flags, SockAddr address) {
        NativeBuffer a = NativeBuffer.allocate(address.length());
        address.encode(a.bytes(), 0);
        return sendTo(b, offset, length, flags, a, address.length());
    }

    /** {@code recv(2)}; bytes received (0 at the end of a stream), or {@code -errno}. */
    public int receive(NativeBuffer b, int offset, int length, int flags) {
        return (int) LibC.callLong(Calls.RECVFROM, number, LibC.pointer(b, offset), (long) length, flags, null, null);
    }

    /** {@code recvmsg(2)} into a {@link MessageHeader}; bytes received, or {@code -errno}. */
    public int receiveMessage(MessageHeader message, int flags) {
        message.prepareReceive();
        return (int) LibC.callLong(Calls.RECVMSG, number, message.pointer(), flags);
    }

    /** {@code sendmsg(2)} of a {@link MessageHeader}; bytes sent, or {@code -errno}. */
    public int sendMessage(MessageHeader message, int flags) {
        return (int) LibC.callLong(LibC.function("sendmsg"), number, message.pointer(), flags);
    }

    /** {@code read(2)}; bytes read, 0 at the end, or {@code -errno}. */
    public int read(NativeBuffer b, int offset, int length) {
        return (int) LibC.callLong(LibC.function("read"), number, LibC.pointer(b, offset), (long) length);
    }

    /** {@code write(2)}; bytes written, or {@code -errno}. */
    public int write(NativeBuffer b, int offset, int length) {
        return (int) LibC.callLong(LibC.function("write"), number, LibC.pointer(b, offset), (long) length);
    }

    /** {@code ioctl(2)} with a pointer argument; the result, or {@code -errno}. */
    public int ioctl(long request, NativeBuffer argument) {
        return LibC.call(LibC.function("ioctl"), number, request, argument.pointer());
    }

    /** {@code ioctl(2)} with a number as argument; the result, or {@code -errno}. */
    public int ioctl(long request, long argument) {
        return LibC.call(LibC.function("ioctl"), number, request, argument);
    }

    /**
     * {@code mmap(2)} of this descriptor from its start, as a direct buffer in native byte order.
     * The mapping stays until {@link #unmap}, also when this descriptor is closed.
     */
    public ByteBuffer map(long length, int protection, int flags) throws ErrnoException {
        long r = LibC.callLong(LibC.function("mmap"), null, length, protection, flags, number, 0L);
        if (r < 0 && r > -4096) {
            throw new ErrnoException("mmap", (int) -r);
        }
        return new Pointer(r).getByteBuffer(0, length).order(java.nio.ByteOrder.nativeOrder());
    }

    /** {@code munmap(2)} of what {@link #map} gave. The buffer must not be touched afterwards. */
    public static void unmap(ByteBuffer mapping) {
        Pointer p = com.sun.jna.Native.getDirectBufferPointer(mapping);
        LibC.call(LibC.function("munmap"), p, (long) mapping.capacity());
    }

    /** {@code isatty(3)}. */
    public boolean isTerminal() {
        return LibC.function("isatty").invokeInt(new Object[] {number}) == 1;
    }

    /** {@code close(2)}, once. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            LibC.call(Calls.CLOSE, number);
        }
    }

    @Override
    public String toString() {
        return "fd " + number;
    }
}
