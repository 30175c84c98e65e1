package net.diag.sys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * User and group ids of this process, and names for ids.
 *
 * <p>Names come from {@code /etc/passwd} first, and from the C library's {@code getpwuid(3)} (so from
 * nsswitch's other sources) for ids that aren't there.
 */
public final class Users {
    private static final int ROOT = 0;

    private final Map<Integer, String> names = new HashMap<>();

    private Users(Path passwd) {
        try {
            for (String line : Files.readAllLines(passwd, StandardCharsets.ISO_8859_1)) {
                int nameEnd = line.indexOf(':');
                int idStart = line.indexOf(':', nameEnd + 1) + 1;
                int idEnd = line.indexOf(':', idStart);
                if (nameEnd > 0 && idStart > 0 && idEnd > idStart) {
                    names.putIfAbsent(parseId(line, idStart, idEnd), line.substring(0, nameEnd));
                }
            }
        } catch (IOException e) {
            names.clear(); // no file: every name comes from the C library
        }
        names.remove(-1);
    }

    /** The names of this machine. */
    public static Users ofSystem() {
        return new Users(Path.of("/etc/passwd"));
    }

    private static int parseId(String s, int from, int to) {
        try {
            return Integer.parseUnsignedInt(s, from, to, 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The real user id of this process. */
    public static int realUid() {
        return LibC.function("getuid").invokeInt(new Object[0]);
    }

    /** The effective user id of this process. */
    public static int effectiveUid() {
        return LibC.function("geteuid").invokeInt(new Object[0]);
    }

    /** The real group id of this process. */
    public static int realGid() {
        return LibC.function("getgid").invokeInt(new Object[0]);
    }

    /** Whether the effective user is root. */
    public static boolean isRoot() {
        return effectiveUid() == ROOT;
    }

    /** This process's id. */
    public static int pid() {
        return LibC.function("getpid").invokeInt(new Object[0]);
    }

    /** The name of {@code uid}, or null when nobody has it. */
    public String name(int uid) {
        String known = names.get(uid);
        if (known == null && !names.containsKey(uid)) {
            com.sun.jna.Pointer p = LibC.function("getpwuid").invokePointer(new Object[] {uid});
            known = p == null ? null : p.getPointer(0).getString(0);
            names.put(uid, known);
        }
        return known;
    }

    /**
     * The user and primary group of {@code name} ({@code getpwnam(3)}).
     *
     * @return uid and gid, or null when there is no such user
     */
    public static int[] lookup(String name) {
        com.sun.jna.Pointer p = LibC.function("getpwnam")
                .invokePointer(new Object[] {NativeBuffer.ofCString(name).pointer()});
        return p == null ? null : new int[] {p.getInt(16), p.getInt(20)};
    }

    /**
     * Become {@code name} for good: supplementary groups, group and user id. The C library changes all
     * threads of the process ({@code nptl(7)}); capabilities go with the user id.
     *
     * @throws ErrnoException naming the call that failed; ENOENT when there is no such user
     */
    public static void become(String name) throws ErrnoException {
        int[] ids = lookup(name);
        if (ids == null) {
            throw new ErrnoException("getpwnam", name, Errno.ENOENT);
        }
        check(
                "initgroups",
                LibC.call(
                        LibC.function("initgroups"),
                        NativeBuffer.ofCString(name).pointer(),
                        ids[1]));
        check("setgid", LibC.call(LibC.function("setgid"), ids[1]));
        check("setuid", LibC.call(LibC.function("setuid"), ids[0]));
    }

    /**
     * Give up a set-user-ID privilege: the effective ids become the real ones
     * ({@code setreuid(2)}).
     */
    public static void dropSetuid() throws ErrnoException {
        int gid = realGid();
        int uid = realUid();
        check("setregid", LibC.call(LibC.function("setregid"), gid, gid));
        check("setreuid", LibC.call(LibC.function("setreuid"), uid, uid));
    }

    private static void check(String operation, int result) throws ErrnoException {
        if (result < 0) {
            throw new ErrnoException(operation, -result);
        }
    }
}
