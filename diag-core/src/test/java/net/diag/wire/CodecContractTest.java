package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What every codec promises: after {@code checkLength} no accessor fails, and none looks beyond the header. */
class CodecContractTest {
    /** Those whose accessors all apply to every header; options and messages by type have tests of their own. */
    private static final List<Class<?>> CODECS = List.of(
            Ethernet.class,
            Vlan.class,
            Sll.class,
            Sll2.class,
            Arp.class,
            Ipv4.class,
            Ipv6.class,
            Icmpv4.class,
            Icmpv6.class,
            NodeInformation.class,
            Udp.class,
            Tcp.class,
            Dns.class);

    private static Method check(Class<?> codec) throws NoSuchMethodException {
        return codec.getDeclaredMethod("checkLength", ByteBuffer.class, int.class, int.class);
    }

    private static List<Method> accessors(Class<?> codec) {
        List<Method> accessors = new ArrayList<>();
        for (Method method : codec.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && !method.getName().startsWith("put")
                    && Arrays.equals(method.getParameterTypes(), new Class<?>[] {ByteBuffer.class, int.class})) {
                accessors.add(method);
            }
        }
        return accessors;
    }

    @Test
    void everyCodecHasAccessors() {
        for (Class<?> codec : CODECS) {
            assertFalse(accessors(codec).isEmpty(), codec.getName());
        }
    }

    @Property
    void checkedHeaderCanBeReadInBothOrders(
            @ForAll @Size(max = 80) byte[] bytes,
            @ForAll @IntRange(max = 5) int first,
            @ForAll @IntRange(max = 3) int off)
            throws ReflectiveOperationException {
        if (bytes.length > off) {
            // Otherwise hardly one in ten is an IP header.
            bytes[off] = (byte) new int[] {0x45, 0x4f, 0x60, 0, bytes[off], 0x44}[first];
        }
        for (Class<?> codec : CODECS) {
            int length = (int) check(codec).invoke(null, ByteBuffer.wrap(bytes), off, bytes.length);
            if (length < 0) {
                assertTrue(HeaderCheck.isMalformed(length) || HeaderCheck.needed(length) > bytes.length - off);
                continue;
            }
            // Cut behind the header, so that an accessor that looks further fails.
            byte[] header = Arrays.copyOf(bytes, off + length);
            for (Method accessor : accessors(codec)) {
                Object big = read(accessor, ByteBuffer.wrap(header), off);
                Object little = read(accessor, ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN), off);
                assertEquals(text(big), text(little), accessor.toString());
            }
        }
    }

    private static Object read(Method accessor, ByteBuffer b, int off) throws IllegalAccessException {
        try {
            return accessor.invoke(null, b, off);
        } catch (InvocationTargetException e) {
            throw new AssertionError(accessor.toString(), e.getCause());
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }
}
