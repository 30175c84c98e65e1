package net.diag.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.diag.cli.ManPageCheck;
import org.junit.jupiter.api.Test;

class ManPageTest {
    @Test
    void manualPageListsEveryOption() throws IOException {
        Path page = Path.of(System.getProperty("diag.root"), "man/diag-trace.8");
        assertEquals(List.of(), ManPageCheck.mistakes(TraceOptionTable.TABLE, Files.readString(page)));
    }
}
