package net.diag.wire;

/**
 * What {@code checkLength} of a codec answers: a header length in bytes, or, below zero, why there is none.
 *
 * <p>A packet that was cut short is data and not an error, so the answer is a plain number: nothing is thrown and
 * nothing allocated for a bad packet. Three cases exist:
 *
 * <ul>
 *   <li>zero or more: the header is all there and this long;
 *   <li>{@code -n}: the header needs {@code n} bytes from its offset on, and fewer are there ({@link #needed});
 *   <li>{@link #MALFORMED}: enough bytes are there, but the header contradicts itself (a length field below the
 *       minimum, another version): no further field can be trusted.
 * </ul>
 */
public final class HeaderCheck {
    /** The header contradicts itself. */
    public static final int MALFORMED = Integer.MIN_VALUE;

    private HeaderCheck() {}

    /** Is the whole header there, and consistent? */
    public static boolean isComplete(int check) {
        return check >= 0;
    }

    /** Was the header cut short? */
    public static boolean isTruncated(int check) {
        return check < 0 && check != MALFORMED;
    }

    /** Does the header contradict itself? */
    public static boolean isMalformed(int check) {
        return check == MALFORMED;
    }

    /** How many bytes a truncated header needs, counted from its offset. */
    public static int needed(int check) {
        return -check;
    }

    /** The answer for a header of {@code length} bytes at {@code off} in a packet that ends at {@code limit}. */
    static int of(int off, int limit, int length) {
        return (long) off + length <= limit ? length : -length;
    }
}
