package net.diag.netstat.firewall;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;

/**
 * A table of legacy iptables ({@code linux/netfilter_ipv4/ip_tables.h}, {@code
 * linux/netfilter_ipv6/ip6_tables.h}), read by {@code getsockopt} on a raw socket.
 *
 * <p>Only tables named in {@code ip_tables_names} are asked for: asking for another would make it.
 *
 * @param family 2 or 10
 * @param name {@code filter}, {@code nat} …
 * @param chains in the kernel's order
 */
record LegacyTable(int family, String name, List<LegacyChain> chains) {
    private static final int IPT_SO_GET_INFO = 64;
    private static final int IPT_SO_GET_ENTRIES = 65;
    private static final int NAME_LENGTH = 32;
    private static final int INFO_LENGTH = 84;
    private static final int ENTRIES_OFFSET = 40;
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final String[] HOOKS = {"PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"};

    /** All tables in use; what can't be read is told in {@code notes}. */
    static List<LegacyTable> readAll(List<String> notes) {
        List<LegacyTable> all = new ArrayList<>();
        for (int family : new int[] {SockAddr.AF_INET, SockAddr.AF_INET6}) {
            String file = family == SockAddr.AF_INET ? "ip_tables_names" : "ip6_tables_names";
            List<String> names;
            try {
                names = Files.readAllLines(Path.of("/proc/thread-self/net", file));
            } catch (IOException e) {
                continue; // this kernel has no legacy iptables, or none that we may see
            }
            for (String name : names) {
                try {
                    all.add(read(family, name.strip()));
                } catch (ErrnoException e) {
                    notes.add("legacy iptables table " + name + " can't be read: " + Errno.message(e.errno()));
                }
            }
        }
        return all;
    }

    private static LegacyTable read(int family, String name) throws ErrnoException {
        int level = family == SockAddr.AF_INET ? 0 : 41;
        try (Fd fd = Fd.socket(family, Fd.SOCK_RAW, 255)) {
            NativeBuffer info = NativeBuffer.allocate(INFO_LENGTH);
            byte[] n = name.getBytes(StandardCharsets.US_ASCII);
            info.bytes().put(0, n, 0, Math.min(n.length, NAME_LENGTH - 1));
            check(fd.option(level, IPT_SO_GET_INFO, info, INFO_LENGTH), name);
            ByteBuffer i = info.bytes();
            int size = i.getInt(80);
            if (size < 0 || size > LARGEST) {
                throw new ErrnoException("getsockopt", name, Errno.EOVERFLOW);
            }
            NativeBuffer entries = NativeBuffer.allocate(ENTRIES_OFFSET + size);
            entries.bytes().put(0, n, 0, Math.min(n.length, NAME_LENGTH - 1));
            entries.bytes().putInt(NAME_LENGTH, size);
            check(fd.option(level, IPT_SO_GET_ENTRIES, entries, ENTRIES_OFFSET + size), name);
            byte[] copy = new byte[size];
            entries.bytes().get(ENTRIES_OFFSET, copy);
            int[] hookEntries = new int[HOOKS.length];
            for (int h = 0; h < HOOKS.length; h++) {
                hookEntries[h] = (i.getInt(32) >> h & 1) == 0 ? -1 : i.getInt(36 + 4 * h);
            }
            return decode(family, name, ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder()), hookEntries);
        }
    }

    private static void check(int result, String name) throws ErrnoException {
        if (result < 0) {
            throw new ErrnoException("getsockopt", name, -result);
        }
    }

    /** Cut the kernel's block into chains; {@code hooks}: where each hook's chain begins, or -1. */
    static LegacyTable decode(int family, String name, ByteBuffer b, int[] hooks) {
        List<LegacyRule> all = new ArrayList<>();
        for (int at = 0; at < b.limit(); ) {
            LegacyRule r = LegacyRule.decode(family, b, at);
            if (r == null) {
                break;
            }
            all.add(r);
            at += r.length();
        }
        List<LegacyChain> chains = new ArrayList<>();
        Map<Integer, String> starts = new HashMap<>();
        LegacyChain open = null;
        for (LegacyRule r : all) {
            int hook = hookAt(hooks, r.offset());
            boolean error = r.target().equals("ERROR");
            if (hook >= 0) {
                open = new LegacyChain(HOOKS[hook], hook, new ArrayList<>());
                chains.add(open);
            } else if (error) {
                // The head of a chain of the user's, or the end of the table.
                open = new LegacyChain(r.errorName(), -1, new ArrayList<>());
                if (!open.name().equals("ERROR")) {
                    chains.add(open);
                    starts.put(r.offset() + r.length(), open.name());
                }
                continue;
            }
            if (open != null) {
                open.rules().add(r);
            }
        }
        List<LegacyChain> resolved = new ArrayList<>();
        for (LegacyChain c : chains) {
            resolved.add(c.resolved(starts));
        }
        return new LegacyTable(family, name, resolved);
    }

    private static int hookAt(int[] hooks, int offset) {
        for (int h = 0; h < hooks.length; h++) {
            if (hooks[h] == offset) {
                return h;
            }
        }
        return -1;
    }

    /** The chain of that name, or null. */
    LegacyChain chain(String chain) {
        for (LegacyChain c : chains) {
            if (c.name().equals(chain)) {
                return c;
            }
        }
        return null;
    }

    /** {@code ip} or {@code ip6}. */
    String familyName() {
        return family == SockAddr.AF_INET ? "ip" : "ip6";
    }

    /** In the form of iptables-save, each line behind {@code prefix}. */
    void print(StringBuilder out, String prefix) {
        out.append(prefix).append('*').append(name).append('\n');
        for (LegacyChain c : chains) {
            out.append(prefix)
                    .append(':')
                    .append(c.name())
                    .append(' ')
                    .append(c.policyText())
                    .append('\n');
        }
        for (LegacyChain c : chains) {
            for (LegacyRule r : c.ownRules()) {
                out.append(prefix).append(r.text(family, c.name())).append('\n');
            }
        }
        out.append(prefix).append("COMMIT\n");
    }
}
