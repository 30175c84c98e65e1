package net.diag.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.diag.cli.ManPageCheck;
import org.junit.jupiter.api.Test;

class DumpTableTest {
    @Test
    void manualPageTellsOfEveryOption() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("diag.root"), "man/diag-dump.8"));
        assertEquals(List.of(), ManPageCheck.mistakes(DumpTable.TABLE, page));
    }
}
