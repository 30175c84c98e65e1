package net.diag.dump;

/** A command line that makes no sense; the message is for the user. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
