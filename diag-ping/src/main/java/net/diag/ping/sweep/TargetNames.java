package net.diag.ping.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.diag.sys.AddressInfo;
import net.diag.sys.ResolutionException;
import net.diag.sys.SockAddr;
import net.diag.wire.InetAddresses;

/** Targets by name: read from a list, resolved in parallel, each name once. */
public final class TargetNames {
    private static final int RESOLVERS = 32;
    private static final int SOCK_DGRAM_ONLY = 0;

    private TargetNames() {}

    /** The first word of each line; blank lines and those that begin with {@code #} are passed over. */
    public static List<String> read(BufferedReader lines) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String s = line.trim();
            int end = 0;
            while (end < s.length() && s.charAt(end) > ' ') {
                end++;
            }
            if (end > 0 && s.charAt(0) != '#') {
                names.add(s.substring(0, end));
            }
        }
        return names;
    }

    /**
     * Append a target for each name, in order; for each of its addresses where {@code all}. A name that
     * doesn't resolve is a target too, with the reason.
     *
     * @param family AF_INET, AF_INET6, or AF_UNSPEC for what the resolver prefers
     */
    public static void resolve(List<String> names, int family, boolean all, List<SweepTarget> into)
            throws InterruptedException {
        Map<String, Future<List<SweepTarget>>> pending = new HashMap<>();
        ExecutorService pool = null;
        try {
            for (String name : names) {
                if (InetAddresses.parse(name) == null && !pending.containsKey(name)) {
                    if (pool == null) {
                        pool = Executors.newFixedThreadPool(Math.min(RESOLVERS, names.size()));
                    }
                    pending.put(name, pool.submit(() -> lookUp(name, family, all)));
                }
            }
            for (String name : names) {
                Future<List<SweepTarget>> answer = pending.get(name);
                if (answer == null) {
                    into.add(literal(name, family));
                } else {
                    for (SweepTarget t : answer.get()) {
                        into.add(
                                t.failure() == null
                                        ? SweepTarget.of(t.name(), t.address())
                                        : SweepTarget.unresolved(t.name(), t.failure()));
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
    }

    private static SweepTarget literal(String name, int family) {
        byte[] a = InetAddresses.parse(name);
        boolean v4 = a.length == 4;
        if (family != SockAddr.AF_UNSPEC && v4 != (family == SockAddr.AF_INET)) {
            return SweepTarget.unresolved(name, name + ": Address family for hostname not supported");
        }
        return SweepTarget.of(name, v4 ? SockAddr.inet4(a, 0) : SockAddr.inet6(a, 0, 0, 0));
    }

    private static List<SweepTarget> lookUp(String name, int family, boolean all) {
        List<SweepTarget> found = new ArrayList<>();
        try {
            for (AddressInfo info : AddressInfo.resolve(name, family, SOCK_DGRAM_ONLY)) {
                boolean known = false;
                for (SweepTarget t : found) {
                    known |= t.address().equals(info.address());
                }
                if (!known && (all || found.isEmpty())) {
                    String shown = all
                            ? name + " (" + InetAddresses.format(info.address().addressBytes()) + ")"
                            : name;
                    found.add(SweepTarget.of(shown, info.address()));
                }
            }
        } catch (ResolutionException e) {
            found.add(SweepTarget.unresolved(name, e.getMessage()));
        }
        return found;
    }
}
