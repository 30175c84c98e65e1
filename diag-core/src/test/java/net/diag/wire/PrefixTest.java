package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {
    @ParameterizedTest
    @CsvSource({
        "10.213.7.9/16, 10.213.0.0/16",
        "10.0.0.1, 10.0.0.1/32",
        "255.255.255.255/0, 0.0.0.0/0",
        "2001:db8:ffff::1/33, 2001:db8:8000::/33",
        "2001:db8::ffff/127, 2001:db8::fffe/127",
        "::1, ::1/128",
        "ffff::/64, ffff::/64",
        "ffff::/0, ::/0",
    })
    void hostBitsAreDropped(String text, String prefix) {
        assertEquals(prefix, Prefix.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10/8",
                "10.0.0.0/+8",
                "10.0.0.0/0008",
                "host/8"
            })
    void whatIsNoPrefix(String text) {
        assertNull(Prefix.parse(text));
    }

    @Test
    void contains() {
        Prefix net = Prefix.parse("10.213.0.0/16");
        assertTrue(net.contains(InetAddresses.parse("10.213.255.255")));
        assertFalse(net.contains(InetAddresses.parse("10.214.0.0")));
        assertFalse(net.contains(InetAddresses.parse("::10.213.0.1")));
        assertTrue(net.contains(Prefix.parse("10.213.4.0/24")));
        assertTrue(net.contains(net));
        assertFalse(net.contains(Prefix.parse("10.0.0.0/8")));
        assertTrue(Prefix.parse("::/0").contains(InetAddresses.parse("ffff::1")));
        assertFalse(Prefix.parse("::/0").contains(Prefix.parse("0.0.0.0/0")));
    }

    @Test
    void addresses() {
        Prefix net = Prefix.parse("10.213.0.0/16");
        assertEquals(65536, net.size());
        assertEquals("10.213.1.0", InetAddresses.format(net.address(256)));
        assertEquals(1L << 32, Prefix.parse("0.0.0.0/0").size());
        assertEquals(
                "255.255.255.255",
                InetAddresses.format(Prefix.parse("0.0.0.0/0").address((1L << 32) - 1)));
        assertEquals(Long.MAX_VALUE, Prefix.parse("::/64").size());
        assertEquals(4, Prefix.parse("fd00::/126").size());
        assertEquals("fd00::3", InetAddresses.format(Prefix.parse("fd00::/126").address(3)));
    }

    @Test
    void lengthIsChecked() {
        assertThrows(IllegalArgumentException.class, () -> Prefix.of(new byte[4], 33));
        assertThrows(IllegalArgumentException.class, () -> Prefix.of(new byte[16], -1));
    }

    @Property
    void holdsItsOwnAddressesAndNoOthers(
            @ForAll @Size(16) byte[] address,
            @ForAll @IntRange(max = 128) int length,
            @ForAll @IntRange(max = 127) int bit) {
        Prefix prefix = Prefix.of(address, length);
        assertTrue(prefix.contains(address));
        address[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        assertEquals(bit >= length, prefix.contains(address));
        assertEquals(prefix, Prefix.parse(prefix.toString()));
    }
}
