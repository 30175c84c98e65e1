package net.diag.ping.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.diag.cli.ToolException;
import org.junit.jupiter.api.Test;

class TargetRangeTest {
    private static List<String> names(String range, String last) throws ToolException {
        List<SweepTarget> all = new ArrayList<>();
        TargetRange.generate(range, last, all);
        List<String> names = new ArrayList<>();
        for (SweepTarget t : all) {
            names.add(t.name());
        }
        return names;
    }

    @Test
    void prefixLeavesOutNetworkAndBroadcastAddress() throws ToolException {
        assertEquals(List.of("10.0.0.1", "10.0.0.2"), names("10.0.0.3/30", null));
        assertEquals(List.of("10.0.0.0", "10.0.0.1"), names("10.0.0.0/31", null));
        assertEquals(List.of("10.0.0.7"), names("10.0.0.7/32", null));
        assertEquals(65534, names("127.0.0.0/16", null).size());
    }

    @Test
    void rangeRunsAcrossOctets() throws ToolException {
        assertEquals(List.of("10.0.0.255", "10.0.1.0"), names("10.0.0.255", "10.0.1.0"));
        assertEquals(List.of("fd00::ffff", "fd00::1:0"), names("fd00::ffff-fd00::1:0", null));
    }

    @Test
    void wrongRangesAreRefused() {
        assertThrows(ToolException.class, () -> names("10.0.0.0/0", null));
        assertThrows(ToolException.class, () -> names("10.0.0.0/33", null));
        assertThrows(ToolException.class, () -> names("10.0.0.0/8", null));
        assertThrows(ToolException.class, () -> names("10.0.0.2", "10.0.0.1"));
        assertThrows(ToolException.class, () -> names("10.0.0.2", "fd00::1"));
        assertThrows(ToolException.class, () -> names("host", null));
    }

    @Test
    void listTakesFirstWordsAndPassesOverComments() throws Exception {
        BufferedReader lines = new BufferedReader(new StringReader("a b\n\n# no\n  c\t# d\n"));
        assertEquals(List.of("a", "c"), TargetNames.read(lines));
    }
}
