package net.diag.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import net.diag.sys.NetNamespace;

/** A network namespace of a {@link Lab}: its configuration, and programs and code that run in it. */
public final class Namespace {
    private static final Path ETC = Path.of("/etc/netns");

    private static final String[][] DEFAULTS = {
        {"net.ipv4.icmp_ratelimit", "0"},
        {"net.ipv4.icmp_msgs_per_sec", "1000000"},
        {"net.ipv4.icmp_msgs_burst", "1000000"},
        {"net.ipv6.icmp.ratelimit", "0"},
        {"net.ipv4.conf.all.rp_filter", "0"},
        {"net.ipv4.conf.default.rp_filter", "0"},
        {"net.ipv6.conf.all.accept_dad", "0"},
        {"net.ipv6.conf.default.accept_dad", "0"},
        {"net.ipv6.conf.default.accept_ra", "0"},
        {"net.ipv6.conf.default.router_solicitations", "0"},
    };

    private final Lab lab;
    private final String name;
    private final String label;
    private final List<String> interfaces = new ArrayList<>();

    Namespace(Lab lab, String name, String label) {
        this.lab = lab;
        this.name = name;
        this.label = label;
    }

    void create() {
        Ip.run("netns add " + name);
        for (String[] setting : DEFAULTS) {
            trySysctl(setting[0], setting[1]);
        }
        ip("link set lo up");
    }

    /** Kill what runs in a namespace, and remove it with its folder in {@code /etc/netns}; it need not exist. */
    static void remove(String name) {
        try {
            Outcome pids = Command.of("ip", "netns", "pids", name).run();
            for (String pid : pids.stdout().split("\\s+")) {
                // A thread of this JVM that is in the namespace shows as this JVM.
                if (!pid.isEmpty()
                        && Long.parseLong(pid) != ProcessHandle.current().pid()) {
                    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
            Command.of("ip", "netns", "delete", name).run();
            removeFolder(ETC.resolve(name));
        } catch (IOException e) {
            throw new LabException("remove namespace " + name, e);
        }
    }

    private static void removeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (String file : new String[] {"resolv.conf", "hosts", "nsswitch.conf"}) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.deleteIfExists(folder);
        }
    }

    /** Its name for {@code ip netns} and for {@code --netns}. */
    public String name() {
        return name;
    }

    /** What the test calls it. */
    public String label() {
        return label;
    }

    Lab lab() {
        return lab;
    }

    @Override
    public String toString() {
        return label;
    }

    /** The end of a link to come, with its addresses: {@code "10.0.0.1/24"}, {@code "fd00::1/64"}. */
    public LinkEnd end(String... addresses) {
        return new LinkEnd(this, List.of(addresses), null, 0);
    }

    /** A name for a new interface: as wished, or with a number behind it, and never longer than the kernel's 15. */
    String claimInterface(String wish) {
        String base = wish.length() > 13 ? wish.substring(0, 13) : wish;
        String claimed = base;
        for (int i = 2; interfaces.contains(claimed) || claimed.equals("lo"); i++) {
            claimed = base + i;
        }
        interfaces.add(claimed);
        return claimed;
    }

    /** Run {@code ip ARGUMENTS} here; it must succeed. */
    public Namespace ip(String arguments) {
        Ip.run("-n " + name + ' ' + arguments);
        return this;
    }

    /** Add a route, as {@code ip route add} takes it: {@code "10.9.0.0/16 nexthop via … nexthop via …"}. */
    public Namespace route(String route) {
        return ip((route.indexOf(':') >= 0 ? "-6 " : "") + "route add " + route);
    }

    /** Load a ruleset, in the syntax of {@code nft -f}. */
    public Namespace nft(String ruleset) {
        return require(command("nft", "-f", "-").stdin(ruleset + '\n'));
    }

    /** Run {@code iptables ARGUMENTS} here; it must succeed. */
    public Namespace iptables(String arguments) {
        return require(command(split("iptables -w " + arguments)));
    }

    /** Run {@code ip6tables ARGUMENTS} here; it must succeed. */
    public Namespace ip6tables(String arguments) {
        return require(command(split("ip6tables -w " + arguments)));
    }

    /** Run {@code tc ARGUMENTS} here; it must succeed. */
    public Namespace tc(String arguments) {
        return require(command(split("tc " + arguments)));
    }

    private Namespace require(Command command) {
        command.run().requireSuccess();
        return this;
    }

    private static String[] split(String line) {
        return line.trim().split("\\s+");
    }

    /** Write a kernel parameter, {@code "net.ipv4.ip_forward"}, of this namespace. */
    public Namespace sysctl(String key, String value) {
        if (!trySysctl(key, value)) {
            throw new LabException("no such kernel parameter: " + key);
        }
        return this;
    }

    private boolean trySysctl(String key, String value) {
        Path file = Path.of("/proc/sys", split(key.replace('.', ' ')));
        return call(() -> {
            try {
                Files.writeString(file, value);
                return true;
            } catch (NoSuchFileException e) {
                return false;
            }
        });
    }

    /** Read a kernel parameter of this namespace. */
    public String sysctl(String key) {
        Path file = Path.of("/proc/sys", split(key.replace('.', ' ')));
        return call(() -> {
            // In one read: the kernel answers a second one, at an offset, with the end of the file.
            byte[] block = new byte[4096];
            try (InputStream in = Files.newInputStream(file)) {
                return new String(block, 0, Math.max(0, in.read(block)), StandardCharsets.US_ASCII).trim();
            }
        });
    }

    /** Let every group open datagram ICMP sockets, as systemd does. */
    public Namespace allowPingSockets() {
        return sysctl("net.ipv4.ping_group_range", "0 2147483647");
    }

    /** Ignore echo requests: for a program that answers in the kernel's place. */
    public Namespace ignoreEcho() {
        trySysctl("net.ipv6.icmp.echo_ignore_all", "1");
        return sysctl("net.ipv4.icmp_echo_ignore_all", "1");
    }

    /** What programs that are run here find as {@code /etc/resolv.conf}, {@code hosts} or {@code nsswitch.conf}. */
    public Namespace etc(String file, String content) {
        if (!Arrays.asList("resolv.conf", "hosts", "nsswitch.conf").contains(file)) {
            throw new LabException("not provided for: /etc/" + file);
        }
        try {
            Path folder = Files.createDirectories(ETC.resolve(name));
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new LabException("write /etc/netns/" + name + '/' + file, e);
        }
        return this;
    }

    /** A program to run here. */
    public Command command(String... program) {
        return Command.in(this, program);
    }

    /** Run a program here, to its end. */
    public Outcome run(String... program) {
        return command(program).run();
    }

    /** The product's tool {@code diag-TOOL}, to be run here through its launcher. */
    public Command diag(String tool, String... arguments) {
        List<String> program = new ArrayList<>();
        program.add(Command.launcher(tool));
        program.addAll(List.of(arguments));
        return command(program.toArray(new String[0]));
    }

    /** The namespace as {@link net.diag.sys} has it. */
    public NetNamespace netNamespace() {
        return NetNamespace.named(name);
    }

    /**
     * Run code here, in a thread of its own, and wait for it. Sockets that it opens stay in this namespace wherever
     * they are used; threads that it starts are in this namespace for good.
     */
    public <T> T call(Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(() -> {
            try (NetNamespace.Entered in = netNamespace().enter()) {
                return body.call();
            }
        });
        Thread thread = new Thread(task, "in-" + label);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new LabException("in namespace " + label + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted in namespace " + label, e);
        }
    }
}
