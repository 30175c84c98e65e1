package net.diag.netstat.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code resolv.conf(5)} says, by glibc's rules.
 *
 * @param servers addresses as written, in order; glibc uses the first three
 * @param search domains to try; the last {@code search} or {@code domain} line counts
 * @param options by name; an option without a value has an empty one
 * @param sortList as written
 * @param writer the first comment line, which often names the program that wrote the file; or empty
 */
record ResolverConfig(
        List<String> servers, List<String> search, Map<String, String> options, List<String> sortList, String writer) {
    static final int MAXNS = 3;

    /** Understand the file's lines. */
    static ResolverConfig parse(List<String> lines) {
        List<String> servers = new ArrayList<>();
        List<String> search = new ArrayList<>();
        List<String> sortList = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        String writer = "";
        for (String line : lines) {
            if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
                String comment = line.isEmpty() ? "" : line.substring(1).strip();
                writer = writer.isEmpty() ? comment : writer;
                continue;
            }
            String[] w = line.strip().split("\\s+");
            switch (w[0]) {
                case "nameserver" -> {
                    if (w.length > 1) {
                        servers.add(w[1]);
                    }
                }
                case "search", "domain" -> {
                    search.clear();
                    int last = w[0].equals("domain") ? Math.min(2, w.length) : w.length;
                    search.addAll(List.of(w).subList(1, last));
                }
                case "sortlist" -> {
                    sortList.clear();
                    sortList.addAll(List.of(w).subList(1, w.length));
                }
                case "options" -> {
                    for (int i = 1; i < w.length; i++) {
                        int colon = w[i].indexOf(':');
                        options.put(
                                colon < 0 ? w[i] : w[i].substring(0, colon),
                                colon < 0 ? "" : w[i].substring(colon + 1));
                    }
                }
                default -> {}
            }
        }
        return new ResolverConfig(servers, search, options, sortList, writer);
    }

    /** An option's number within its bounds, as glibc takes it. */
    int number(String option, int byDefault, int most) {
        try {
            String v = options.get(option);
            return v == null || v.isEmpty() ? byDefault : Math.min(most, Math.max(0, Integer.parseInt(v)));
        } catch (NumberFormatException e) {
            return byDefault;
        }
    }

    /** What is worth knowing before one wonders. */
    List<String> warnings() {
        List<String> list = new ArrayList<>();
        if (servers.isEmpty()) {
            list.add("no nameserver is given: 127.0.0.1 is asked");
        }
        if (servers.size() > MAXNS) {
            list.add("glibc asks only the first " + MAXNS + " of " + servers.size() + " servers");
        }
        int ndots = number("ndots", 1, 15);
        if (ndots >= 5 && search.size() >= 3) {
            list.add("ndots:" + ndots + " with " + search.size()
                    + " search domains: a name with fewer dots costs up to " + (search.size() + 1) + " queries");
        }
        return list;
    }
}
