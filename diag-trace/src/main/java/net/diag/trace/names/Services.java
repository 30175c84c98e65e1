package net.diag.trace.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ports and protocols by name, from {@code /etc/services} and {@code /etc/protocols}. */
public final class Services {
    private Services() {}

    /** The TCP port of a service, or -1. */
    public static int tcpPort(String name) {
        return port(name, "/tcp");
    }

    /** The UDP port of a service, or -1. */
    public static int udpPort(String name) {
        return port(name, "/udp");
    }

    /** The number of an IP protocol, or -1. */
    public static int protocol(String name) {
        return number("/etc/protocols", name, "");
    }

    private static int port(String name, String protocol) {
        return number("/etc/services", name, protocol);
    }

    /** Lines are NAME NUMBER[/PROTOCOL] ALIAS…, with comments behind #. */
    private static int number(String file, String name, String suffix) {
        try {
            for (String line : Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1)) {
                int comment = line.indexOf('#');
                String[] words =
                        (comment < 0 ? line : line.substring(0, comment)).trim().split("\\s+");
                if (words.length < 2 || !words[1].endsWith(suffix)) {
                    continue;
                }
                for (int i = 0; i < words.length; i++) {
                    if (i != 1 && words[i].equals(name)) {
                        return Integer.parseInt(words[1].substring(0, words[1].length() - suffix.length()));
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
        return -1;
    }
}
