package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IpOptionTextTest {
    private final IpOptionText text = new IpOptionText();

    private String of(int... octets) {
        byte[] b = new byte[octets.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) octets[i];
        }
        StringBuilder out = new StringBuilder();
        text.append(out, b, a -> net.diag.wire.InetAddresses.format(a));
        return out.toString();
    }

    @Test
    void routeIsListedOnceAndThenTheSame() {
        int[] route = {1, 7, 15, 12, 10, 0, 0, 1, 10, 0, 0, 2, 0, 0, 0, 0};
        assertEquals("\nNOP\nRR: \t10.0.0.1\n\t10.0.0.2\n", of(route));
        assertEquals("\nNOP\t(same route)", of(route));
    }

    @Test
    void timeStampsAreDifferences() {
        assertEquals(
                "\nTS: \t1000 absolute\n\t5\nUnrecorded hops: 2\n", of(68, 12, 13, 0x20, 0, 0, 3, 0xe8, 0, 0, 3, 0xed));
    }

    @Test
    void nonStandardTimeIsMarked() {
        assertEquals("\nTS: \t7 absolute not-standard\n", of(68, 8, 9, 0, 0x80, 0, 0, 7));
    }

    @Test
    void unknownOptionIsNamedByItsNumber() {
        assertEquals("\nunknown option 94", of(0x94, 4, 0, 0));
    }

    @Test
    void anOverlongOptionEndsIt() {
        assertEquals("", of(7, 39, 4));
        assertEquals("", of(7));
    }

    @Property
    void anyBytesAreSafe(@ForAll @Size(max = 60) byte[] options) {
        new IpOptionText().append(new StringBuilder(), options, a -> "x");
    }
}
