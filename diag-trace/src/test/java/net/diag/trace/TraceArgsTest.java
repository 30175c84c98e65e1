package net.diag.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.diag.cli.ToolException;
import net.diag.sys.SockAddr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceArgsTest {
    private static TraceOptions parse(String line) throws ToolException {
        return TraceArgs.parse("traceroute", line.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "-Z x|Bad option `-Z' (argc 1)",
                "-w x h|Cannot handle `-w' option with arg `x' (argc 2)",
                "1.1.1.1 1 b|Extra arg `b' (position 3, argc 3)",
                "-q|Option `-q' (argc 1) requires an argument: `-q nqueries'",
                "1.1.1.1 65001|too big packetlen 65001 specified",
                "1.1.1.1 xx|Cannot handle \"packetlen\" cmdline arg `xx' on position 2 (argc 2)",
                "-w 1,2,3,4 h|Cannot handle `-w' option with arg `1,2,3,4' (argc 2)",
                "-q=1 h|Cannot handle `-q' option with arg `=1' (argc 1)",
                "--fwmark=x h|Cannot handle `--fwmark' option with arg `x' (argc 1)",
                "--nosuch h|Bad option `--nosuch' (argc 1)",
                "--mtu=3 h|Bad option `--mtu=3' (with arg `3') (argc 1)",
                "-ULn h|Bad option `-L' (argc 1)",
            })
    void complainsInTheOriginalsWords(String line, String message) {
        ToolException e = assertThrows(ToolException.class, () -> parse(line));
        assertEquals(message, e.getMessage());
        assertEquals(2, e.exitStatus());
    }

    @Test
    void takesValuesJoinedNextOrBehindEquals() throws ToolException {
        assertEquals(7, parse("-q7 h").queries);
        assertEquals(7, parse("-nq 7 h").queries);
        assertEquals(7, parse("--queries=7 h").queries);
        assertEquals(7, parse("--queries 7 h").queries);
        assertEquals(7, parse("--quer=7 h").queries);
        assertEquals(8, parse("-q 010 h").queries);
        assertEquals(2, parse("-q 0x2 h").queries);
    }

    @Test
    void onlyMaxSwitchesTheAdaptiveWaitOff() throws ToolException {
        TraceOptions o = parse("-w 2.5 h");
        assertEquals(2.5, o.waitMax);
        assertEquals(0, o.waitHere);
        assertEquals(0, o.waitNear);
        assertEquals(3, parse("-w 1/2/3 h").waitNear);
    }

    @Test
    void twoLettersMakeUdpLite() throws ToolException {
        assertEquals("udplite", parse("-UL h").module);
        assertEquals("udp", parse("-U h").module);
    }

    @Test
    void nameChoosesFamilyAndMethod() throws ToolException {
        assertEquals(SockAddr.AF_INET6, TraceArgs.parse("/usr/bin/traceroute6", new String[] {"h"}).family);
        assertEquals("tcp", TraceArgs.parse("tcptraceroute", new String[] {"h"}).module);
    }
}
