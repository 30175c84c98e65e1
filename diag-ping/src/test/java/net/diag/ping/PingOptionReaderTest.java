package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.diag.cli.ToolException;
import org.junit.jupiter.api.Test;

class PingOptionReaderTest {
    private final PingOptions options = new PingOptions();

    private PingOptionReader reader(boolean privileged) {
        return new PingOptionReader(options, privileged, null);
    }

    private String failure(boolean privileged, char letter, String value, int status) {
        ToolException e =
                assertThrows(ToolException.class, () -> reader(privileged).take(letter, value));
        assertEquals(status, e.exitStatus());
        return e.getMessage();
    }

    @Test
    void intervalIsKeptInWholeMilliseconds() throws Exception {
        reader(true).take('i', "0.0019");
        assertEquals(1, options.intervalMillis);
        reader(true).take('i', ".2");
        assertEquals(200, options.intervalMillis);
    }

    @Test
    void badTimesAreRefusedInIputilsWords() {
        assertEquals("bad timing interval: -1", failure(true, 'i', "-1", 2));
        assertEquals("bad timing interval: 9999999", failure(true, 'i', "9999999", 2));
        assertEquals("bad linger time: -1", failure(true, 'W', "-1", 2));
        assertEquals("bad timing interval: nan: Numerical result out of range", failure(true, 'i', "nan", 2));
    }

    @Test
    void sourcesAddUp() throws Exception {
        PingOptionReader r = reader(true);
        r.take('I', "eth0");
        r.take('I', "10.0.0.1");
        assertEquals("eth0", options.device);
        assertArrayEquals(new byte[] {10, 0, 0, 1}, options.source4);
        r.take('I', "fe80::1%eth1");
        assertEquals("eth1", options.device);
        assertEquals(16, options.source6.length);
        assertEquals("invalid source address: ::g", failure(true, 'I', "::g", 2));
    }

    @Test
    void trafficClassIsDecimalOrHexadecimal() throws Exception {
        reader(true).take('Q', "0xff");
        assertEquals(255, options.tos);
        assertEquals("bad TOS value: 0xg", failure(true, 'Q', "0xg", 2));
        assertEquals("the decimal value of TOS bits must be in range 0-255: 300", failure(true, 'Q', "300", 2));
    }

    @Test
    void onlyRootMayPreloadMuch() throws Exception {
        assertEquals("cannot set preload to value greater than 3: 4", failure(false, 'l', "4", 2));
        reader(true).take('l', "4");
        assertEquals(4, options.preload);
    }

    @Test
    void familiesExcludeEachOther() throws Exception {
        PingOptionReader r = reader(true);
        r.take('4', null);
        r.take('4', null);
        assertThrows(PingException.class, () -> r.take('6', null));
    }

    @Test
    void recordRouteAndTimestampExcludeEachOther() throws Exception {
        PingOptionReader r = reader(true);
        r.take('R', null);
        assertThrows(PingException.class, () -> r.take('T', "tsonly"));
    }

    @Test
    void patternsAreHexadecimal() throws Exception {
        reader(true).take('p', "abc");
        assertEquals("PATTERN: 0xab0c\n", options.pattern.line());
        reader(true).take('p', "0123456789abcdef0123456789abcdef01");
        assertEquals(16, options.pattern.bytes().length);
        assertEquals("patterns must be specified as hex digits: xyz", failure(true, 'p', "xyz", 2));
    }

    @Test
    void flowLabelsHaveTwentyBits() throws Exception {
        reader(true).take('F', "0xfffff");
        assertEquals(0xfffff, options.flowLabel);
        assertEquals("flow value is greater than 20 bits: 0xfffff1", failure(true, 'F', "0xfffff1", 2));
        assertEquals("bad value for flowinfo: zz", failure(true, 'F', "zz", 2));
    }

    @Test
    void nodeInformationQueriesOfTwoKindsConflict() throws Exception {
        PingOptionReader r = reader(true);
        r.take('N', "name");
        ToolException e = assertThrows(ToolException.class, () -> r.take('N', "ipv6"));
        assertEquals("Qtype conflict", e.getMessage().lines().findFirst().orElseThrow());
    }
}
