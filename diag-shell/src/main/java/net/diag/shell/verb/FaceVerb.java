package net.diag.shell.verb;

import java.util.List;
import net.diag.record.CsvFace;
import net.diag.record.JsonLinesFace;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.TableFace;

/** {@code json}, {@code csv} and {@code table}: the stream as text, for the terminal, a file or a program. */
final class FaceVerb implements Verb {
    private final String name;

    FaceVerb(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String synopsis() {
        return "";
    }

    @Override
    public String summary() {
        return switch (name) {
            case "json" -> "print each record as a line of JSON";
            case "csv" -> "print the records as comma-separated values";
            default -> "print the records as a table";
        };
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        return List.of();
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        if (!call.arguments().isEmpty()) {
            throw new VerbException(
                    name + " takes no arguments", call.arguments().get(0).start());
        }
        RecordSink face = switch (name) {
            case "json" -> new JsonLinesFace(call.out(), true);
            case "csv" -> new CsvFace(call.out(), call.columns() > 0);
            default -> new TableFace(call.out(), call.columns());
        };
        return new Ending(face, next);
    }

    /** A face that also ends the stage after it, which gets the text. */
    private record Ending(RecordSink face, RecordSink next) implements RecordSink {
        @Override
        public <R> void accept(RecordType<R> type, R record) {
            face.accept(type, record);
        }

        @Override
        public void flush() {
            face.flush();
        }

        @Override
        public void finish() {
            face.finish();
            next.finish();
        }
    }
}
