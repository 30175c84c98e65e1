package net.diag.netstat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.diag.cli.ManPageCheck;
import org.junit.jupiter.api.Test;

class NetstatOptionTableTest {
    @Test
    void manualPageListsEveryOption() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("diag.root"), "man/diag-netstat.8"));
        assertEquals(List.of(), ManPageCheck.mistakes(NetstatOptionTable.TABLE, page));
    }
}
