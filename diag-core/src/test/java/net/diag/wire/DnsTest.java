package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, names and records of the DNS. */
class DnsTest {
    private static final String QUERY = "1234 0100 0001 0000 0000 0000 03777777 076578616d706c65 00 0001 0001";
    /** The response with a compressed owner, an alias whose target is compressed in its data, and a mail exchanger. */
    private static final String RESPONSE = "1234 8180 0001 0003 0000 0000 03777777 076578616d706c65 00 0001 0001"
            + "c00c 0005 0001 00000e10 0006 0361 6161 c010" // alias at 29, data at 41
            + "c029 0001 0001 ffffffff 0004 c0000201"
            + "c010 000f 0001 00000001 0006 000a 01 6d c010";

    @Test
    void query() {
        Octets.encodes(QUERY, b -> assertEquals(29, Dns.encodeQuery(b, 0, 0x1234, "www.example", DnsType.A)));
        DnsMessage message = decode(QUERY);
        assertTrue(message.isComplete());
        assertFalse(message.isResponse());
        assertEquals(List.of(new DnsMessage.Question("www.example", DnsType.A, Dns.CLASS_IN)), message.questions());
        Octets.everyTruncation(QUERY, 12, Dns::checkLength);
    }

    private static DnsMessage decode(String hex) {
        ByteBuffer b = Octets.of(hex);
        return DnsMessage.decode(b, 0, b.limit());
    }

    @Test
    void responseWithCompressedNames() {
        DnsMessage message = decode(RESPONSE);
        assertTrue(message.isComplete() && message.isResponse());
        assertEquals(Dns.NOERROR, message.rcode());
        assertEquals(
                DnsRecord.target("www.example", DnsType.CNAME, 3600, "aaa.example"),
                message.answers().get(0));
        assertEquals("aaa.example", message.answers().get(0).target());
        assertEquals(
                DnsRecord.address("aaa.example", 0xffffffffL, Octets.bytes("c0000201")),
                message.answers().get(1));
        assertEquals(
                "000a 016d 076578616d706c65 00".replace(" ", ""),
                hex(message.answers().get(2).data()));
    }

