package net.diag.dump;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of ports from services(5). */
final class ServicePorts {
    private final String[] tcp = new String[1 << 16];
    private final String[] udp = new String[1 << 16];

    /** Reads the file; without it every port stays a number. */
    static ServicePorts read(Path file) {
        ServicePorts ports = new ServicePorts();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ports.add(line);
            }
        } catch (IOException e) {
            return ports;
        }
        return ports;
    }

    private void add(String line) {
        int comment = line.indexOf('#');
        java.util.StringTokenizer words =
                new java.util.StringTokenizer(comment < 0 ? line : line.substring(0, comment));
        if (words.countTokens() < 2) {
            return;
        }
        String name = words.nextToken();
        String port = words.nextToken();
        int slash = port.indexOf('/');
        if (slash <= 0) {
            return;
        }
        String[] table = port.endsWith("/tcp") ? tcp : port.endsWith("/udp") ? udp : null;
        try {
            int number = Integer.parseInt(port.substring(0, slash));
            if (table != null && number >= 0 && number < table.length && table[number] == null) {
                table[number] = name;
            }
        } catch (NumberFormatException e) {
            // A broken line names nothing.
        }
    }

    /** The name, or null. */
    String tcp(int port) {
        return tcp[port];
    }

    /** The name, or null. */
    String udp(int port) {
        return udp[port];
    }
}
