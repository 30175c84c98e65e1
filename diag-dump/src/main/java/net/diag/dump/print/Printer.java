package net.diag.dump.print;

/**
 * Prints one protocol. A printer has no state of its own: one instance serves all packets and threads.
 * It reads through the dissection's checked accessors, so it may run off the end of any packet: the
 * walk then stops there with {@code [|protocol]}.
 */
@FunctionalInterface
public interface Printer {
    /**
     * Prints what begins at {@code offset}.
     *
     * @param length the length that the enclosing header claims; more or less may have been captured
     */
    void print(Dissection d, int offset, int length);
}
