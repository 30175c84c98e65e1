package net.diag.proc;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.diag.sys.Users;

/**
 * Which process has which socket open: one walk over {@code /proc/PID/fd}, kept in a hash by inode. Of
 * several owners the first found counts, as in net-tools.
 */
public final class SocketOwners {
    private static final String PREFIX = "socket:[";

    private long[] inodes = new long[1024];
    private int[] owners = new int[1024];
    private String[] names = new String[64];
    private int[] pids = new int[64];
    private int sockets;
    private int processes;
    private int denied;
    private boolean any;

    private SocketOwners() {}

    /** Walk {@code /proc}. */
    public static SocketOwners read() {
        SocketOwners o = new SocketOwners();
        String[] entries = new File("/proc").list();
        int[] found = new int[entries == null ? 0 : entries.length];
        int n = 0;
        for (String e : entries == null ? new String[0] : entries) {
            int pid = number(e);
            if (pid > 0) {
                found[n++] = pid;
            }
        }
        for (int i = 0; i < n; i++) {
            o.process(found[i]);
        }
        return o;
    }

    private static int number(String s) {
        int n = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < '0' || c > '9' || n > 100_000_000) {
                return -1;
            }
            n = n * 10 + c - '0';
        }
        return n;
    }

    private void process(int pid) {
        String[] fds = new File("/proc/" + pid + "/fd").list();
        if (fds == null) {
            denied += isDenied(pid) ? 1 : 0; // else it has ended meanwhile
            return;
        }
        any = true;
        int index = -1;
        for (String fd : fds) {
            long inode = socketInode("/proc/" + pid + "/fd/" + fd);
            if (inode > 0 && find(inode) < 0) {
                index = index < 0 ? addProcess(pid) : index;
                put(inode, index);
            }
        }
    }

    private static boolean isDenied(int pid) {
        try (DirectoryStream<Path> fds = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            return false;
        } catch (AccessDeniedException e) {
            return !Users.isRoot(); // root is denied only what is just ending
        } catch (IOException e) {
            return false;
        }
    }

    private static long socketInode(String link) {
        try {
            String target = Files.readSymbolicLink(Path.of(link)).toString();
            if (!target.startsWith(PREFIX)) {
                return -1;
            }
            return Long.parseLong(target, PREFIX.length(), target.length() - 1, 10);
        } catch (IOException | NumberFormatException e) {
            return -1; // closed meanwhile
        }
    }

    private int addProcess(int pid) {
        if (processes == pids.length) {
            pids = Arrays.copyOf(pids, processes * 2);
            names = Arrays.copyOf(names, processes * 2);
        }
        pids[processes] = pid;
        names[processes] = commandName(pid);
        return processes++;
    }

    /** The first argument, without the directory when it is a path. */
    private static String commandName(int pid) {
        try (FileInputStream in = new FileInputStream("/proc/" + pid + "/cmdline")) {
            byte[] b = in.readNBytes(512);
            int end = 0;
            while (end < b.length && b[end] != 0) {
                end++;
            }
            String s = new String(b, 0, end, StandardCharsets.ISO_8859_1);
            return s.startsWith("/") ? s.substring(s.lastIndexOf('/') + 1) : s;
        } catch (IOException e) {
            return "";
        }
    }

    private static int slot(long inode, int mask) {
        long h = inode * 0x9e3779b97f4a7c15L;
        return (int) (h >>> 40) & mask;
    }

    private void put(long inode, int owner) {
        if (sockets * 2 >= inodes.length) {
            long[] old = inodes;
            int[] oldOwners = owners;
            inodes = new long[old.length * 2];
            owners = new int[old.length * 2];
            for (int i = 0; i < old.length; i++) {
                if (old[i] != 0) {
                    insert(old[i], oldOwners[i]);
                }
            }
        }
        insert(inode, owner);
        sockets++;
    }

    private void insert(long inode, int owner) {
        int mask = inodes.length - 1;
        int i = slot(inode, mask);
        while (inodes[i] != 0) {
            i = i + 1 & mask;
        }
        inodes[i] = inode;
        owners[i] = owner;
    }

    private int find(long inode) {
        int mask = inodes.length - 1;
        for (int i = slot(inode, mask); inodes[i] != 0; i = i + 1 & mask) {
            if (inodes[i] == inode) {
                return owners[i];
            }
        }
        return -1;
    }

    /** The process that has the socket open, or -1. */
    public int pid(long inode) {
        int i = inode == 0 ? -1 : find(inode);
        return i < 0 ? -1 : pids[i];
    }

    /** Its name, a byte a character, not made safe for a terminal; null when there is none. */
    public String name(long inode) {
        int i = inode == 0 ? -1 : find(inode);
        return i < 0 ? null : names[i];
    }

    /** How many processes could not be looked into. */
    public int denied() {
        return denied;
    }

    /** Whether any process could be. */
    public boolean isAny() {
        return any;
    }
}
