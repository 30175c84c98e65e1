package net.diag.netstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import org.junit.jupiter.api.Test;

/** The drop-in against net-tools' netstat on the same namespace. */
@InLab(programs = {"netstat", "jc", "socat"})
class NetstatIT {
    private static final int ATTEMPTS = 5;
    private static final String[] OPTIONS = {
        "-tan", "-tln", "-tn", "-uan", "-wan", "-xan", "-an", "-ln", "-tulpn", "-tane", "-taneo", "-tanopW", "-ta",
        "-rn", "-rne", "-rnee", "-r", "-rn6", "-r6", "-rnC", "-i", "-ia", "-ie", "-iea", "-gn", "-s", "-st", "-su",
        "-sw", "-s6", "-M", "-4an", "-6an", "-xap", "-rs", "-Q", "-V", "-S", "foo"
    };

    private static Namespace world(Lab lab) {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        a.etc("nsswitch.conf", "hosts: files\nservices: files\npasswd: files\nnetworks: files\n");
        lab.link(a.end("10.1.0.1/24", "fd01::1/64"), b.end("10.1.0.2/24", "fd01::2/64"));
        a.route("default via 10.1.0.2");
        a.route("10.9.0.0/16 via 10.1.0.2 metric 50");
        a.ip("route add blackhole 10.8.0.0/16");
        a.ip("route add unreachable 10.7.0.0/16");
        a.ip("-6 route add fd09::/48 via fd01::2");
        a.ip("link add name down0 type veth peer name down1");
        return a;
    }

    /** How the two differ, or null. Counters move by themselves: what netstat says before or after will do. */
    private static String difference(Namespace a, String option) {
        String difference = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String before = said(a.run("netstat", option));
            String ours = said(a.diag("netstat", option).run());
            if (ours.equals(before) || ours.equals(said(a.run("netstat", option)))) {
                return null;
            }
            difference = option + ":\n" + before + "--- ours:\n" + ours;
        }
        return difference;
    }

    private static String said(Outcome o) {
        return o.exitCode() + "\n" + o.stdout() + o.stderr();
    }

    @Test
    void everyOptionPrintsTheSameBytes(Lab lab) throws Exception {
        Namespace a = world(lab);
        List<AutoCloseable> open = new ArrayList<>();
        try {
            ServerSocket server = a.call(() -> new ServerSocket(8080, 5, InetAddress.getByName("10.1.0.1")));
            open.add(server);
            open.add(a.call(() -> new ServerSocket(9090, 5, InetAddress.getByName("::"))));
            for (int i = 0; i < 20; i++) {
                open.add(a.call(() -> {
                    Socket s = new Socket();
                    s.connect(new InetSocketAddress("10.1.0.1", 8080));
                    return s;
                }));
                open.add(server.accept());
            }
            List<String> different = new ArrayList<>();
            for (String o : OPTIONS) {
                String difference = difference(a, o);
                if (difference != null) {
                    different.add(difference);
                }
            }
            assertEquals(List.of(), different);
        } finally {
            for (AutoCloseable c : open) {
                c.close();
            }
        }
    }

    @Test
    void madeUpTablesPrintTheSameBytes(Lab lab) {
        Namespace a = lab.namespace("a");
        String script = """
                set -e
                mount -t tmpfs tmpfs /mnt
                python3 - <<'PY'
                import random
                random.seed(%d)
                def row(i, v6):
                    n = 4 if v6 else 1
                    addr = lambda: ''.join('%%08X' %% random.choice([0, random.getrandbits(32), 0xFFFF0000]) for _ in range(n))
                    return '%%4d: %%s:%%04X %%s:%%04X %%02X %%08X:%%08X %%02X:%%08X %%08X %%5d %%8d %%d 1 0 100 0 0 10 0\\n' %% (
                        i, addr(), random.choice([0, random.getrandbits(16)]), addr(), random.choice([0, random.getrandbits(16)]),
                        random.randint(1, 11), random.getrandbits(random.randint(1, 31)), random.getrandbits(random.randint(1, 31)),
                        random.randint(0, 4), random.getrandbits(20), random.getrandbits(4), random.choice([0, 1000, 65534, 4000000000]),
                        random.getrandbits(3), random.getrandbits(random.randint(1, 31)))
                for name, v6 in (('tcp', 0), ('tcp6', 1), ('udp', 0), ('udp6', 1), ('raw', 0), ('raw6', 1)):
                    with open('/mnt/' + name, 'w') as f:
                        f.write('  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\\n')
                        for i in range(200):
                            f.write(row(i, v6))
                PY
                mkdir /mnt/real /mnt/fake /mnt/fake/net
                mount --rbind /proc /mnt/real
                for e in /proc/*; do [ $e = /proc/net ] || ln -s /mnt/real/${e#/proc/} /mnt/fake/; done
                cp /mnt/tcp /mnt/tcp6 /mnt/udp /mnt/udp6 /mnt/raw /mnt/raw6 /mnt/fake/net
                mount --bind /mnt/fake /proc
                for o in -tan -tn -ln -taneo -tanW -uan -wan -taneoW; do
                    netstat $o > /mnt/a 2>&1 || true
                    %s/bin/diag-netstat $o > /mnt/b 2>&1 || true
                    [ $(wc -l </mnt/a) -gt 50 ] || echo "nothing printed: $o"
                    cmp /mnt/a /mnt/b || { echo "differs: $o"; diff /mnt/a /mnt/b | head -6; }
                done
                """.formatted(7, System.getProperty("diag.root"));
        Outcome o = a.command("unshare", "-m", "sh", "-c", script).run();
        assertEquals("", o.stdout() + o.stderr());
    }

    @Test
    void recordsAreTheRowsOfTheTable(Lab lab) throws Exception {
        Namespace a = world(lab);
        try (ServerSocket server = a.call(() -> new ServerSocket(8080, 5, InetAddress.getByName("10.1.0.1")))) {
            Outcome o = a.diag("netstat", "-tln", "--json").run();
            assertEquals(1, o.lines().size(), o.stdout());
            assertTrue(
                    o.stdout().contains("\"protocol\":\"tcp6\"") || o.stdout().contains("\"protocol\":\"tcp\""));
            assertTrue(o.stdout().contains("\"state\":\"LISTEN\""), o.stdout());
            assertTrue(o.stdout().contains("\"local_port\":8080"), o.stdout());
            Outcome all = a.diag("netstat", "-tl", "--netns", "all", "--where", "localPort == 8080")
                    .run();
            assertTrue(all.stdout().contains(a.name()), all.stdout() + all.stderr());
        }
    }
}
