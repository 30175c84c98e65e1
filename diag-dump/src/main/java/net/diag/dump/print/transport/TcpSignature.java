package net.diag.dump.print.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;

/** The MD5 signature option of TCP (RFC 2385), verified with the secret of {@code -M}. */
final class TcpSignature {
    private static final int LENGTH = 16;
    private static final int HEADER = 20;

    private TcpSignature() {}

    /**
     * Prints what the digest at {@code o} is worth.
     *
     * @param tcp where the segment begins
     * @param segment its length
     */
    static void print(Dissection d, int o, int tcp, int segment) {
        d.check(o, LENGTH);
        d.ch(' ');
        String secret = d.options.tcpMd5Secret;
        if (!d.has(tcp, segment)) {
            d.text("snaplen too short, can't check - ").plainHex(o, LENGTH);
        } else if (secret == null) {
            d.text("shared secret not supplied with -M, can't check - ").plainHex(o, LENGTH);
        } else if (matches(d, o, tcp, segment, secret)) {
            d.text("valid");
        } else {
            d.invalid();
        }
    }

    private static boolean matches(Dissection d, int o, int tcp, int segment, String secret) {
        MessageDigest md5;
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] bytes = d.array();
        if (d.ipVersion == 4) {
            md5.update(bytes, d.ip + 12, 8);
            md5.update(new byte[] {0, IpProtocols.TCP, (byte) (segment >> 8), (byte) segment});
        } else {
            md5.update(bytes, d.ip + 8, 32);
            md5.update(new byte[] {
                (byte) (segment >> 24),
                (byte) (segment >> 16),
                (byte) (segment >> 8),
                (byte) segment,
                0,
                0,
                0,
                IpProtocols.TCP
            });
        }
        byte[] header = new byte[HEADER];
        d.copy(tcp, header, HEADER);
        header[16] = 0;
        header[17] = 0;
        md5.update(header);
        int headerLength = d.u8(tcp + 12) >> 4 << 2;
        md5.update(bytes, tcp + headerLength, segment - headerLength);
        md5.update(secret.getBytes(StandardCharsets.UTF_8));
        byte[] expected = md5.digest();
        byte[] found = new byte[LENGTH];
        d.copy(o, found, LENGTH);
        return MessageDigest.isEqual(expected, found);
    }
}
