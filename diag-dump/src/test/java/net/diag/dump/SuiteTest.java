package net.diag.dump;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example suite of the tcpdump project, as far as it is exact now; the floor only rises. */
class SuiteTest {
    private static final int FLOOR = 150;

    @Test
    void theSuiteIsAsExactAsItWasAndNothingIsThrown() throws IOException {
        Path folder = Path.of("src/test/resources/tcpdump-suite");
        int passed = 0;
        List<String> thrown = new ArrayList<>();
        int total = 0;
        for (SuiteCase test : SuiteCase.all(folder)) {
            total++;
            SuiteCase.Result result = test.run();
            if (result.failure() != null) {
                thrown.add(test.name() + ": " + result.failure());
            }
            if (test.passes(result)) {
                passed++;
            }
        }
        assertTrue(thrown.isEmpty(), () -> "exceptions: " + thrown);
        int exact = passed;
        System.out.println("tcpdump example suite: " + exact + " of " + total + " exact");
        assertTrue(exact >= FLOOR, () -> "only " + exact + " exact; SuiteScore -d shows the differences");
    }
}
