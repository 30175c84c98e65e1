package net.diag.ping.sweep;

/** Datagrams that a service answers: a question of its own protocol, where one is known. */
final class UdpQuestions {
    private static final int DNS = 53;
    private static final int NTP = 123;
    private static final int NTP_LENGTH = 48;
    /** No leap warning, version 4, client (RFC 5905 §7.3). */
    private static final byte NTP_CLIENT = 0x23;

    private UdpQuestions() {}

    /** What to send to {@code port}; bytes that count up where the service is not known. */
    static byte[] of(int port, int length) {
        if (port == DNS) {
            // id, RD, one question: the root's name servers (RFC 1035 §4.1)
            return new byte[] {0x64, 0x69, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1};
        }
        if (port == NTP) {
            byte[] question = new byte[NTP_LENGTH];
            question[0] = NTP_CLIENT;
            return question;
        }
        byte[] counting = new byte[length];
        for (int i = 0; i < length; i++) {
            counting[i] = (byte) i;
        }
        return counting;
    }
}
