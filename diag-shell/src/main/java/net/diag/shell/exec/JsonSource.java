package net.diag.shell.exec;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.Cancellation;
import net.diag.cli.Tool;
import net.diag.record.JsonReader;
import net.diag.record.JsonRows;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;

/** Reads JSON Lines, or arrays of objects, as records; those of diag's own tools get their types back. */
final class JsonSource {
    private final Toolbox toolbox;

    JsonSource(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    /** Read to the end, or until cancelled. */
    @SuppressWarnings("unchecked") // JsonReader's objects are maps from text
    void read(InputStream in, RecordSink sink, Cancellation cancellation) throws IOException {
        List<RecordType<?>> types = new ArrayList<>();
        for (Tool t : toolbox.all()) {
            types.addAll(t.recordTypes());
        }
        JsonRows rows = new JsonRows(types);
        JsonReader reader = new JsonReader(in, true);
        while (!cancellation.isCancelled() && reader.hasNext()) {
            Object value = reader.next();
            if (value instanceof Map<?, ?> object) {
                rows.accept((Map<String, Object>) object, sink);
            } else {
                rows.accept(new java.util.LinkedHashMap<>(java.util.Collections.singletonMap("value", value)), sink);
            }
        }
    }
}
