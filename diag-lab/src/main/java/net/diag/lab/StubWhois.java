package net.diag.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import net.diag.wire.InetAddresses;

/** A whois server for tests (RFC 3912): one line is asked, a text is answered, and the connection closed. */
public final class StubWhois implements AutoCloseable {
    private final ServerSocket server;
    private final UnaryOperator<String> answers;
    private final List<String> questions = new CopyOnWriteArrayList<>();

    private StubWhois(ServerSocket server, UnaryOperator<String> answers) {
        this.server = server;
        this.answers = answers;
        daemon(this::serve).start();
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "stub-whois");
        thread.setDaemon(true);
        return thread;
    }

    static StubWhois open(Namespace namespace, String address, int port, UnaryOperator<String> answers) {
        InetAddress local = InetAddresses.toInetAddress(InetAddresses.parse(address));
        return namespace.call(() -> new StubWhois(new ServerSocket(port, 50, local), answers));
    }

    /** What was asked so far, without line ends. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    private void serve() {
        try {
            while (true) {
                Socket client = server.accept();
                daemon(() -> serve(client)).start();
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    /** A null answer leaves the client without one until it gives up. */
    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            String question = in.readLine();
            if (question == null) {
                return;
            }
            questions.add(question);
            String answer = answers.apply(question);
            if (answer == null) {
                in.readLine();
                return;
            }
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // the client has enough
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
