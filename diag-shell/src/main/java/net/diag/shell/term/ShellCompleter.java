package net.diag.shell.term;

import java.util.List;
import net.diag.record.Escape;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Gives JLine all suggestions; it matches them with what is typed. */
final class ShellCompleter implements Completer {
    private final Suggestions suggestions;

    ShellCompleter(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (Suggestion s : suggestions.at(LineContext.at(line.line(), line.cursor()))) {
            String description = s.description().isEmpty() ? null : Escape.text(s.description());
            candidates.add(new Candidate(s.value(), s.display(), null, description, null, null, s.complete()));
        }
    }
}
