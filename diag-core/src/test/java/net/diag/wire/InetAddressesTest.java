package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.Inet6Address;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InetAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "00000000000000000000000000010000, ::0.1.0.0",
        "0000000000000000000000000a000001, ::10.0.0.1",
        "00000000000000000000ffff0a000001, ::ffff:10.0.0.1",
        "00000000000000000000fffe0a000001, ::fffe:a00:1",
        "20010db8000000000000000000000001, 2001:db8::1",
        "20010db8000000010000000000000001, 2001:db8:0:1::1",
        "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
        "20010db8000100020003000400050000, 2001:db8:1:2:3:4:5:0",
        "00000db8000100020003000400050006, 0:db8:1:2:3:4:5:6",
        "fe800000000000000000000000000000, fe80::",
        "ff020000000000000000000000000002, ff02::2",
        "00010000000000000000000000000000, 1::",
        "0064ff9b0000000000000000c0000221, 64:ff9b::c000:221",
        "ffffffffffffffffffffffffffffffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "7f000001, 127.0.0.1",
        "fffefd00, 255.254.253.0",
    })
    void textIsThatOfGlibc(String hex, String text) {
        Octets.everyWay(hex, (b, off) -> assertEquals(text, InetAddresses.format(b, off, b.limit() - off)));
        assertArrayEquals(Octets.bytes(hex), InetAddresses.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1:2:3:4:5:6:7:8, 00010002000300040005000600070008",
        "1:2:3:4:5:6:1.2.3.4, 00010002000300040005000601020304",
        "::1:2:3:4:5:6:7, 00000001000200030004000500060007",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "FFFF::0a, ffff000000000000000000000000000a",
    })
    void otherTextsOfTheSame(String text, String hex) {
        assertArrayEquals(Octets.bytes(hex), InetAddresses.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "256.1.1.1",
                "01.2.3.4",
                "00.1.2.3",
                "1.2.3.4 ",
                "a.b.c.d",
                "0x7f.0.0.1",
                ":",
                ":::",
                "::1::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "::1%lo",
                "1:",
                ":1",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7::8",
                "::ffff:1.2.3.4.5",
                "::\uff11",
                "\uff11.2.3.4"
            })
    void whatIsNoAddress(String text) {
        assertNull(InetAddresses.parse(text));
    }

    @Property
    void ipv6TextReadsBack(@ForAll @Size(16) byte[] address, @ForAll @Size(16) boolean[] zero) {
        for (int i = 0; i < 16; i++) {
            if (zero[i / 2 * 2]) {
                address[i] = 0;
            }
        }
        assertArrayEquals(address, InetAddresses.parse(InetAddresses.format(address)));
    }

    @Property
    void ipv4TextReadsBack(@ForAll int address) {
        String text = InetAddresses.format(address);
        assertEquals(text, InetAddresses.format(InetAddresses.parse(text)));
    }

    @Property
    void randomTextDoesNoHarm(@ForAll String text) {
        InetAddresses.parse(text);
        InetAddresses.parse("::" + text);
    }

    @Test
    void mappedAddressStaysIpv6() {
        byte[] mapped = InetAddresses.parse("::ffff:10.0.0.1");
        Inet6Address address = assertInstanceOf(Inet6Address.class, InetAddresses.toInetAddress(mapped));
        assertEquals("::ffff:10.0.0.1", InetAddresses.format(address));
        assertThrows(IllegalArgumentException.class, () -> InetAddresses.toInetAddress(new byte[5]));
        assertThrows(IllegalArgumentException.class, () -> InetAddresses.format(new byte[5]));
    }
}
