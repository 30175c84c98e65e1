package net.diag.shell.verb;

import java.util.ArrayDeque;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.shell.data.Held;

/** {@code last N}: the last records. */
final class LastVerb implements Verb {
    @Override
    public String name() {
        return "last";
    }

    @Override
    public String synopsis() {
        return "[N]";
    }

    @Override
    public String summary() {
        return "pass the last N records (1)";
    }

    @Override
    public Arguments arguments() {
        return Arguments.NUMBER;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        return new Last(call.number(1), next);
    }

    private static final class Last extends PassingSink {
        private final long n;
        private final ArrayDeque<Held<?>> kept = new ArrayDeque<>();

        Last(long n, RecordSink next) {
            super(next);
            this.n = n;
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            if (n == 0) {
                return;
            }
            if (kept.size() == n) {
                kept.removeFirst();
            }
            kept.addLast(new Held<>(type, record));
        }

        @Override
        public void finish() {
            finishWith(this::emit);
        }

        private void emit() {
            for (Held<?> h : kept) {
                h.to(next);
            }
        }
    }
}
