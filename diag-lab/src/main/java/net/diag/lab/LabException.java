package net.diag.lab;

/** The test bed could not do what it was asked for: a test that meets this is broken, and fails. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