    private static String hex(byte[] bytes) {
        return Octets.hex(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    @Test
    void headerFields() {
        Octets.everyWay(RESPONSE, (b, off) -> {
            assertEquals(0x1234, Dns.id(b, off));
            assertTrue(Dns.isResponse(b, off));
            assertEquals(0, Dns.opcode(b, off));
            assertEquals(0, Dns.rcode(b, off));
            assertEquals(1, Dns.questions(b, off));
            assertEquals(3, Dns.answers(b, off));
            assertEquals(0, Dns.authorities(b, off) + Dns.additionals(b, off));
        });
    }

    @Test
    void cutMessageKeepsWhatCameBefore() {
        byte[] whole = Octets.bytes(RESPONSE);
        int complete = 0;
        for (int length = 0; length <= whole.length; length++) {
            DnsMessage message =
                    DnsMessage.decode(ByteBuffer.wrap(whole, 0, length).slice(), 0, length);
            if (length < 12) {
                assertNull(message);
            } else {
                complete += message.isComplete() ? 1 : 0;
                assertTrue(message.answers().size() <= 3);
            }
        }
        assertEquals(1, complete);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c000", // to itself
                "c002 c000", // forward, and back
                "0161 c000", // to its own start
                "0161 c002", // to itself, behind a label
                "c0",
                "40",
                "80",
                "3f",
                "0361"
            })
    void loopsAndCutsAreNoNames(String hex) {
        ByteBuffer b = Octets.of(hex);
        assertNull(DnsName.decode(b, 0, b.limit(), 0));
    }

    @Test
    void pointerChainBackwardsIsFine() {
        ByteBuffer b = Octets.of("00 0161 c000 0162 c001 c005");
        assertEquals("b.a", DnsName.decode(b, 0, b.limit(), 9));
        assertEquals(11, DnsName.skip(b, 9, b.limit()));
        assertEquals(5, DnsName.skip(b, 1, b.limit()));
        assertEquals(-1, DnsName.skip(b, 9, 10));
    }

    @Test
    void nameOf256OctetsIsTooLong() {
        String label = "3f" + "61".repeat(63);
        ByteBuffer longest = Octets.of(label.repeat(3) + "3d" + "61".repeat(61) + "00");
        assertEquals(255, longest.limit());
        assertNotNull(DnsName.decode(longest, 0, 255, 0));
        assertEquals(255, DnsName.skip(longest, 0, 255));
        ByteBuffer tooLong = Octets.of(label.repeat(3) + "3e" + "61".repeat(62) + "00");
        assertNull(DnsName.decode(tooLong, 0, 256, 0));
    }

    @Test
    void controlCharactersInNamesAreEscaped() {
        ByteBuffer b = Octets.of("05 1b5b2e5c20 02 c3a9 00");
        assertEquals("\\027[\\.\\\\\\032.\\195\\169", DnsName.decode(b, 0, b.limit(), 0));
        Octets.encodes("05 1b5b2e5c20 02 c3a9 00", out -> DnsName.encode(out, 0, "\\027[\\.\\\\\\032.\\195\\169."));
    }

    @Test
    void encodeNames() {
        Octets.encodes("00", b -> assertEquals(1, DnsName.encode(b, 0, ".")));
        Octets.encodes("00", b -> assertEquals(1, DnsName.encode(b, 0, "")));
        Octets.encodes("0161 00", b -> assertEquals(3, DnsName.encode(b, 0, "a.")));
        Octets.encodes("02612e 00", b -> assertEquals(4, DnsName.encode(b, 0, "a\\.")));
        ByteBuffer b = ByteBuffer.allocate(300);
        String label = "a".repeat(63);
        assertEquals(255, DnsName.encode(b, 0, label + "." + label + "." + label + "." + "a".repeat(61)));
        for (String wrong : new String[] {
            "a..b",
            ".a",
            "a".repeat(64),
            label + "." + label + "." + label + "." + "a".repeat(62),
            "a.".repeat(200),
            ".."
        }) {
            assertThrows(IllegalArgumentException.class, () -> DnsName.encode(b, 0, wrong), wrong);
        }
    }

    @Test
    void reverseNames() {
        assertEquals("1.2.0.192.in-addr.arpa", DnsName.reverse(InetAddresses.parse("192.0.2.1")));
        assertEquals(
                "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
                DnsName.reverse(InetAddresses.parse("2001:db8::1")));
    }

    @Test
    void textRecords() {
        DnsRecord record = DnsRecord.text("as.example", 60, "64500 | 192.0.2.0/24");
        assertEquals(List.of("64500 | 192.0.2.0/24"), record.texts());
        assertEquals(2, DnsRecord.text("x", 60, "y".repeat(300)).texts().size());
        assertEquals(List.of(""), DnsRecord.text("x", 60, "").texts());
        assertEquals(List.of("a"), new DnsRecord("x", DnsType.TXT, 1, 0, Octets.bytes("0161 0561")).texts());
    }

    @Test
    void countsAreNotTrusted() {
        DnsMessage message = decode("0001 8000 ffff ffff ffff ffff");
        assertFalse(message.isComplete());
        ByteBuffer many = ByteBuffer.allocate(12 + 1000 * 11);
        BigEndian.put16(many, Dns.ANSWERS_OFFSET, 1000);
        DnsMessage capped = DnsMessage.decode(many, 0, many.limit());
        assertEquals(DnsMessage.MAX_RECORDS, capped.answers().size());
        assertFalse(capped.isComplete());
    }

    @Test
    void unknownTypeKeepsItsNumber() {
        assertEquals("TYPE65280", DnsType.name(65280));
        assertEquals("AAAA", DnsType.name(28));
    }

    @Test
    void responseAnswersItsQuery() {
        DnsMessage response = decode(QUERY).respond(Dns.NXDOMAIN, List.of());
        assertEquals(0x1234, response.id());
        assertEquals(Dns.NXDOMAIN, response.rcode());
        assertTrue(response.isResponse());
        assertEquals("www.example", response.questions().get(0).name());
    }

    @Property
    void decodedIsWhatWasEncoded(
            @ForAll @Size(max = 4) List<@AlphaChars @StringLength(min = 1, max = 63) String> labels,
            @ForAll @StringLength(max = 600) String text) {
        String joined = String.join(".", labels);
        String name = joined.isEmpty()
                ? "."
                : joined.substring(0, Math.min(joined.length(), 250)).replaceAll("\\.$", "");
        DnsMessage message = new DnsMessage(
                7,
                Dns.QR,
                List.of(new DnsMessage.Question(name, DnsType.TXT, Dns.CLASS_IN)),
                List.of(DnsRecord.text(name, 1, text), DnsRecord.target(name, DnsType.PTR, 2, name)),
                List.of(DnsRecord.address(name, 3, new byte[4])),
                List.of(DnsRecord.address(name, 4, new byte[16])),
                true);
        ByteBuffer b = ByteBuffer.allocate(10000);
        int length = message.encode(b, 0);
        assertEquals(message, DnsMessage.decode(b, 0, length));
    }

    @Property
    void randomBytesDoNoHarm(@ForAll @Size(min = 12, max = 300) byte[] bytes) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        BigEndian.put64(b, Dns.QUESTIONS_OFFSET, 0x0001_0005_0005_0005L);
        DnsMessage message = DnsMessage.decode(b, 0, bytes.length);
        for (DnsRecord record : message.answers()) {
            record.target();
            record.texts();
        }
    }
}
