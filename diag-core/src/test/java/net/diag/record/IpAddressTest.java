package net.diag.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:0, ::",
        "::1, ::1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "1:0:0:2:0:0:3:4, 1::2:0:0:3:4",
        "fe80::, fe80::",
        "::ffff:10.0.0.1, ::ffff:10.0.0.1",
        "::10.0.0.1, ::10.0.0.1",
        "64:ff9b::10.0.0.1, 64:ff9b::a00:1",
        "fe80::1%eth0, fe80::1%eth0",
        "255.255.255.255, 255.255.255.255",
        "0.0.0.0, 0.0.0.0",
    })
    void printsAsRfc5952(String text, String canonical) {
        assertEquals(canonical, IpAddress.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1..2.3",
                ".1.2.3.4",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::",
                "::1%",
                "1:2:3:4:5:6:7::8",
                "::1.2.3",
                "1.2.3.4::",
                ":1::2",
                "1:",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1/64",
                "\u0661.2.3.4"
            })
    void refusesWhatInetPtonRefuses(String text) {
        assertNull(IpAddress.parse(text));
    }

    @Property
    void bytesRoundTripThroughText(@ForAll @Size(16) byte[] b) throws UnknownHostException {
        IpAddress a = IpAddress.of(b);
        assertArrayEquals(b, a.toBytes());
        assertEquals(a, IpAddress.parse(a.toString()));
        assertArrayEquals(
                InetAddress.getByName(a.toString()).getAddress().length == 4 ? tail(b) : b,
                InetAddress.getByName(a.toString()).getAddress());
    }

    private static byte[] tail(byte[] b) {
        return java.util.Arrays.copyOfRange(b, 12, 16);
    }

    @Property
    void sparseAddressesRoundTrip(@ForAll @IntRange(max = 255) int mask, @ForAll @Size(8) short[] groups) {
        byte[] b = new byte[16];
        for (int i = 0; i < 8; i++) {
            if ((mask >> i & 1) != 0) {
                b[2 * i] = (byte) (groups[i] >> 8);
                b[2 * i + 1] = (byte) groups[i];
            }
        }
        IpAddress a = IpAddress.of(b);
        assertEquals(a, IpAddress.parse(a.toString()));
        assertFalse(a.toString().contains(":::"));
    }

    @Property
    void v4RoundTrips(@ForAll int bits) throws UnknownHostException {
        IpAddress a = IpAddress.v4(bits);
        assertEquals(InetAddress.getByAddress(a.toBytes()).getHostAddress(), a.toString());
        assertEquals(a, IpAddress.parse(a.toString()));
        assertEquals(a, IpAddress.of(InetAddress.getByAddress(a.toBytes())));
    }

    @Property
    void prefixContainsWhatSharesItsBits(
            @ForAll @Size(16) byte[] x,
            @ForAll @Size(16) byte[] y,
            @ForAll @IntRange(max = 128) int length,
            @ForAll boolean near) {
        byte[] other = y.clone();
        if (near) {
            System.arraycopy(x, 0, other, 0, length / 8);
        }
        IpPrefix p = IpPrefix.of(IpAddress.of(x), length);
        BigInteger a = new BigInteger(1, x).shiftRight(128 - length);
        BigInteger b = new BigInteger(1, other).shiftRight(128 - length);
        assertEquals(a.equals(b), p.contains(IpAddress.of(other)));
        assertEquals(p, IpPrefix.parse(p.toString()));
    }

    @Property
    void v4PrefixContainsWhatSharesItsBits(@ForAll int x, @ForAll int y, @ForAll @IntRange(max = 32) int length) {
        IpPrefix p = IpPrefix.of(IpAddress.v4(x), length);
        int other = length == 0 ? y : x & (-1 << (32 - length)) | (length == 32 ? 0 : y >>> length);
        assertTrue(p.contains(IpAddress.v4(other)));
        boolean same = length == 0 || (x ^ y) >>> (32 - length) == 0;
        assertEquals(same, p.contains(IpAddress.v4(y)));
    }

    @Test
    void prefixesParse() {
        assertNotNull(IpPrefix.parse("0.0.0.0/0"));
        assertEquals(128, IpPrefix.parse("::1").length());
        assertNull(IpPrefix.parse("10.0.0.0/33"));
        assertNull(IpPrefix.parse("10.0.0.0/"));
        assertNull(IpPrefix.parse("10.0.0.0/-1"));
        assertNull(IpPrefix.parse("10.0.0.0/0008"));
        assertNull(IpPrefix.parse("10.0.0.0/8x"));
        assertFalse(IpPrefix.parse("::/0").contains(IpAddress.parse("1.2.3.4")));
        assertTrue(IpPrefix.parse("10.0.0.0/8").contains(IpPrefix.parse("10.1.0.0/16")));
        assertFalse(IpPrefix.parse("10.1.0.0/16").contains(IpPrefix.parse("10.0.0.0/8")));
    }

    @Test
    void v4SortsBeforeV6AndUnsigned() {
        assertTrue(IpAddress.parse("255.0.0.0").compareTo(IpAddress.parse("::")) < 0);
        assertTrue(IpAddress.parse("200.0.0.0").compareTo(IpAddress.parse("100.0.0.0")) > 0);
        assertTrue(IpAddress.parse("ff00::").compareTo(IpAddress.parse("1::")) > 0);
    }
}
