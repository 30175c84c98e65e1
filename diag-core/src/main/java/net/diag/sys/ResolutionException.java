package net.diag.sys;

import java.io.IOException;

/** A name could not be resolved; the message is {@code NAME: TEXT} with the text of {@code gai_strerror(3)}. */
public final class ResolutionException extends IOException {
    private static final long serialVersionUID = 1L;

    public static final int EAI_AGAIN = -3;
    public static final int EAI_NONAME = -2;

    private final int code;
    private final String reason;

    /** The failure {@code code} ({@code EAI_…}) of resolving {@code name}, in words. */
    public ResolutionException(String name, int code, String reason) {
        super(name + ": " + reason);
        this.code = code;
        this.reason = reason;
    }

    /** The {@code EAI_…} code, negative. */
    public int code() {
        return code;
    }

    /** The C library's words for it. */
    public String reason() {
        return reason;
    }

    /** Whether the same question may be answered later. */
    public boolean isTransient() {
        return code == EAI_AGAIN;
    }
}
