package net.diag.trace.names;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import net.diag.record.IpAddress;
import net.diag.sys.AddressInfo;
import net.diag.sys.Interfaces;
import net.diag.sys.SockAddr;

/**
 * Names of addresses by the system's resolver ({@code getnameinfo(3)}), each looked up once by a thread
 * beside the probing.
 *
 * <p>How long {@link #name} waits depends on what the resolver has shown: as long as it has answered
 * nothing, all waits together take {@link #DEAD_NANOS}; once it has answered, a name may take {@link
 * #ALIVE_NANOS}. So a dead resolver costs next to nothing, and a slow one still gives names.
 */
public final class ReverseNames implements NameService {
    private static final long DEAD_NANOS = 60_000_000L;
    private static final long ALIVE_NANOS = 1_000_000_000L;
    private static final long HOSTS_FILE_NANOS = 8_000_000L;
    private static final int MOST_THREADS = 24;
    private static final int MOST_NAMES = 20_000;
    private static final String NONE = "";

    private final Map<IpAddress, String> known = new HashMap<>();
    private final Map<IpAddress, Long> asked = new HashMap<>();
    private final ArrayDeque<IpAddress> queue = new ArrayDeque<>();
    private int threads;
    private int idle;
    private boolean alive;
    private long deadBudgetNanos = DEAD_NANOS;

    @Override
    public synchronized void request(IpAddress address) {
        if (asked.size() >= MOST_NAMES || asked.putIfAbsent(address, System.nanoTime()) != null) {
            return;
        }
        queue.add(address);
        if (idle > 0) {
            notifyAll();
        } else if (threads < MOST_THREADS) {
            threads++;
            Thread t = new Thread(new Worker(), "names-" + threads);
            t.setDaemon(true);
            t.start();
        }
    }

    private final class Worker implements Runnable {
        @Override
        public void run() {
            while (true) {
                IpAddress next = take();
                long began = System.nanoTime();
                String name = lookUp(next);
                put(next, name, System.nanoTime() - began);
            }
        }
    }

    private synchronized IpAddress take() {
        idle++;
        while (queue.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        idle--;
        return queue.poll();
    }

    private static String lookUp(IpAddress a) {
        if (a == null) {
            return null;
        }
        int scope = a.zone().isEmpty() ? 0 : Interfaces.index(a.zone());
        SockAddr s = a.isV6() ? SockAddr.inet6(a.toBytes(), 0, 0, scope) : SockAddr.inet4(a.toBytes(), 0);
        return AddressInfo.name(s, AddressInfo.NI_NAMEREQD);
    }

    private synchronized void put(IpAddress a, String name, long tookNanos) {
        if (a == null) {
            return;
        }
        known.put(a, name == null ? NONE : name);
        // A quick name may come from /etc/hosts and says nothing about the resolver.
        if (name != null && tookNanos > HOSTS_FILE_NANOS) {
            alive = true;
        }
        notifyAll();
    }

    @Override
    public synchronized String name(IpAddress address) {
        request(address);
        long began = System.nanoTime();
        while (!known.containsKey(address)) {
            long waited = System.nanoTime() - began;
            long sinceAsked = System.nanoTime() - asked.getOrDefault(address, began);
            long left = alive ? ALIVE_NANOS - sinceAsked : deadBudgetNanos - waited;
            if (left <= 0) {
                break;
            }
            try {
                wait(Math.max(1, left / 1_000_000L));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (!alive) {
            deadBudgetNanos -= System.nanoTime() - began;
        }
        return nameNow(address);
    }

    @Override
    public synchronized String nameNow(IpAddress address) {
        String name = known.get(address);
        return name == null || name.isEmpty() ? null : name;
    }
}
