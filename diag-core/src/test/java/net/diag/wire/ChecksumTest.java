package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    /** The example of RFC 1071 §3. */
    @Test
    void sumOfTheRfcsExample() {
        Octets.everyWay("0001 f203 f4f5 f6f7", (b, off) -> {
            assertEquals(0xddf2, Checksum.sum(b, off, 8));
            assertEquals(0x220d, Checksum.of(b, off, 8));
        });
    }

    @Test
    void nothingSumsToZero() {
        assertEquals(0, Checksum.sum(ByteBuffer.allocate(0), 0, 0));
        assertEquals(0xffff, Checksum.of(ByteBuffer.allocate(0), 0, 0));
    }

    @Test
    void oddLastByteIsTheHighOne() {
        Octets.everyWay("12", (b, off) -> assertEquals(0x1200, Checksum.sum(b, off, 1)));
        Octets.everyWay("0001 12", (b, off) -> assertEquals(0x1201, Checksum.sum(b, off, 3)));
    }

    /** An IPv4 header whose checksum is published in many textbooks. */
    @Test
    void knownIpv4Header() {
        Octets.everyWay("4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7", (b, off) -> {
            assertTrue(Ipv4.isChecksumValid(b, off));
            Ipv4.putChecksum(b, off);
            assertEquals(0xb861, Ipv4.checksum(b, off));
        });
    }

    @Test
    void zeroChecksumOfUdpBecomesOnes() {
        assertEquals(0xffff, Checksum.complementUdp(0xffff));
        assertEquals(0x0001, Checksum.complementUdp(0xfffe));
    }

    @Property
    void fastSumIsTheObviousOne(@ForAll byte[] bytes, @ForAll boolean littleEndian) {
        ByteOrder order = littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        assertEquals(obviousSum(bytes), Checksum.sum(ByteBuffer.wrap(bytes).order(order), 0, bytes.length));
    }

    private static int obviousSum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }

    @Test
    void largestPacketOfOnesDoesNotOverflow() {
        byte[] ones = new byte[65535];
        java.util.Arrays.fill(ones, (byte) 0xff);
        assertEquals(obviousSum(ones), Checksum.sum(ByteBuffer.wrap(ones), 0, ones.length));
    }

    @Property
    void updateIsTheSameAsTakingItAnew(
            @ForAll @Size(20) byte[] bytes,
            @ForAll @IntRange(max = 9) int word,
            @ForAll @IntRange(max = 0xffff) int now) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        int before = Checksum.of(b, 0, 20);
        int old = BigEndian.u16(b, word * 2);
        BigEndian.put16(b, word * 2, now);
        // RFC 1624 §3: the two may differ as one's complement zeros do, and only when all else is zero.
        int updated = Checksum.update(before, old, now);
        int anew = Checksum.of(b, 0, 20);
        assertTrue(updated == anew || updated + anew == 0xffff && (updated == 0 || anew == 0));
    }

    @Property
    void wordForSteersTheChecksum(@ForAll @Size(12) byte[] bytes, @ForAll @IntRange(min = 1, max = 0xfffe) int wanted) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        BigEndian.put16(b, 10, 0);
        BigEndian.put16(b, 10, Checksum.wordFor(wanted, Checksum.sum(b, 0, 12)));
        assertEquals(wanted, Checksum.of(b, 0, 12));
    }

    @Test
    void pseudoHeadersFromPacketAndFromAddressesAgree() {
        ByteBuffer v4 = Octets.of("4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7");
        assertEquals(Checksum.pseudoHeader4(0xc0a80001, 0xc0a800c7, 17, 95), Checksum.pseudoHeader4(v4, 0, 17, 95));
        assertEquals(obviousSum(Octets.bytes("c0a80001 c0a800c7 0011 005f")), Checksum.pseudoHeader4(v4, 0, 17, 95));
        String source = "20010db8 00000000 00000000 00000001";
        String destination = "fe800000 00000000 020000ff fe000002";
        ByteBuffer v6 = Octets.of("60000000 0008 3a40" + source + destination);
        int sum = obviousSum(Octets.bytes(source + destination + "00000008 0000003a"));
        assertEquals(sum, Checksum.pseudoHeader6(v6, 0, 58, 8));
        assertEquals(sum, Checksum.pseudoHeader6(Octets.bytes(source), Octets.bytes(destination), 58, 8));
    }
}
