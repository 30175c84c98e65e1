package net.diag.netstat.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.netstat.ViewRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InLab(programs = {"nft", "conntrack"})
class ConntrackIT {
    private Namespace n;

    @BeforeEach
    void build(Lab lab) throws Exception {
        n = lab.namespace("n");
        n.nft("table inet t { chain c { type filter hook input priority 0; ct state new accept\n}\n}");
        n.sysctl("net.netfilter.nf_conntrack_acct", "1");
        n.call(() -> {
            try (ServerSocket server = new ServerSocket();
                    DatagramSocket udp = new DatagramSocket(new InetSocketAddress("127.0.0.1", 5001))) {
                server.bind(new InetSocketAddress("127.0.0.1", 9001));
                try (Socket client = new Socket()) {
                    client.connect(new InetSocketAddress("127.0.0.1", 9001));
                    client.getOutputStream().write(1);
                }
                udp.send(new DatagramPacket(new byte[3], 3, InetAddress.getByName("127.0.0.1"), 5002));
            }
            return null;
        });
    }

    private ViewRun view(String... args) throws Exception {
        return n.call(() -> ViewRun.of("conntrack", args));
    }

    /** Without what goes on between two readings. */
    private static List<String> still(String text) {
        return text.lines()
                .map(l -> l.replaceFirst("^(\\S+ +\\d+) \\d+ ", "$1 ").replaceAll("delta-time=\\d+ ", ""))
                .sorted()
                .toList();
    }

    @Test
    void listIsConntracks() throws Exception {
        ViewRun run = view("-4");
        assertEquals(0, run.status(), run.err());
        assertEquals(still(n.run("conntrack", "-L").requireSuccess().stdout()), still(run.out()));
        assertTrue(run.out().contains("sport=5001 dport=5002 packets=1 bytes=31 [UNREPLIED]"), run.out());
    }

    @Test
    void countAndRecords() throws Exception {
        String count = n.run("conntrack", "-C").requireSuccess().stdout().strip();
        assertTrue(view("-C").out().startsWith(count + " of "), count);
        String json = view("--json", "--where", "dport == 9001").out();
        assertEquals(1, json.lines().count());
        assertTrue(json.contains("\"protocol\":\"tcp\"") && json.contains("\"reply_sport\":9001"), json);
    }
}
