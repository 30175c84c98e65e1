package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorPolicyTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // NO_COLOR, CLICOLOR_FORCE, TERM, terminal, expected
                "-, -, xterm, true, true",
                "-, -, xterm, false, false",
                "-, -, dumb, true, false",
                "1, -, xterm, true, false",
                "'', -, xterm, true, true",
                "-, 1, xterm, false, true",
                "-, 0, xterm, false, false",
                "1, 1, xterm, true, false",
            })
    void autoFollowsTheEnvironment(String noColor, String force, String term, boolean terminal, boolean expected) {
        Map<String, String> variables = new HashMap<>();
        variables.put("NO_COLOR", noColor);
        variables.put("CLICOLOR_FORCE", force);
        variables.put("TERM", term);
        Environment e = new Environment(variables, false, terminal, false, 0, 0);
        assertEquals(expected, ColorPolicy.AUTO.isEnabled(e));
        assertTrue(ColorPolicy.ALWAYS.isEnabled(e));
        assertFalse(ColorPolicy.NEVER.isEnabled(e));
    }

    @Test
    void everyRoleHasAColorAndPlainHasNone() {
        for (Palette.Role role : Palette.Role.values()) {
            assertTrue(Palette.of(true).paint(role, "x").matches("\u001b\\[[0-9;]+m.*x\u001b\\[m"), role.name());
            assertEquals("x", Palette.of(false).paint(role, "x"));
        }
    }
}
