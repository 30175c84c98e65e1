package net.diag.shell.term;

import java.util.ArrayList;
import java.util.List;

/** What may stand in a capture filter (pcap-filter(7)). */
final class FilterSuggestions {
    private static final String[][] KEYWORDS = {
        {"host", "to or from this host"},
        {"net", "to or from this network"},
        {"port", "to or from this port"},
        {"portrange", "to or from these ports"},
        {"src", "source only"},
        {"dst", "destination only"},
        {"tcp", "TCP"},
        {"udp", "UDP"},
        {"icmp", "ICMP"},
        {"icmp6", "ICMPv6"},
        {"ip", "IPv4"},
        {"ip6", "IPv6"},
        {"arp", "ARP"},
        {"ether", "the link layer"},
        {"vlan", "802.1Q"},
        {"mpls", "MPLS"},
        {"proto", "IP protocol"},
        {"broadcast", "to everybody"},
        {"multicast", "to a group"},
        {"less", "at most this long"},
        {"greater", "at least this long"},
        {"gateway", "by way of this host"},
        {"and", "both"},
        {"or", "one of them"},
        {"not", "the opposite"}
    };

    private final ValueSources sources;

    FilterSuggestions(ValueSources sources) {
        this.sources = sources;
    }

    /**
     * For a filter in several words, or in one quoted word.
     *
     * @param word the word at the cursor, quotes taken off; of a quoted filter, all of it
     * @param text the text of the stage up to the cursor
     */
    List<Suggestion> at(String word, String text) {
        int begin = Math.max(word.lastIndexOf(' '), word.lastIndexOf('(')) + 1;
        String before = word.substring(0, begin);
        String previous =
                previousWord(begin > 0 ? before : text.substring(0, Math.max(0, text.length() - word.length())));
        List<Suggestion> found = switch (previous) {
            case "host", "gateway" -> sources.hosts();
            case "port", "portrange" -> sources.services();
            case "proto" -> sources.protocols();
            case "src", "dst" -> {
                List<Suggestion> all = keywords("host", "net", "port", "portrange");
                all.addAll(sources.hosts());
                yield all;
            }
            case "net", "less", "greater", "vlan", "mpls" -> List.of();
            default -> keywords();
        };
        List<Suggestion> out = new ArrayList<>();
        for (Suggestion s : found) {
            out.add(new Suggestion(before + s.value(), s.display(), s.description(), begin == 0));
        }
        return out;
    }

    private static String previousWord(String text) {
        String[] words = text.trim().split("[\\s()'\"]+");
        return words.length == 0 ? "" : words[words.length - 1];
    }

    private static List<Suggestion> keywords(String... only) {
        List<Suggestion> all = new ArrayList<>();
        for (String[] k : KEYWORDS) {
            if (only.length == 0 || List.of(only).contains(k[0])) {
                all.add(Suggestion.of(k[0], k[1]));
            }
        }
        return all;
    }
}
