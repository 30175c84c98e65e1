package net.diag.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import net.diag.wire.Dns;
import net.diag.wire.DnsMessage;
import net.diag.wire.DnsRecord;
import net.diag.wire.DnsType;
import net.diag.wire.InetAddresses;

/**
 * A DNS server for tests, over UDP and TCP: it answers from a list of records, and with "no such name" for all else,
 * unless a function answers in its place.
 *
 * <p>A UDP answer of more than 512 bytes is sent without records and marked as truncated, so that the asker comes again
 * over TCP.
 */
public final class StubDns implements AutoCloseable {
    private static final int MAX_UDP_LENGTH = 512;
    private static final int MAX_LENGTH = 65535;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(StubDns::daemon);
    private final List<DnsRecord> records = new CopyOnWriteArrayList<>();
    private final List<DnsMessage.Question> questions = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<DnsMessage> answers = this::answerFromRecords;
    private volatile Duration delay = Duration.ZERO;

    private StubDns(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
        daemon(this::serveUdp).start();
        daemon(this::serveTcp).start();
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "stub-dns");
        thread.setDaemon(true);
        return thread;
    }

    static StubDns open(Namespace namespace, String address, int port) {
        InetAddress local = InetAddresses.toInetAddress(InetAddresses.parse(address));
        return namespace.call(() -> {
            DatagramSocket udp = new DatagramSocket(port, local);
            try {
                return new StubDns(udp, new ServerSocket(port, 50, local));
            } catch (IOException e) {
                udp.close();
                throw e;
            }
        });
    }

    /** Have records to answer from. */
    public StubDns add(DnsRecord... more) {
        records.addAll(List.of(more));
        return this;
    }

    /** Have a name, of which the address's reverse record speaks. */
    public StubDns addReverse(String address, String name) {
        String owner = net.diag.wire.DnsName.reverse(InetAddresses.parse(address));
        return add(DnsRecord.target(owner, DnsType.PTR, 60, name));
    }

    /** Let a function answer queries; null is no answer at all. */
    public StubDns answer(UnaryOperator<DnsMessage> function) {
        answers = function;
        return this;
    }

    /** Answer so much later. */
    public StubDns delay(Duration time) {
        delay = time;
        return this;
    }

    /** What was asked so far. */
    public List<DnsMessage.Question> questions() {
        return List.copyOf(questions);
    }

    private DnsMessage answerFromRecords(DnsMessage query) {
        List<DnsRecord> found = new ArrayList<>();
        boolean isKnown = false;
        for (DnsMessage.Question question : query.questions()) {
            for (DnsRecord record : records) {
                if (record.name().equalsIgnoreCase(question.name())) {
                    isKnown = true;
                    if (record.type() == question.type() || question.type() == DnsType.ANY) {
                        found.add(record);
                    }
                }
            }
        }
        return query.respond(isKnown ? Dns.NOERROR : Dns.NXDOMAIN, found);
    }

    /** The answer's bytes, or null for none. */
    private byte[] answer(byte[] bytes, int length, int maxLength) {
        DnsMessage query = DnsMessage.decode(ByteBuffer.wrap(bytes), 0, length);
        if (query == null || query.isResponse()) {
            return null;
        }
        questions.addAll(query.questions());
        DnsMessage response = answers.apply(query);
        if (response == null) {
            return null;
        }
        ByteBuffer out = ByteBuffer.allocate(MAX_LENGTH);
        int responseLength = response.encode(out, 0);
        if (responseLength > maxLength) {
            DnsMessage truncated = query.respond(response.rcode(), List.of());
            responseLength = truncated.encode(out, 0);
            out.putShort(Dns.FLAGS_OFFSET, (short) (out.getShort(Dns.FLAGS_OFFSET) | Dns.TC));
        }
        return Arrays.copyOf(out.array(), responseLength);
    }

    private void serveUdp() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[MAX_LENGTH], MAX_LENGTH);
                udp.receive(packet);
                byte[] answer = answer(packet.getData(), packet.getLength(), MAX_UDP_LENGTH);
                if (answer != null) {
                    DatagramPacket reply = new DatagramPacket(answer, answer.length, packet.getSocketAddress());
                    sender.schedule(() -> send(reply), delay.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void send(DatagramPacket reply) {
        try {
            udp.send(reply);
        } catch (IOException e) {
            return; // the asker is gone, or we are
        }
    }

    private void serveTcp() {
        try {
            while (true) {
                Socket client = tcp.accept();
                daemon(() -> serve(client)).start();
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(10_000);
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                byte[] answer = answer(query, query.length, MAX_LENGTH);
                if (answer == null) {
                    return;
                }
                Thread.sleep(delay.toMillis());
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            }
        } catch (IOException e) {
            return; // the client has enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        sender.shutdownNow();
        udp.close();
        tcp.close();
    }
}
