package net.diag.dump.print;

/** Prints a whole frame of one link type. */
@FunctionalInterface
public interface LinkPrinter {
    /**
     * Prints the frame at {@code offset}.
     *
     * @param length the frame's length on the wire
     * @return the length of the link-level header, which {@code -x} passes over
     */
    int print(Dissection d, int offset, int length);
}
