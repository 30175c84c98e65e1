package net.diag.shell.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.diag.shell.exec.Executor;
import net.diag.shell.exec.Session;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private final Suggestions suggestions = new Suggestions(new Executor(new Session()));

    private List<String> at(String line) {
        List<String> values = new ArrayList<>();
        for (Suggestion s : suggestions.at(LineContext.at(line, line.length()))) {
            values.add(s.value());
        }
        return values;
    }

    @Test
    void firstWordIsAToolOrACommandButNoVerb() {
        List<String> all = at("");
        assertTrue(all.contains("ping"));
        assertTrue(all.contains("let"));
        assertFalse(all.contains("where"));
    }

    @Test
    void afterAPipeVerbsAndToolsThatTakeHosts() {
        List<String> all = at("ping ::1 | ");
        assertTrue(all.contains("where"));
        assertTrue(all.contains("trace"));
        assertFalse(all.contains("let"));
    }

    @Test
    void optionsOfTheTool() {
        assertTrue(at("ping --").contains("--json"));
        assertFalse(at("ping --").contains("-c"));
        assertTrue(at("ping -").contains("-c"));
    }

    @Test
    void optionsArgumentIsCompletedByItsKind() {
        assertTrue(at("ping -I ").contains("lo"));
        assertTrue(at("ping -nI ").contains("lo"));
        assertFalse(at("ping -c ").contains("lo"));
    }

    @Test
    void fieldsAfterWhereThenOperatorsThenConnectives() {
        assertTrue(at("ping ::1 | where ").contains("rtt"));
        assertTrue(at("ping ::1 | where rt").contains("rtt"));
        List<String> operators = at("ping ::1 | where rtt ");
        assertTrue(operators.contains(">"));
        assertFalse(operators.contains("rtt"));
        assertEquals(List.of("and", "or"), at("ping ::1 | where rtt > 5ms "));
        assertTrue(at("ping ::1 | where rtt > 5ms and ").contains("ttl"));
    }

    @Test
    void selectedFieldsAreWhatReachesTheNextStage() {
        List<String> all = at("ping ::1 | select rtt,ttl | sort ");
        assertEquals(List.of("rtt", "ttl"), all);
        assertEquals(List.of("-rtt", "-ttl"), at("ping ::1 | select rtt,ttl | sort -"));
    }

    @Test
    void fieldIsNotOfferedTwice() {
        assertFalse(at("ping ::1 | select rtt ").contains("rtt"));
        assertTrue(at("ping ::1 | select rtt,").contains("rtt,ttl"));
    }

    @Test
    void useNamesNamespaces() {
        assertEquals(List.of("netns"), at("use "));
    }

    @Test
    void filterKeywordsAndWhatFollowsThem() {
        FilterSuggestions filter = new FilterSuggestions(new ValueSources(new Session()));
        List<String> values = new ArrayList<>();
        for (Suggestion s : filter.at("tcp and ", "'tcp and ")) {
            values.add(s.value());
        }
        assertTrue(values.contains("tcp and port"));
        assertFalse(
                filter.at("port ", "'port ").stream().anyMatch(s -> s.value().equals("port host")));
    }

    @Test
    void wordsBehindTimeAndWatchAreACommand() {
        assertTrue(at("time ").contains("ping"));
        assertTrue(at("watch 2s pi").contains("ping"));
        assertTrue(at("watch 2s ping --j").contains("--json"));
    }

    @Test
    void secretsStayOutOfTheHistory() {
        assertTrue(Secrets.isIn("dump -E secret@1.2.3.4"));
        assertTrue(Secrets.isIn("! curl http://me:pw@host/"));
        assertFalse(Secrets.isIn("ping -c 3 10.0.0.1"));
    }
}
