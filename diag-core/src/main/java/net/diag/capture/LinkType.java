package net.diag.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A link type: the number that capture files carry, the number of libpcap's API where it differs, and
 * its name. An open enumeration: a number without a name keeps its number. The table is a resource.
 *
 * @param number the LINKTYPE_ value of capture files
 * @param dlt the DLT_ value of libpcap's functions on Linux
 * @param name libpcap's name, {@code EN10MB}
 * @param description libpcap's description, {@code Ethernet}
 */
public record LinkType(int number, int dlt, String name, String description) {
    public static final int NULL = 0;
    public static final int ETHERNET = 1;
    public static final int RAW = 101;
    public static final int LOOP = 108;
    public static final int LINUX_SLL = 113;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_SLL2 = 276;

    /** The link type with this number in files, or null if there is no name for it. */
    public static LinkType of(int number) {
        return switch (number) {
            case ETHERNET -> new LinkType(ETHERNET, 1, "EN10MB", "Ethernet");
            case LINUX_SLL2 -> new LinkType(LINUX_SLL2, 276, "LINUX_SLL2", "Linux cooked v2");
            case 12, 14 -> find(RAW, null);
            default -> find(number, null);
        };
    }

    /** The link type of this name (any case, with or without {@code DLT_}), or null. */
    public static LinkType ofName(String name) {
        String plain = name.length() > 4 && name.regionMatches(true, 0, "DLT_", 0, 4) ? name.substring(4) : name;
        return find(-1, plain);
    }

    /** The number of files for a number of libpcap's API. */
    public static int fromDlt(int dlt) {
        return switch (dlt) {
            case 11 -> 100;
            case 12 -> RAW;
            case 13 -> 102;
            default -> dlt;
        };
    }

    private static LinkType find(int number, String name) {
        try (InputStream in = LinkType.class.getResourceAsStream("linktypes.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int first = line.indexOf('\t');
                if (first <= 0 || line.charAt(0) == '#') {
                    continue;
                }
                int second = line.indexOf('\t', first + 1);
                int third = line.indexOf('\t', second + 1);
                int candidate = Integer.parseInt(line.substring(0, first));
                String candidateName = line.substring(second + 1, third);
                if (name == null ? candidate == number : candidateName.equalsIgnoreCase(name)) {
                    int dlt = Integer.parseInt(line.substring(first + 1, second));
                    return new LinkType(candidate, dlt, candidateName, line.substring(third + 1));
                }
            }
            return null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
