package net.diag.netstat.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;

/** Asks a server for the root's name servers over UDP, to see whether it answers (RFC 1035). */
final class DnsProbe {
    private static final int PORT = 53;
    private static final int HEADER_LENGTH = 12;
    private static final int ATTEMPTS = 2;
    private static final String[] CODES = {
        "ok", "format error", "server failure", "no such name", "not implemented", "refused"
    };

    /**
     * What came of it.
     *
     * @param status {@code ok} or what went wrong
     * @param rttNanos or -1
     */
    record Result(String status, long rttNanos) {}

    private final int timeoutMillis;
    private final SecureRandom random = new SecureRandom();

    DnsProbe(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    /** Ask the server at an address, in the calling thread's namespace. */
    Result ask(String address) {
        int hash = address.indexOf('#');
        String host = hash < 0 ? address : address.substring(0, hash);
        try (DatagramSocket socket = new DatagramSocket()) {
            // Connected, so that an ICMP error comes back and a stranger's answer does not.
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), PORT));
            socket.setSoTimeout(timeoutMillis);
            Result r = new Result("timeout", -1);
            for (int i = 0; i < ATTEMPTS && r.rttNanos < 0; i++) {
                r = once(socket);
            }
            return r;
        } catch (PortUnreachableException e) {
            return new Result("no service", -1);
        } catch (NoRouteToHostException e) {
            return new Result("no route", -1);
        } catch (IOException | java.io.UncheckedIOException e) {
            return new Result("not sent", -1);
        }
    }

    private Result once(DatagramSocket socket) throws IOException {
        int id = random.nextInt(0x10000);
        byte[] query = new byte[HEADER_LENGTH + 5];
        query[0] = (byte) (id >> 8);
        query[1] = (byte) id;
        query[2] = 1; // recursion desired
        query[5] = 1; // one question: the root, type NS, class IN
        query[HEADER_LENGTH + 2] = 2;
        query[HEADER_LENGTH + 4] = 1;
        long start = System.nanoTime();
        socket.send(new DatagramPacket(query, query.length));
        byte[] answer = new byte[4096];
        DatagramPacket p = new DatagramPacket(answer, answer.length);
        long end = start + timeoutMillis * 1_000_000L;
        while (System.nanoTime() < end) {
            try {
                socket.receive(p);
            } catch (SocketTimeoutException e) {
                break;
            }
            boolean own = p.getLength() >= HEADER_LENGTH
                    && answer[0] == query[0]
                    && answer[1] == query[1]
                    && (answer[2] & 0x80) != 0;
            if (own) {
                int code = answer[3] & 15;
                return new Result(code < CODES.length ? CODES[code] : "code " + code, System.nanoTime() - start);
            }
        }
        return new Result("timeout", -1);
    }
}
