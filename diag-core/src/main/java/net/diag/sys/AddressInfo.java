package net.diag.sys;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer of the C library's resolver ({@code getaddrinfo(3)}), so that names mean what they mean to
 * every other program on the machine: {@code /etc/hosts}, nsswitch, scopes, {@code AI_CANONNAME}.
 *
 * @param address the address with port 0
 * @param canonicalName the canonical name, or null when the resolver gave none
 */
public record AddressInfo(SockAddr address, String canonicalName) {
    public static final int AI_CANONNAME = 0x0002;
    public static final int AI_NUMERICHOST = 0x0004;
    public static final int AI_IDN = 0x0040;
    public static final int AI_CANONIDN = 0x0080;

    public static final int NI_NUMERICHOST = 1;
    public static final int NI_NAMEREQD = 8;

    private static final int ADDRINFO_LENGTH = 48;
    private static final int FLAGS_OFFSET = 0;
    private static final int FAMILY_OFFSET = 4;
    private static final int SOCKTYPE_OFFSET = 8;
    private static final int ADDRLEN_OFFSET = 16;
    private static final int ADDR_OFFSET = 24;
    private static final int CANONNAME_OFFSET = 32;
    private static final int NEXT_OFFSET = 40;
    private static final int NI_MAXHOST = 1025;

    /**
     * Resolve {@code name}. Blocks as long as the system's resolver does.
     *
     * @param family {@link SockAddr#AF_UNSPEC}, {@link SockAddr#AF_INET} or {@link SockAddr#AF_INET6}
     * @param flags {@code AI_…}
     * @throws ResolutionException with the C library's words
     */
    public static List<AddressInfo> resolve(String name, int family, int flags) throws ResolutionException {
        NativeBuffer hints = NativeBuffer.allocate(ADDRINFO_LENGTH);
        hints.bytes().putInt(FLAGS_OFFSET, flags).putInt(FAMILY_OFFSET, family).putInt(SOCKTYPE_OFFSET, Fd.SOCK_DGRAM);
        NativeBuffer result = NativeBuffer.allocate(Long.BYTES);
        NativeBuffer text = NativeBuffer.ofCString(name);
        int r = LibC.function("getaddrinfo")
                .invokeInt(new Object[] {text.pointer(), null, hints.pointer(), result.pointer()});
        if (r != 0) {
            Function describe = LibC.function("gai_strerror");
            throw new ResolutionException(
                    name, r, describe.invokePointer(new Object[] {r}).getString(0));
        }
        Pointer first = result.pointer().getPointer(0);
        List<AddressInfo> all = new ArrayList<>();
        for (Pointer p = first; p != null; p = p.getPointer(NEXT_OFFSET)) {
            all.add(decode(p));
        }
        LibC.function("freeaddrinfo").invoke(void.class, new Object[] {first});
        return all;
    }

    private static AddressInfo decode(Pointer p) {
        int length = p.getInt(ADDRLEN_OFFSET);
        byte[] bytes = p.getPointer(ADDR_OFFSET).getByteArray(0, length);
        Pointer canonical = p.getPointer(CANONNAME_OFFSET);
        SockAddr address = SockAddr.decode(java.nio.ByteBuffer.wrap(bytes), 0, length);
        return new AddressInfo(address, canonical == null ? null : canonical.getString(0, "UTF-8"));
    }

    /**
     * The name of an address ({@code getnameinfo(3)}): the numeric text (with {@code %scope}) when it
     * has none, or with {@link #NI_NUMERICHOST}. Blocks as long as the system's resolver does.
     *
     * @return the name, or null when it can't be told
     */
    public static String name(SockAddr address, int flags) {
        NativeBuffer a = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        int length = address.encode(a.bytes(), 0);
        NativeBuffer host = NativeBuffer.allocate(NI_MAXHOST);
        int r = LibC.function("getnameinfo")
                .invokeInt(new Object[] {a.pointer(), length, host.pointer(), NI_MAXHOST, null, 0, flags});
        return r == 0 ? host.pointer().getString(0, "UTF-8") : null;
    }
}
