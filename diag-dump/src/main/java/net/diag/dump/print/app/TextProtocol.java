package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;

/**
 * Protocols of text lines (HTTP, FTP, SMTP, RTSP, SIP, WHOIS, SSH): the first line if it begins as a
 * request or a reply does, all lines of the header at {@code -v}.
 */
public final class TextProtocol implements Printer {
    public static final TextProtocol FTP = new TextProtocol(
            "ftp",
            "FTP",
            new String[] {
                "ACCT", "APPE", "CWD", "DELE", "EPRT", "EPSV", "HELP", "LIST", "MDTM", "MKD", "MLSD", "NLST", "NOOP",
                "PASS", "PASV", "PORT", "PWD", "QUIT", "RETR", "SIZE", "STAT", "STOR", "SYST", "TYPE", "USER"
            },
            false);
    public static final TextProtocol SMTP = new TextProtocol(
            "smtp",
            "SMTP",
            new String[] {"DATA", "EHLO", "EXPN", "HELO", "HELP", "MAIL", "NOOP", "QUIT", "RCPT", "RSET", "VRFY"},
            false);
    public static final TextProtocol WHOIS = new TextProtocol("whois", "WHOIS", null, false);
    public static final TextProtocol HTTP = new TextProtocol(
            "http",
            "HTTP",
            new String[] {
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "DELETE",
                "CONNECT",
                "OPTIONS",
                "TRACE",
                "PATCH",
                "COPY",
                "LOCK",
                "MKCOL",
                "MOVE",
                "PROPFIND",
                "PROPPATCH",
                "UNLOCK",
                "NOTIFY",
                "M-SEARCH",
                "SUBSCRIBE",
                "UNSUBSCRIBE",
                "POLL",
                "BCOPY",
                "BDELETE",
                "BMOVE",
                "BPROPFIND",
                "BPROPPATCH",
                "ICY"
            },
            true);
    public static final TextProtocol RTSP = new TextProtocol(
            "rtsp",
            "RTSP",
            new String[] {
                "DESCRIBE",
                "ANNOUNCE",
                "GET_PARAMETER",
                "OPTIONS",
                "SET_PARAMETER",
                "SETUP",
                "PLAY",
                "PAUSE",
                "TEARDOWN",
                "RECORD",
                "REDIRECT"
            },
            true);

    private static final int MAXIMUM_TOKEN = 128;

    private final String name;
    private final String caps;
    private final String[] verbs;
    private final boolean repliesNamed;

    private TextProtocol(String name, String caps, String[] verbs, boolean repliesNamed) {
        this.name = name;
        this.caps = caps;
        this.verbs = verbs;
        this.repliesNamed = repliesNamed;
    }

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = name;
        d.text(": ").text(caps);
        boolean text = verbs == null || begins(d, o, length);
        if (!text) {
            if (d.verbose > 0) {
                d.text(", length: ").dec(length);
            }
            return;
        }
        if (d.verbose == 0) {
            d.text(": ");
            line(d, o, length);
            return;
        }
        d.text(", length: ").dec(length);
        int at = o;
        int end = o + length;
        while (at < end) {
            d.text("\n\t");
            int next = line(d, at, end - at);
            if (next < 0) {
                return;
            }
            at = next;
        }
    }

    /** Prints a line; returns where the next one begins, or -1 after the last. */
    private static int line(Dissection d, int o, int length) {
        for (int i = 0; i < length; i++) {
            int at = o + i;
            if (d.available(at) == 0) {
                throw d.truncated();
            }
            int c = d.u8(at);
            if (c == '\n') {
                return at + 1;
            }
            if (c == '\r' && i + 1 < length && d.has(at + 1, 1) && d.u8(at + 1) == '\n') {
                return at + 2;
            }
            d.safe(c);
        }
        return -1;
    }

    private boolean begins(Dissection d, int o, int length) {
        int size = token(d, o, length);
        for (String verb : verbs) {
            if (size == verb.length() && d.matches(o, verb)) {
                return true;
            }
        }
        int code = o;
        if (repliesNamed) {
            if (size < caps.length() + 1 || !d.matches(o, caps + "/")) {
                return false;
            }
            code = o + size;
            while (d.has(code, 1) && d.u8(code) == ' ') {
                code++;
            }
        }
        int digits = 0;
        while (digits < 4 && d.has(code + digits, 1) && d.u8(code + digits) >= '0' && d.u8(code + digits) <= '9') {
            digits++;
        }
        return digits == 3;
    }

    private static int token(Dissection d, int o, int length) {
        int size = 0;
        int limit = Math.min(Math.min(length, MAXIMUM_TOKEN), d.available(o));
        while (size < limit && d.u8(o + size) > ' ') {
            size++;
        }
        return size;
    }
}
