package net.diag.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who made a namespace: its name begins with {@code lab-PID-START-}, where START is the start time of the process in
 * clock ticks since boot ({@code proc(5)}, field 22 of stat). A number alone would be taken for alive after its reuse.
 */
final class Owner {
    private static final Path NAMED = Path.of("/run/netns");
    private static final Path ETC = Path.of("/etc/netns");
    private static final String PREFIX = "lab-";

    private Owner() {}

    /** What the names of this JVM's namespaces begin with. */
    static String prefix() {
        long pid = ProcessHandle.current().pid();
        return PREFIX + pid + '-' + startTime(pid) + '-';
    }

    /** Names of namespaces, or of their folders in {@code /etc/netns}, whose owner is dead. */
    static List<String> orphans() {
        List<String> orphans = new ArrayList<>();
        for (Path folder : new Path[] {NAMED, ETC}) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PREFIX + "*-*-*")) {
                for (Path entry : entries) {
                    String name = entry.getFileName().toString();
                    if (!isAlive(name) && !orphans.contains(name)) {
                        orphans.add(name);
                    }
                }
            } catch (IOException e) {
                continue; // no such folder: nothing was ever made
            }
        }
        return orphans;
    }

    private static boolean isAlive(String name) {
        String[] parts = name.split("-", 4);
        try {
            return startTime(Long.parseLong(parts[1])).equals(parts[2]);
        } catch (NumberFormatException e) {
            return true; // not of our making: leave it alone
        }
    }

    /** The start time of a process, or an empty text if there is none. */
    private static String startTime(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The name in field 2 may hold blanks and parentheses; counting starts behind its last.
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
        } catch (IOException e) {
            return "";
        }
    }
}
