package net.diag.dump;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of this host's interfaces by index, from {@code /sys/class/net}. */
final class InterfaceIndex {
    private InterfaceIndex() {}

    /** The name, or {@code ?}. */
    static String name(int index) {
        try (DirectoryStream<Path> interfaces = Files.newDirectoryStream(Path.of("/sys/class/net"))) {
            for (Path entry : interfaces) {
                String text = Files.readString(entry.resolve("ifindex")).strip();
                if (text.equals(Integer.toString(index))) {
                    return entry.getFileName().toString();
                }
            }
        } catch (IOException e) {
            return "?";
        }
        return "?";
    }
}
