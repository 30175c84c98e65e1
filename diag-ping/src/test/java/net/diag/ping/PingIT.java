package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.diag.lab.Chain;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same commands by iputils' ping and by ours, compared after the times are masked. */
@InLab(programs = {"ping"})
class PingIT {
    private static Namespace client;

    @BeforeAll
    static void world(Lab lab) {
        Chain chain = lab.chain(77, 1);
        client = chain.client();
        own = chain.clientAddress();
        near = own.substring(0, own.lastIndexOf('.') + 1);
        near6 = chain.clientAddress6().replaceAll("::.*", "::");
        client.route("10.77.99.0/24 via " + near + "2");
        client.run("ping", "-c1", chain.serverAddress()).requireSuccess();
        server = chain.serverAddress();
        server6 = chain.serverAddress6();
        client.run("ping", "-c1", server6).requireSuccess();
    }

    private static String server;
    private static String own;
    private static String near;
    private static String near6;
    private static String server6;

    private static void same(String... arguments) {
        List<String> real = new ArrayList<>(List.of("ping"));
        real.addAll(List.of(arguments));
        Outcome theirs = client.run(real.toArray(new String[0]));
        Outcome ours = client.diag("ping", arguments).run();
        String what = String.join(" ", arguments);
        assertEquals(masked(theirs.stdout()), masked(ours.stdout()), what);
        assertEquals(masked(theirs.stderr()), masked(ours.stderr()), what);
        assertEquals(theirs.exitCode(), ours.exitCode(), what);
    }

    private static String masked(String s) {
        return s.replaceAll("time=[0-9.]+ ms", "time=T ms")
                .replaceAll("time [0-9]+ms", "time Tms")
                .replaceAll("= [0-9./]+ ms", "= R ms")
                .replaceAll("ipg/ewma [0-9./]+ ms", "ipg/ewma R ms")
                .replaceAll("\\[[0-9]+\\.[0-9]{6}]", "[TS]")
                .replaceAll("ident=[0-9]+", "ident=I")
                .replaceAll("fd: -?[0-9]+", "fd: N")
                .replaceAll("(?m)^\t[0-9]+$", "\tD")
                .replaceAll("[0-9]+ absolute", "N absolute")
                .replaceAll("flow 0x[0-9a-f]{5}", "flow F")
                // Debian 12's header line for IPv6 has no blank there; newer releases have.
                .replaceAll("(?m)^PING (\\S+?) ?\\((.*data bytes)$", "PING $1 ($2");
    }

    @Test
    void repliesAndSummaries() {
        same("-c", "2", "-i", "0.1", server);
        same("-c", "2", "-i", "0.1", server6);
        same("-c", "2", "-i", "0.1", "-q", server);
        same("-c", "2", "-i", "0.1", "-D", server);
        same("-c", "2", "-i", "0.1", "-a", "-n", server);
        same("-c", "2", "-i", "0.1", "-v", server);
        same("-c", "2", "-i", "0.1", "-v", server6);
        same("-c", "1", "-U", server);
        same("-c", "1", "localhost");
        same("-c", "1", "127.1");
        same("-c", "1", "0");
    }

    @Test
    void payloads() {
        same("-c", "1", "-s", "0", server);
        same("-c", "1", "-s", "8", server);
        same("-c", "1", "-s", "16", server6);
        same("-c", "1", "-s", "65507", server);
        same("-c", "2", "-i", "0.1", "-p", "ff00", server);
        same("-c", "1", "-q", "-p", "ff00", server);
        same("-c", "1", "-M", "do", "-s", "1472", server);
        same("-c", "2", "-i", "0.1", "-M", "do", "-s", "2000", server);
        same("-c", "1", "-M", "do", "-s", "2000", server6);
    }

    @Test
    void headerOptions() {
        same("-c", "2", "-i", "0.1", "-R", server);
        same("-c", "1", "-T", "tsonly", server);
        same("-c", "1", "-T", "tsandaddr", server);
        same("-c", "1", "-T", "tsprespec", near + "2", server);
        same("-c", "1", "-Q", "0x10", server);
        same("-c", "1", "-Q", "16", server6);
        same("-c", "1", "-F", "0", server6);
        same("-c", "1", "-m", "5", "-e", "77", "-v", server);
    }

    @Test
    void sources() {
        String device = client.run("ip", "route", "get", server).stdout().replaceAll("(?s).* dev (\\S+).*", "$1");
        same("-c", "1", "-I", device, server);
        same("-c", "1", "-I", device, server6);
        same("-c", "1", "-I", own, server);
        same("-c", "1", "-I", device, "-I", own, server);
        same("-c", "1", "-I", "lo", "127.0.0.1");
        same("-c", "1", "-B", server);
        same("-c", "1", "-I", device, "ff02::1");
    }

    @Test
    void errorsOfTheNetwork() {
        same("-c", "2", "-i", "0.1", "-t", "1", server);
        same("-c", "1", "-t", "1", server6);
        same("-c", "1", "10.77.99.9");
        same("-c", "3", "-i", "0.1", near + "99");
        same("-c", "3", "-i", "0.1", near6 + "99");
        same("-w", "1", "-c", "3", "10.77.99.9");
        same("-c", "2", "-i", "0.1", "-O", "-W", "0.5", "-q", near + "98");
    }

    @Test
    void floodAndAdaptive() {
        same("-c", "20", "-f", server);
        same("-c", "20", "-f", "-q", server);
        same("-c", "20", "-f", server6);
        same("-c", "5", "-A", server);
        same("-c", "3", "-l", "3", "-i", "0.1", server);
        same("-w", "1", "-i", "0.3", "-c", "10", server);
    }

    @Test
    void errorsOfTheUser() {
        same("-c", "1", "10.99.0.1");
        same("-c", "1", "fd99::1");
        same("-c", "1", "-4", "::1");
        same("-c", "1", "-6", "127.0.0.1");
        same("-c", "1", "-I", "nosuch", server);
        same("-c", "1", "-I", "nosuch", server6);
        same("-c", "1", "-I", "1.2.3.4", server);
        same("-c", "0", server);
        same("-c", "1x", server);
        same("-c", "1", "-i", "0,5", server);
        same("-W", "-1", server);
        same("-p", "xyz", server);
        same("-R", "-T", "tsonly", server);
        same("-Q", "300", server);
        same("-T", "foo", server);
        same("-l", "0", server);
        same("-t", "0", "-c", "1", server);
        same("-N", "help");
    }
}
