package net.diag.shell.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PipelineParserTest {
    private static List<Pipeline> parse(String s) throws SyntaxError {
        return PipelineParser.parse(s);
    }

    @Test
    void stagesAreJoinedByPipesAndStatementsBySemicolons() throws SyntaxError {
        List<Pipeline> all = parse("a b | c; d &\ne");
        assertEquals(3, all.size());
        assertEquals(2, all.get(0).stages().size());
        assertEquals("c", all.get(0).stages().get(1).name());
        assertTrue(all.get(1).background());
        assertFalse(all.get(2).background());
    }

    @Test
    void doubledBarsBelongToAnExpression() throws SyntaxError {
        Stage where = parse("x | where a || b && c").get(0).stages().get(1);
        assertEquals("a || b && c", where.argumentsText());
        assertEquals(10, where.argumentsStart());
    }

    @Test
    void quotesHoldPipesAndBlanks() throws SyntaxError {
        Stage s = parse("dump 'tcp port 80 | x' \"a \\\" b\" c\\ d")
                .get(0)
                .stages()
                .get(0);
        assertEquals("tcp port 80 | x", s.words().get(1).text());
        assertEquals("a \" b", s.words().get(2).text());
        assertEquals("c d", s.words().get(3).text());
    }

    @Test
    void openQuoteAndTrailingPipeAreIncomplete() {
        assertTrue(assertThrows(SyntaxError.class, () -> parse("echo 'a")).isIncomplete());
        SyntaxError e = assertThrows(SyntaxError.class, () -> parse("a |"));
        assertTrue(e.isIncomplete());
        assertEquals(2, e.column());
    }

    @Test
    void emptyStageIsPointedAt() {
        SyntaxError e = assertThrows(SyntaxError.class, () -> parse("a | | b"));
        assertFalse(e.isIncomplete());
        assertTrue(e.render("a | | b").endsWith("\n      ^"), e.render("a | | b"));
    }

    @Test
    void commentsAndContinuedLinesAreBlank() throws SyntaxError {
        List<Pipeline> all = parse("# nothing\na \\\n b # rest | c\n");
        assertEquals(1, all.size());
        assertEquals(2, all.get(0).stages().get(0).words().size());
    }

    @Property
    void anyTextParsesOrIsASyntaxError(@ForAll @StringLength(max = 60) String text) {
        try {
            for (Pipeline p : parse(text)) {
                for (Stage s : p.stages()) {
                    assertTrue(s.start() <= s.end() && s.end() <= text.length());
                    assertTrue(s.argumentsText().length() <= text.length());
                }
            }
        } catch (SyntaxError e) {
            assertTrue(e.column() >= 0 && e.column() <= text.length());
        }
    }
}
