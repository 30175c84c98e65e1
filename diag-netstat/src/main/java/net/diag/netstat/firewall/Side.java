package net.diag.netstat.firewall;

import java.util.List;

/**
 * The left side of a comparison as text, with what is needed to write values on the right.
 *
 * @param text in nft's language
 * @param type of the values
 * @param hostOrder whether values are in host byte order
 * @param shift how many bits values are to be moved right, of a field inside a byte
 * @param length of a value in bytes
 * @param parts the parts of a concatenation; empty otherwise
 */
record Side(String text, DataType type, boolean hostOrder, int shift, int length, List<Side> parts) {
    static Side of(String text, DataType type, boolean hostOrder, int length) {
        return new Side(text, type, hostOrder, 0, length, List.of());
    }

    Side withText(String newText) {
        return new Side(newText, type, hostOrder, shift, length, parts);
    }

    Side withShift(int bits) {
        return new Side(text, type, hostOrder, bits, length, parts);
    }

    Side withHostOrder(boolean order) {
        return new Side(text, type, order, shift, length, parts);
    }

    /** Itself, or its parts. */
    List<Side> all() {
        return parts.isEmpty() ? List.of(this) : parts;
    }
}
