package net.diag.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.diag.lab.Chain;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import org.junit.jupiter.api.Test;

/** The drop-in against Linux traceroute on the same path, times masked. */
@InLab(programs = {"traceroute"})
class TraceIT {
    private static final int ROUTERS = 4;

    private static String masked(Outcome o) {
        return o.exitCode() + "\n" + o.stdout().replaceAll("[0-9]+\\.[0-9]{3} ms", "T ms") + o.stderr();
    }

    private static void compare(Namespace from, String[]... commands) {
        List<String> different = new ArrayList<>();
        for (String[] c : commands) {
            List<String> theirs = new ArrayList<>(List.of("traceroute"));
            theirs.addAll(List.of(c));
            String a = masked(from.run(theirs.toArray(new String[0])));
            String b = masked(from.diag("trace", c).run());
            if (!a.equals(b)) {
                different.add(String.join(" ", c) + ":\n" + a + "--- ours:\n" + b);
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    void pathIsPrintedAsTraceroutePrintsIt(Lab lab) {
        Chain chain = lab.chain(77, ROUTERS);
        String to = chain.serverAddress();
        compare(
                chain.client(),
                new String[] {"-n", to},
                new String[] {"-n", "-I", to},
                new String[] {"-n", "-T", "-p", "9", to},
                new String[] {"-n", "-U", to},
                new String[] {"-n", "-q", "1", to},
                new String[] {"-n", "-f", "3", to},
                new String[] {"-n", "-m", "2", to},
                new String[] {"-n", "-F", to, "80"});
    }

    @Test
    void pathOfIpv6IsPrintedAsTraceroutePrintsIt(Lab lab) {
        Chain chain = lab.chain(78, ROUTERS);
        String to = chain.serverAddress6();
        compare(chain.client(), new String[] {"-n", to}, new String[] {"-n", "-I", to}, new String[] {
            "-6", "-n", "-q", "1", to
        });
    }

    @Test
    void unprivilegedUserTracesByTheErrorQueue(Lab lab) {
        Chain chain = lab.chain(79, ROUTERS);
        Outcome o = chain.client()
                .diag("trace", "-n", "-q", "1", chain.serverAddress())
                .user("nobody")
                .run();
        assertEquals(0, o.exitCode(), o.stderr());
        assertEquals(ROUTERS + 2, o.lines().size(), o.stdout());
    }
}
