package net.diag.capture;

/** A filter expression that libpcap rejects; the message is libpcap's. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    public FilterException(String message) {
        super(message);
    }
}
