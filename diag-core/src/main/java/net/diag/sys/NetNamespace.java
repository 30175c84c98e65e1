package net.diag.sys;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network namespace by the path that holds it ({@code network_namespaces(7)}), with its identity
 * (device and inode, {@code ns(7)} “nsfs”).
 *
 * <p>A namespace is entered by one thread; the others stay where they are. A socket belongs to the
 * namespace in which it was opened for good, so a tool enters, opens, and comes back:
 *
 * <pre>{@code
 * try (NetNamespace.Entered in = NetNamespace.named("blue").enter()) {
 *     socket = Fd.socket(AF_INET, SOCK_DGRAM, 0);
 * }
 * }</pre>
 *
 * Threads started while inside start inside. {@code /proc/net} is a link to {@code /proc/self/net}, of
 * the process's main thread: read {@code /proc/thread-self/net} inside.
 *
 * @param path the file that refers to the namespace
 * @param label what the user calls it: its name, {@code pid N}, or the path
 */
public record NetNamespace(Path path, String label) {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final Path NAMED = Path.of("/run/netns");
    private static final Path SELF = Path.of("/proc/thread-self/ns/net");

    /** A thread's stay in a namespace; closing goes back. To be closed by the thread that entered. */
    public static final class Entered implements AutoCloseable {
        private final Fd home;

        private Entered(Fd home) {
            this.home = home;
        }

        @Override
        public void close() {
            int r = setns(home);
            home.close();
            if (r < 0) {
                // A thread that can't go home must not go on in the wrong namespace.
                throw new IllegalStateException("setns: " + Errno.message(-r));
            }
        }
    }

    /** The namespace named {@code name} by {@code ip netns} (in {@code /run/netns}). */
    public static NetNamespace named(String name) {
        return new NetNamespace(NAMED.resolve(name), name);
    }

    /** The namespace of process {@code pid}. */
    public static NetNamespace ofPid(int pid) {
        return new NetNamespace(Path.of("/proc/" + pid + "/ns/net"), "pid " + pid);
    }

    /** The calling thread's namespace. */
    public static NetNamespace current() {
        return new NetNamespace(SELF, "");
    }

    /**
     * What {@code --netns NAME|PID|PATH} means: a path when it has a slash, else a name when there is
     * one, else a process id.
     *
     * @throws IOException saying what was looked for, when there is no such namespace
     */
    public static NetNamespace parse(String text) throws IOException {
        if (text.indexOf('/') >= 0) {
            Path p = Path.of(text);
            if (!Files.exists(p)) {
                throw new NoSuchFileException(text, null, "no such network namespace");
            }
            return new NetNamespace(p, text);
        }
        if (!text.isEmpty() && !text.equals(".") && !text.equals("..") && Files.exists(NAMED.resolve(text))) {
            return named(text);
        }
        if (isNumber(text)) {
            Path p = Path.of("/proc/" + text + "/ns/net");
            if (Files.exists(p, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                return new NetNamespace(p, "pid " + text);
            }
            throw new NoSuchFileException(text, null, "no network namespace of that name, and no such process");
        }
        throw new NoSuchFileException(text, null, "no such network namespace" + knownNames());
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String knownNames() {
        List<NetNamespace> named = named();
        if (named.isEmpty()) {
            return " (none is named on this machine)";
        }
        StringBuilder s = new StringBuilder(" (named:");
        for (NetNamespace n : named) {
            s.append(' ').append(n.label);
        }
        return s.append(')').toString();
    }

    /** The namespaces that {@code ip netns} has named, in the order of their names. */
    public static List<NetNamespace> named() {
        List<NetNamespace> found = new ArrayList<>();
        try (DirectoryStream<Path> dir = Files.newDirectoryStream(NAMED)) {
            for (Path p : dir) {
                found.add(new NetNamespace(p, p.getFileName().toString()));
            }
        } catch (IOException e) {
            return List.of(); // no directory: nothing is named
        }
        found.sort(java.util.Comparator.comparing(NetNamespace::label));
        return found;
    }

    /**
     * Every namespace on the machine, once: the current one first, then the named ones, those that
     * only a mount holds, then those that only a process holds. What can't be read for lack of
     * privilege is left out and counted in {@code unreadable[0]} (may be null).
     */
    public static List<NetNamespace> all(int[] unreadable) {
        List<NetNamespace> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        addOnce(current(), found, seen);
        for (NetNamespace n : named()) {
            addOnce(n, found, seen);
        }
        for (Path mount : mounted()) {
            addOnce(new NetNamespace(mount, mount.toString()), found, seen);
        }
        int denied = 0;
        try (DirectoryStream<Path> dir = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path p : dir) {
                Path link = p.resolve("ns/net");
                try {
                    String id = Files.readSymbolicLink(link).toString();
                    if (seen.add(id)) {
                        found.add(new NetNamespace(link, "pid " + p.getFileName()));
                    }
                } catch (java.nio.file.AccessDeniedException e) {
                    denied++;
                } catch (IOException e) {
                    continue; // the process ended meanwhile
                }
            }
        } catch (IOException e) {
            denied++;
        }
        if (unreadable != null && unreadable.length > 0) {
            unreadable[0] = denied;
        }
        return found;
    }

    private static void addOnce(NetNamespace n, List<NetNamespace> found, Set<String> seen) {
        String id = n.id();
        if (!id.isEmpty() && seen.add(id)) {
            found.add(n);
        }
    }

    /** Mount points of network namespaces, from {@code /proc/self/mountinfo} (type nsfs, root net:[…]). */
    private static List<Path> mounted() {
        List<Path> found = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) {
                String[] f = line.split(" ");
                if (f.length > 5 && f[3].startsWith("net:[")) {
                    found.add(Path.of(unescape(f[4])));
                }
            }
        } catch (IOException e) {
            return found; // not readable: named and process namespaces remain
        }
        return found;
    }

    private static String unescape(String octal) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < octal.length(); i++) {
            if (octal.charAt(i) == '\\' && i + 3 < octal.length()) {
                s.append((char) Integer.parseInt(octal.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                s.append(octal.charAt(i));
            }
        }
        return s.toString();
    }

    /** The identity as {@code /proc} shows it, {@code net:[INODE]}; empty when it can't be read. */
    public String id() {
        try {
            if (Files.isSymbolicLink(path)) {
                String target = Files.readSymbolicLink(path).toString();
                if (target.startsWith("net:[")) {
                    return target;
                }
            }
            Object inode = Files.getAttribute(path, "unix:ino");
            return "net:[" + inode + "]";
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Move the calling thread into this namespace until the result is closed. Needs CAP_SYS_ADMIN. */
    public Entered enter() throws ErrnoException {
        Fd home = Fd.open(SELF.toString(), Fd.O_RDONLY);
        try (Fd there = Fd.open(path.toString(), Fd.O_RDONLY)) {
            int r = setns(there);
            if (r < 0) {
                throw new ErrnoException("setns", path.toString(), -r);
            }
            return new Entered(home);
        } catch (ErrnoException e) {
            home.close();
            throw e;
        }
    }

    private static int setns(Fd fd) {
        return LibC.call(LibC.function("setns"), fd.number(), CLONE_NEWNET);
    }
}
