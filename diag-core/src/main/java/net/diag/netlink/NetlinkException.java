package net.diag.netlink;

import java.io.IOException;
import net.diag.sys.Errno;

/**
 * The kernel refused a netlink request. Carries the errno and what the kernel said beside it in its
 * extended acknowledgement: a text, and the offset of the attribute that it did not like.
 */
public final class NetlinkException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int errno;
    private final String extendedMessage;
    private final int offset;
    private final int sequence;

    /**
     * An error answer.
     *
     * @param operation what was asked, in words for a user
     * @param errno the error number, positive
     * @param extendedMessage the kernel's text, or empty
     * @param offset where in the request the kernel saw the mistake, or -1
     * @param sequence the request's sequence number
     */
    public NetlinkException(String operation, int errno, String extendedMessage, int offset, int sequence) {
        super(operation + ": " + (extendedMessage.isEmpty() ? "" : extendedMessage + ": ") + Errno.message(errno));
        this.errno = errno;
        this.extendedMessage = extendedMessage;
        this.offset = offset;
        this.sequence = sequence;
    }

    /** The error number, positive; see {@link Errno}. */
    public int errno() {
        return errno;
    }

    /** The kernel's own words, or empty. */
    public String extendedMessage() {
        return extendedMessage;
    }

    /** The offset in the request of the attribute at fault, or -1 when the kernel did not say. */
    public int offset() {
        return offset;
    }

    /** The request's sequence number. */
    public int sequence() {
        return sequence;
    }
}
