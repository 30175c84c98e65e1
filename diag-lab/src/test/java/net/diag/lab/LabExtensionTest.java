package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class LabExtensionTest {
    @Test
    void runsWhenNothingIsMissing() {
        assertFalse(LabExtension.decide(null, true).isDisabled());
        assertFalse(LabExtension.decide(null, false).isDisabled());
    }

    @Test
    void skipsWithAReason() {
        ConditionEvaluationResult skipped = LabExtension.decide("no ping", false);
        assertTrue(skipped.isDisabled());
        assertEquals("no ping", skipped.getReason().orElse(""));
    }

    @Test
    void failsWhereSkippingWouldHideIt() {
        LabException failure = assertThrows(LabException.class, () -> LabExtension.decide("no ping", true));
        assertTrue(failure.getMessage().contains("no ping"));
    }
}
