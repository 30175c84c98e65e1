package net.diag.dump.print;

/** The packet ended before the printer did. One instance without a stack trace: it is data, not an error. */
final class Truncation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final Truncation INSTANCE = new Truncation();

    private Truncation() {
        super(null, null, false, false);
    }
}
