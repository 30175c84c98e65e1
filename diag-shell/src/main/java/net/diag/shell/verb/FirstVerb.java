package net.diag.shell.verb;

import net.diag.cli.BrokenPipeException;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;

/** {@code first N}: the first records; then the source is stopped. */
final class FirstVerb implements Verb {
    @Override
    public String name() {
        return "first";
    }

    @Override
    public String synopsis() {
        return "[N]";
    }

    @Override
    public String summary() {
        return "pass the first N records (1), then stop the source";
    }

    @Override
    public Arguments arguments() {
        return Arguments.NUMBER;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        return new First(call.number(1), next);
    }

    private static final class First extends PassingSink {
        private long left;

        First(long n, RecordSink next) {
            super(next);
            left = n;
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            if (left > 0) {
                left--;
                next.accept(type, record);
            }
            if (left == 0) {
                throw new BrokenPipeException();
            }
        }
    }
}
