package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IcmpExtensionTest {
    private static final MplsLabelStack STACK = new MplsLabelStack(
            List.of(new MplsLabelStack.Entry(16001, 0, false, 1), new MplsLabelStack.Entry(299920, 5, true, 1)));
    private static final InterfaceInformation INTERFACE =
            new InterfaceInformation(InterfaceInformation.INCOMING, 7, Octets.bytes("c0000207"), "ge-0/0/1", 9000);

    /** Structure with the MPLS stack of RFC 4950 and an interface of RFC 5837, checksum taken by hand. */
    private static final String STRUCTURE = "2000 %s"
            + "000c 01 01 03e81001 49390b01"
            + "0020 02 0f 00000007 0001 0000 c0000207 0c 67652d302f302f31 000000 00002328";

    private static ByteBuffer structure() {
        ByteBuffer b = Octets.of(String.format(STRUCTURE, "0000"));
        BigEndian.put16(b, 2, Checksum.of(b, 0, b.limit()));
        return b;
    }

    private static ByteBuffer error(int quoteLengthField, int quote, ByteBuffer structure) {
        ByteBuffer b = ByteBuffer.allocate(8 + quote + structure.limit());
        Icmpv4.encode(b, 0, Icmpv4.TIME_EXCEEDED, 0, quoteLengthField << 16);
        b.put(8 + quote, BigEndian.copy(structure, 0, structure.limit()));
        return b;
    }

    @Test
    void encodesWhatTheRfcsDraw() {
        ByteBuffer b = ByteBuffer.allocate(100);
        int length = IcmpExtension.encode(b, 0, List.of(STACK, INTERFACE));
        assertEquals(Octets.hex(structure(), 0, structure().limit()), Octets.hex(b, 0, length));
    }

    @Test
    void decodesThem() {
        IcmpExtension.Contents contents =
                IcmpExtension.decode(structure(), 0, structure().limit());
        assertTrue(contents.isComplete());
        assertEquals(List.of(STACK, INTERFACE), contents.objects());
    }

    @Test
    void findsByTheLengthField() {
        ByteBuffer b = error(33, 132, structure());
        assertEquals(140, IcmpExtension.find(b, 0, b.limit(), false));
        assertEquals(-1, IcmpExtension.find(b, 0, b.limit() - 1, false));
    }

    @Test
    void findsBehind128BytesOfOlderRouters() {
        ByteBuffer b = error(0, 128, structure());
        assertEquals(136, IcmpExtension.find(b, 0, b.limit(), false));
        BigEndian.put16(b, 138, 0);
        assertEquals(-1, IcmpExtension.find(b, 0, b.limit(), false), "no checksum, and nobody said so");
    }

    @Test
    void lengthFieldOfIcmpv6CountsEights() {
        ByteBuffer b = error(0, 128, structure());
        Icmpv6.encode(b, 0, Icmpv6.TIME_EXCEED, 0, 16 << 24);
        assertEquals(136, IcmpExtension.find(b, 0, b.limit(), true));
        Icmpv6.encode(b, 0, Icmpv6.PKT_TOOBIG, 0, 16 << 24);
        assertEquals(-1, IcmpExtension.find(b, 0, b.limit(), true), "the field is the MTU there");
    }

    @Test
    void absentChecksumIsGoodWhereTheHeaderSaysSo() {
        ByteBuffer structure = structure();
        BigEndian.put16(structure, 2, 0);
        ByteBuffer b = error(32, 128, structure);
        assertEquals(136, IcmpExtension.find(b, 0, b.limit(), false));
    }

    @Test
    void wrongChecksumVersionOrLengthFindNothing() {
        ByteBuffer wrong = structure();
        wrong.put(10, (byte) 0);
        assertEquals(-1, IcmpExtension.find(error(32, 128, wrong), 0, 8 + 128 + wrong.limit(), false));
        ByteBuffer version = structure();
        version.put(0, (byte) 0x10);
        BigEndian.put16(version, 2, 0);
        assertEquals(-1, IcmpExtension.find(error(32, 128, version), 0, 8 + 128 + version.limit(), false));
        ByteBuffer beyond = error(255, 128, structure());
        assertEquals(-1, IcmpExtension.find(beyond, 0, beyond.limit(), false));
        assertEquals(-1, IcmpExtension.find(beyond, 0, 7, false));
    }

    @Test
    void searchFindsBehindAShortQuote() {
        ByteBuffer b = error(0, 28, structure());
        assertEquals(36, IcmpExtension.search(b, 8, b.limit(), 20, false));
        assertEquals(-1, IcmpExtension.search(b, 8, b.limit(), 32, false));
    }

    @Test
    void truncation() {
        Octets.everyTruncation("2000 0000", 4, IcmpExtension::checkLength);
        Octets.everyTruncation("000c 01 01 03e81001 49390b01 ff", 12, IcmpExtension::checkObject);
        assertEquals(HeaderCheck.MALFORMED, IcmpExtension.checkObject(Octets.of("0003 01 01"), 0, 4));
    }

    @Test
    void cutStructureKeepsWhatCameBefore() {
        IcmpExtension.Contents contents =
                IcmpExtension.decode(structure(), 0, structure().limit() - 1);
        assertFalse(contents.isComplete());
        assertEquals(List.of(STACK), contents.objects());
    }

    @Test
    void brokenPayloadsStayVisibleAsBytes() {
        for (String object : new String[] {
            "0007 01 01 03e810", // not whole entries
            "0004 01 01", // no entry
            "0006 02 08 0000", // index cut
            "0008 02 04 0003 0000", // unknown address family
            "000c 02 04 0002 0000 c0000201", // IPv6 cut
            "0008 02 02 05 61 62 63", // name not a multiple of 4
            "0008 02 02 08 61 62 63", // name cut
            "0008 02 02 00 61 62 63", // name of nothing
            "0008 02 00 00000001", // bytes left over
            "0008 63 07 00000001" // unknown class
        }) {
            ByteBuffer b = Octets.of("20000000" + object);
            IcmpExtension.Contents contents = IcmpExtension.decode(b, 0, b.limit());
            assertTrue(contents.isComplete());
            UnknownExtensionObject unknown = assertInstanceOf(
                    UnknownExtensionObject.class, contents.objects().get(0), object);
            assertEquals(b.limit() - 8, unknown.payload().length);
            assertEquals(IcmpExtension.objectClass(b, 4), unknown.classNumber());
        }
    }

    @Test
    void tooLongNameIsRefused() {
        InterfaceInformation info = new InterfaceInformation(0, -1, null, "x".repeat(64), -1);
        assertThrows(IllegalArgumentException.class, () -> info.encodePayload(ByteBuffer.allocate(100), 0));
    }

    @Property
    void decodedIsWhatWasEncoded(@ForAll("objects") List<IcmpExtensionObject> objects) {
        ByteBuffer b = ByteBuffer.allocate(2000);
        int length = IcmpExtension.encode(b, 0, objects);
        assertEquals(4, IcmpExtension.checkLength(b, 0, length));
        assertEquals(new IcmpExtension.Contents(objects, true), IcmpExtension.decode(b, 0, length));
    }

    @Property
    void randomBytesDoNoHarm(@ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(max = 255) int field) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        if (bytes.length > 8) {
            b.put(0, (byte) 11).put(5, (byte) field);
        }
        IcmpExtension.find(b, 0, bytes.length, false);
        IcmpExtension.search(b, 0, bytes.length, 0, false);
        if (bytes.length >= 4) {
            IcmpExtension.decode(b, 0, bytes.length);
        }
    }

    @Provide
    Arbitrary<List<IcmpExtensionObject>> objects() {
        Arbitrary<MplsLabelStack> stacks = Combinators.combine(
                        Arbitraries.integers().between(0, 0xfffff),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 255))
                .as(MplsLabelStack.Entry::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(MplsLabelStack::new);
        Arbitrary<InterfaceInformation> interfaces = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(-1, 0xffffffffL),
                        Arbitraries.of(null, new byte[4], new byte[16]),
                        Arbitraries.strings().alpha().ofMaxLength(63).injectNull(0.3),
                        Arbitraries.longs().between(-1, 0xffffffffL))
                .as(InterfaceInformation::new);
        Arbitrary<UnknownExtensionObject> unknown = Combinators.combine(
                        Arbitraries.integers().between(3, 255),
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(40))
                .as(UnknownExtensionObject::new);
        return Arbitraries.<IcmpExtensionObject>oneOf(List.of(stacks, interfaces, unknown))
                .list()
                .ofMaxSize(5);
    }
}
