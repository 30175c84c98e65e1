package net.diag.shell.exec;

import java.util.ArrayList;
import java.util.List;
import net.diag.shell.data.Aggregate;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.Word;

/** Joins a {@code group} stage with the aggregate stages behind it, which work on its groups. */
final class Grouping {
    private Grouping() {}

    static List<Stage> merge(List<Stage> stages) {
        List<Stage> out = new ArrayList<>();
        for (Stage s : stages) {
            Stage last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && last.name().equals("group") && Aggregate.isName(s.name())) {
                List<Word> words = new ArrayList<>(last.words());
                words.addAll(s.words());
                out.set(out.size() - 1, new Stage(words, s.source(), last.start(), s.end()));
            } else {
                out.add(s);
            }
        }
        return out;
    }
}
