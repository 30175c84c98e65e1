package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.StdOut;
import net.diag.record.Field;
import net.diag.record.FieldSpec;
import net.diag.record.RecordType;
import net.diag.shell.data.FieldReader;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.Word;

/**
 * One use of a verb.
 *
 * @param stage its words, with variables replaced
 * @param inputTypes the types of records that come in, as far as known before; empty: unknown
 * @param out where a face prints
 * @param columns the width of a terminal at {@code out}, or 0
 * @param memory what the session keeps between pipelines
 * @param previousRunKey the text of the pipeline up to this stage, by which {@code diff} finds its
 *     previous run
 */
public record VerbCall(
        Stage stage,
        List<RecordType<?>> inputTypes,
        StdOut out,
        int columns,
        PipelineMemory memory,
        String previousRunKey) {

    /** The words after the verb. */
    public List<Word> arguments() {
        return stage.words().subList(1, stage.words().size());
    }

    /**
     * The arguments as field names, separated by blanks or commas.
     *
     * @throws VerbException for a name that no type that comes in has
     */
    public List<Word> fieldWords() throws VerbException {
        List<Word> names = new ArrayList<>();
        for (Word w : arguments()) {
            split(w, names);
        }
        return names;
    }

    /** Split {@code a,b} into two words with their columns. */
    public static void split(Word w, List<Word> into) {
        int from = 0;
        String text = w.text();
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                if (i > from) {
                    boolean plain = w.end() - w.start() == text.length();
                    into.add(new Word(
                            text.substring(from, i),
                            plain ? w.start() + from : w.start(),
                            plain ? w.start() + i : w.end(),
                            w.quote()));
                }
                from = i + 1;
            }
        }
    }

    /** A reader of the field named by {@code word}; checked against the types that come in. */
    public FieldReader reader(Word word, String name) throws VerbException {
        if (!inputTypes.isEmpty() && specOf(name) == null && !anyOpen()) {
            throw new VerbException(
                    "no field '" + name + "' here; fields: " + String.join(", ", fieldNames()), word.start());
        }
        return new FieldReader(name);
    }

    private boolean anyOpen() {
        for (RecordType<?> t : inputTypes) {
            if (t.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** The declaration of the field {@code name} in the types that come in, or null. */
    public FieldSpec specOf(String name) {
        for (RecordType<?> t : inputTypes) {
            Field<?> f = FieldReader.find(t, name);
            if (f != null) {
                return f.spec();
            }
        }
        return null;
    }

    /** The names of all fields that come in, each once. */
    public List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        for (RecordType<?> t : inputTypes) {
            for (Field<?> f : t.fields()) {
                if (!names.contains(f.name())) {
                    names.add(f.name());
                }
            }
        }
        return names;
    }

    /** The only argument as a whole number from 0, or {@code absent} without one. */
    public long number(long absent) throws VerbException {
        List<Word> words = arguments();
        if (words.isEmpty()) {
            return absent;
        }
        Word w = words.get(0);
        try {
            long n = Long.parseLong(w.text());
            if (n >= 0 && words.size() == 1) {
                return n;
            }
        } catch (NumberFormatException e) {
            throw new VerbException(stage.name() + " takes a whole number, not '" + w.text() + "'", w.start());
        }
        Word wrong = words.get(words.size() - 1);
        throw new VerbException(stage.name() + " takes one whole number from 0", wrong.start());
    }
}
