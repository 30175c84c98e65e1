package net.diag.trace.record;

import net.diag.record.IpAddress;
import net.diag.record.RecordType;
import net.diag.trace.engine.PathOutcome;
import net.diag.trace.text.Annotation;

/**
 * How a trace ended.
 *
 * @param host the operand
 * @param target its address
 * @param outcome reached, refused or lost, and by whom
 */
public record PathEnd(String host, IpAddress target, PathOutcome outcome) {
    /** Holder of the record type, loaded only when records are wanted. */
    public static final class Type {
        public static final RecordType<PathEnd> PATH = RecordType.<PathEnd>of("diag/trace/path/1", "how a trace ended")
                .text("host", PathEnd::host, "the target as it was given")
                .address("target", PathEnd::target, "the target's address")
                .word("result", p -> word(p.outcome), "how it ended", "reached", "refused", "lost")
                .integer("hops", p -> p.outcome.ttl(), "the last hop that answered; 0: none did")
                .address("by", p -> p.outcome.by(), "who answered last")
                .text("annotation", p -> Annotation.of(p.outcome.answer()), "why it was refused, as !H")
                .presentIf(p -> p.outcome.answer() != null
                        && !Annotation.of(p.outcome.answer()).isEmpty())
                .build();

        private Type() {}

        private static String word(PathOutcome o) {
            return switch (o.end()) {
                case REACHED -> "reached";
                case REFUSED -> "refused";
                case LOST -> "lost";
            };
        }
    }
}
