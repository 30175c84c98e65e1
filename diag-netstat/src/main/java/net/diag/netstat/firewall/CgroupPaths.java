package net.diag.netstat.firewall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Names control groups (version 2), which the kernel tells by the inode number of their directory. */
final class CgroupPaths {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private CgroupPaths() {}

    /** The path below the mount, quoted; the number where there is none. */
    static String text(long inode) {
        try (Stream<Path> all = Files.walk(ROOT, 8)) {
            Path found = all.filter(Files::isDirectory)
                    .filter(p -> inode(p) == inode)
                    .findFirst()
                    .orElse(null);
            return found == null
                    ? Long.toUnsignedString(inode)
                    : '"' + ROOT.relativize(found).toString() + '"';
        } catch (IOException | java.io.UncheckedIOException e) {
            // Not mounted, or a part of it is not ours to read.
            return Long.toUnsignedString(inode);
        }
    }

    private static long inode(Path p) {
        try {
            return (Long) Files.getAttribute(p, "unix:ino");
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }
}
