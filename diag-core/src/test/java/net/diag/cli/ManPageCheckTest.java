package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.diag.record.TextBuffer;
import org.junit.jupiter.api.Test;

class ManPageCheckTest {
    private static String page() {
        TextBuffer b = new TextBuffer();
        ManPageFace.printOptions(b, SampleTool.TABLE);
        return ".TH DIAG-SAMPLE 8\n.SH NAME\ndiag-sample \\- show packets\n" + b + ".SH SEE ALSO\n.BR ping (8)\n";
    }

    @Test
    void theGeneratedPartAgrees() {
        assertEquals(List.of(), ManPageCheck.mistakes(SampleTool.TABLE, page()));
    }

    @Test
    void fontMacrosAreUnderstood() {
        String page = page().replace(
                        "\\fB\\-c\\fR, \\fB\\-\\-count\\fR=\\fIN\\fR", ".BR \\-c \", \" \\-\\-count = \\fIN\\fR")
                .replace("\\fB\\-M\\fR \\fIHINT\\fR", ".BI \"\\-M \" HINT")
                .replace("\\fB\\-v\\fR, \\fB\\-\\-verbose\\fR", ".B \\-v, \\-\\-verbose");
        assertEquals(List.of(), ManPageCheck.mistakes(SampleTool.TABLE, page));
    }

    @Test
    void differencesAreFound() {
        assertEquals(
                List.of(
                        "the entry '-c=N' lacks --count",
                        "the entry '-c=N' doesn't say its unit packets",
                        "the entry '-I, --interface' lacks its argument NAME",
                        "the page lacks -v, --verbose",
                        "the page lists --loud, which is no option"),
                ManPageCheck.mistakes(
                        SampleTool.TABLE,
                        page().replace(", \\fB\\-\\-count\\fR=", "=")
                                .replace("N packets (default 2 packets)", "N (default 2)")
                                .replace("=\\fINAME\\fR", "")
                                .replace("\\fB\\-v\\fR, \\fB\\-\\-verbose\\fR", "\\fB\\-\\-loud\\fR")));
    }
}
