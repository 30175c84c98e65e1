package net.diag.dump;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.diag.dump.print.Dissection;
import net.diag.dump.print.Names;

/**
 * Names by the system's resolver and services(5). Of a live capture no packet waits for a name: the
 * number is printed until the answer is there. Of a file the answer is awaited, as tcpdump does.
 */
final class ResolvedNames implements Names {
    private static final int MOST = 50_000;

    private final ServicePorts ports = ServicePorts.read(Path.of("/etc/services"));
    private final boolean waits;
    private final boolean shortNames;
    private final ExecutorService resolver = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "resolver");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Object, Future<String>> hosts = new LinkedHashMap<>();

    ResolvedNames(boolean waits, boolean shortNames) {
        this.waits = waits;
        this.shortNames = shortNames;
    }

    private String host(Object key, byte[] address) {
        Future<String> answer = hosts.get(key);
        if (answer == null) {
            if (hosts.size() >= MOST) {
                hosts.clear();
            }
            answer = resolver.submit(() -> lookup(address));
            hosts.put(key, answer);
        }
        if (!waits && !answer.isDone()) {
            return null;
        }
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private String lookup(byte[] address) throws UnknownHostException {
        InetAddress numeric = InetAddress.getByAddress(address);
        String name = numeric.getCanonicalHostName();
        if (name.equals(numeric.getHostAddress())) {
            return null;
        }
        int dot = name.indexOf('.');
        return shortNames && dot > 0 ? name.substring(0, dot) : name;
    }

    /** A name from the net is shown as it is only if it looks like one. */
    private static void name(Dissection d, String name) {
        for (int i = 0; i < name.length(); i++) {
            d.safe(name.charAt(i));
        }
    }

    @Override
    public void ipv4(Dissection d, int address) {
        byte[] bytes = {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
        String host = host(address, bytes);
        if (host == null) {
            d.ipv4Text(address);
        } else {
            name(d, host);
        }
    }

    @Override
    public void ipv6(Dissection d, int offset) {
        byte[] bytes = new byte[16];
        d.copy(offset, bytes, 16);
        String host = host(Arrays.toString(bytes), bytes);
        if (host == null) {
            d.ip6Text(offset);
        } else {
            name(d, host);
        }
    }

    @Override
    public void mac(Dissection d, int offset) {
        d.colonHex(offset, 6);
        if (d.u48(offset) != 0xffffffffffffL) {
            d.text(" (oui Unknown)");
        } else {
            d.rewind(d.size() - 17);
            d.text("Broadcast");
        }
    }

    @Override
    public String interfaceName(int index) {
        return InterfaceIndex.name(index);
    }

    @Override
    public void udpPort(Dissection d, int port) {
        String name = ports.udp(port);
        if (name == null) {
            d.dec(port);
        } else {
            d.text(name);
        }
    }

    @Override
    public void tcpPort(Dissection d, int port) {
        String name = ports.tcp(port);
        if (name == null) {
            d.dec(port);
        } else {
            d.text(name);
        }
    }
}
