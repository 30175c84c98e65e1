package net.diag.trace.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.IpAddress;
import net.diag.record.IpPrefix;

/**
 * Autonomous systems by a routing registry's whois ({@code -A}): all origins of the longest
 * {@code route:} or {@code route6:} that holds the address. Each address is asked once, beside the
 * probing, over a connection of its own.
 *
 * <p>The server is {@code whois.radb.net}, or RA_SERVER and RA_SERVICE of the environment.
 */
public final class Whois {
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int MOST_LINES = 5000;
    private static final int MOST_ORIGINS = 32;

    private final String server;
    private final String service;
    private final Map<IpAddress, String> known = new HashMap<>();
    private final Map<IpAddress, Thread> asked = new HashMap<>();

    /** A client of {@code server} at {@code service}, a port number or a name of {@code /etc/services}. */
    public Whois(String server, String service) {
        this.server = server;
        this.service = service;
    }

    /** Start asking, unless that was done before. */
    public synchronized void request(IpAddress address) {
        if (asked.containsKey(address)) {
            return;
        }
        Thread t = new Thread(() -> put(address, lookUp(address)), "whois-" + asked.size());
        t.setDaemon(true);
        asked.put(address, t);
        t.start();
    }

    private synchronized void put(IpAddress address, String text) {
        known.put(address, text);
        notifyAll();
    }

    /** {@code AS64501/AS64502}; {@code *}: nothing found; {@code !!}: no connection. Waits for the answer. */
    public synchronized String text(IpAddress address) {
        request(address);
        long deadline = System.nanoTime() + TIMEOUT_MILLIS * 1_000_000L;
        while (!known.containsKey(address)) {
            long left = (deadline - System.nanoTime()) / 1_000_000L;
            if (left <= 0) {
                return "!!";
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "!!";
            }
        }
        return known.get(address);
    }

    /** The text if it is known by now, else null. */
    public synchronized String textNow(IpAddress address) {
        return known.get(address);
    }

    private String lookUp(IpAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(server), port(service)), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((address + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return parse(in, address);
        } catch (IOException e) {
            return "!!";
        }
    }

    /** Read objects until the end, and join the origins of the longest prefix. */
    static String parse(BufferedReader in, IpAddress address) throws IOException {
        List<String> origins = new ArrayList<>();
        int best = -1;
        int current = -1;
        String line;
        for (int n = 0; n < MOST_LINES && (line = in.readLine()) != null; n++) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon);
            String value = line.substring(colon + 1).trim();
            if (key.equals("route") || key.equals("route6")) {
                IpPrefix p = IpPrefix.parse(value);
                current = p != null && p.contains(address) ? p.length() : -1;
            } else if (key.equals("origin") && current >= 0 && current >= best) {
                if (current > best) {
                    origins.clear();
                    best = current;
                }
                if (isAsNumber(value) && !origins.contains(value) && origins.size() < MOST_ORIGINS) {
                    origins.add(value);
                }
            }
        }
        return origins.isEmpty() ? "*" : String.join("/", origins);
    }

    private static boolean isAsNumber(String s) {
        if (s.length() < 3 || s.length() > 12 || !s.regionMatches(true, 0, "AS", 0, 2)) {
            return false;
        }
        for (int i = 2; i < s.length(); i++) {
            char c = s.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static int port(String service) throws IOException {
        try {
            return Integer.parseInt(service);
        } catch (NumberFormatException e) {
            int port = Services.tcpPort(service);
            return port > 0 ? port : 43;
        }
    }
}
