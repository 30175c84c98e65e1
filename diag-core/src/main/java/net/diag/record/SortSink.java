package net.diag.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds all records back and passes them on in order when no more come; each type by itself, in the
 * order in which the types first came. Equal records keep their order.
 */
public final class SortSink implements RecordSink {
    private final String order;
    private final RecordSink next;
    private final Map<RecordType<?>, List<?>> held = new LinkedHashMap<>();

    /** Records in the order that {@link RecordOrder#parse} reads from {@code order}. */
    public SortSink(String order, RecordSink next) {
        this.order = order;
        this.next = next;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> void accept(RecordType<R> type, R record) {
        // Only this line fills the map: a type's list holds its records.
        ((List<R>) held.computeIfAbsent(type, t -> new ArrayList<R>())).add(record);
    }

    @Override
    public void finish() {
        for (Map.Entry<RecordType<?>, List<?>> e : held.entrySet()) {
            passOn(e.getKey(), e.getValue());
        }
        held.clear();
        next.finish();
    }

    @SuppressWarnings("unchecked")
    private <R> void passOn(RecordType<R> type, List<?> list) {
        List<R> records = (List<R>) list;
        records.sort(RecordOrder.parse(order, type));
        for (R r : records) {
            next.accept(type, r);
        }
    }
}
