package net.diag.shell.verb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.diag.cli.StdOut;
import net.diag.record.CsvFace;
import net.diag.record.JsonLinesFace;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.TableFace;
import net.diag.shell.lang.Word;

/** {@code save FILE}: the stream as a file; its ending says how: {@code .json}, {@code .jsonl}, {@code .csv}, {@code .txt}. */
final class SaveVerb implements Verb {
    @Override
    public String name() {
        return "save";
    }

    @Override
    public String synopsis() {
        return "FILE.json|FILE.csv|FILE.txt";
    }

    @Override
    public String summary() {
        return "write the records to a file, in the form that its ending says";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FILE;
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        return List.of();
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        List<Word> words = call.arguments();
        if (words.size() != 1) {
            throw new VerbException("save takes a file name", call.stage().end());
        }
        Word w = words.get(0);
        String name = w.text();
        boolean json = name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
        boolean csv = name.endsWith(".csv");
        if (!json && !csv && !name.endsWith(".txt")) {
            throw new VerbException("save doesn't know this ending (.json, .jsonl, .csv, .txt)", w.start());
        }
        try {
            OutputStream file = Files.newOutputStream(Path.of(name));
            StdOut out = new StdOut(file, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
            RecordSink face =
                    json ? new JsonLinesFace(out, false) : csv ? new CsvFace(out, false) : new TableFace(out, 0);
            return new Saving(face, out, file, next);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new VerbException("cannot write '" + name + "': " + reason(e), w.start());
        }
    }

    private static String reason(Exception e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "no such directory"
                : e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage();
    }

    private record Saving(RecordSink face, StdOut out, OutputStream file, RecordSink next) implements RecordSink {
        @Override
        public <R> void accept(RecordType<R> type, R record) {
            face.accept(type, record);
        }

        @Override
        public void flush() {
            out.flush();
        }

        @Override
        public void finish() {
            try (OutputStream closing = file) {
                face.finish();
                out.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            next.finish();
        }
    }
}
