package net.diag.capture;

import java.io.IOException;

/** A capture file that cannot be read (further): the message is libpcap's, for the user. */
public final class CaptureFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public CaptureFileException(String message) {
        super(message);
    }
}
