package net.diag.sys;

import java.io.IOException;

/**
 * A system call failed. Carries the operation, what it was applied to (may be empty) and the errno.
 *
 * <p>The message is {@code OP TARGET: TEXT} with the C library's text, for example
 * {@code socket: Operation not permitted}.
 */
public final class ErrnoException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String target;
    private final int errno;

    /** An error of {@code operation}, named as the system call, with {@code errno} (positive). */
    public ErrnoException(String operation, int errno) {
        this(operation, "", errno);
    }

    /** An error of {@code operation} on {@code target}, for example a path or an interface name. */
    public ErrnoException(String operation, String target, int errno) {
        super((target.isEmpty() ? operation : operation + " " + target) + ": " + Errno.message(errno));
        this.operation = operation;
        this.target = target;
        this.errno = errno;
    }

    /** The system call's name. */
    public String operation() {
        return operation;
    }

    /** What it was applied to, or empty. */
    public String target() {
        return target;
    }

    /** The error number, positive; see {@link Errno}. */
    public int errno() {
        return errno;
    }
}
