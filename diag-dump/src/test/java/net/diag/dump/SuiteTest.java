package net.diag.dump;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example suite of the tcpdump project, as far as it is exact now; the floor only rises. */
class SuiteTest {
    private static final int FLOOR = 40;

    @Test
    void theSuiteIsAsExactAsItWasAndNothingIsThrown() throws IOException {
        Path folder = Path.of("src/test/resources/tcpdump-suite");
        int passed = 0;
        List<String> thrown = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (SuiteCase test : SuiteCase.all(folder)) {
            SuiteCase.Result result = test.run();
            if (result.failure() != null) {
                thrown.add(test.name() + ": " + result.failure());
            }
            if (test.passes(result)) {
                passed++;
            } else {
                failed.add(test.name());
            }
        }
        assertTrue(thrown.isEmpty(), () -> "exceptions: " + thrown);
        int exact = passed;
        assertTrue(exact >= FLOOR, () -> "only " + exact + " exact; failing: " + failed);
    }
}
