package net.diag.netstat.ip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import net.diag.netlink.AttributeSet;

/**
 * What the attributes of each kind of interface mean ({@code linux/if_link.h}), from the resource
 * {@code link-kinds}: a line has kind, attribute number, form and name. Attributes that the table
 * does not know are shown as {@code attr_N} in hexadecimal.
 */
final class KindTable {
    private record Attribute(int type, String form, String name) {}

    private final Map<String, List<Attribute>> kinds = new HashMap<>();
    private final IntFunction<String> ifNames;

    private KindTable(IntFunction<String> ifNames) {
        this.ifNames = ifNames;
    }

    /** Read the table; interfaces in values are named by {@code ifNames}. */
    static KindTable read(IntFunction<String> ifNames) {
        KindTable t = new KindTable(ifNames);
        try (InputStream in = KindTable.class.getResourceAsStream("link-kinds")) {
            BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = r.readLine(); line != null; line = r.readLine()) {
                String[] w = line.strip().split("\\s+");
                if (w.length == 4 && !w[0].startsWith("#")) {
                    for (String kind : w[0].split(",")) {
                        t.kinds
                                .computeIfAbsent(kind, k -> new ArrayList<>())
                                .add(new Attribute(Integer.parseInt(w[1]), w[2], w[3]));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return t;
    }

    /** The values of one interface's kind, by ip's names. */
    Map<String, Object> decode(String kind, AttributeSet a) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Attribute> known = kinds.getOrDefault(kind, List.of());
        boolean[] seen = new boolean[a.size()];
        for (Attribute k : known) {
            for (int i = 0; i < a.size(); i++) {
                if (a.typeAt(i) == k.type) {
                    seen[i] = true;
                    put(values, k, a);
                }
            }
        }
        for (int i = 0; i < a.size(); i++) {
            if (!seen[i]) {
                int type = a.typeAt(i);
                values.put("attr_" + type, AddressText.link(a.bytes(type)).replace(":", ""));
            }
        }
        return values;
    }

    private void put(Map<String, Object> values, Attribute k, AttributeSet a) {
        int t = k.type;
        String form = k.form;
        int colon = form.indexOf(':');
        String argument = colon < 0 ? "" : form.substring(colon + 1);
        switch (colon < 0 ? form : form.substring(0, colon)) {
            case "u8" -> values.put(k.name, a.u8(t));
            case "u16" -> values.put(k.name, a.u16(t));
            case "u32" -> values.put(k.name, a.u32(t));
            case "s32" -> values.put(k.name, a.s32(t));
            case "u64" -> values.put(k.name, a.u64(t));
            case "be16" -> values.put(k.name, a.be16(t));
            case "be32" -> values.put(k.name, a.be32u(t));
            case "bool" -> values.put(k.name, number(a, t) != 0);
            case "not" -> values.put(k.name, number(a, t) == 0);
            case "true" -> {
                if (number(a, t) != 0 || a.length(t) == 0) {
                    values.put(k.name, true);
                }
            }
            case "nonzero" -> {
                if (number(a, t) != 0) {
                    values.put(k.name, number(a, t));
                }
            }
            case "hex" -> values.put(k.name, Long.toHexString(number(a, t)));
            case "0x" -> values.put(k.name, "0x" + Long.toHexString(number(a, t)));
            case "centi" -> values.put(k.name, a.u64(t) / 100.0);
            case "text" -> values.put(k.name, a.string(t));
            case "ip" -> values.put(k.name, AddressText.ip(a.bytes(t)));
            case "mac" -> values.put(k.name, AddressText.link(a.bytes(t)));
            case "dev" -> values.put(k.name, ifNames.apply(a.s32(t)));
            case "word" -> values.put(k.name, word(argument, number(a, t)));
            case "bridge-id" -> values.put(k.name, bridgeId(a.bytes(t)));
            case "range" -> {
                Map<String, Object> range = new LinkedHashMap<>();
                byte[] b = a.bytes(t);
                if (b.length >= 4) {
                    range.put("low", (b[0] & 0xff) << 8 | b[1] & 0xff);
                    range.put("high", (b[2] & 0xff) << 8 | b[3] & 0xff);
                }
                values.put(k.name, range);
            }
            case "bit" -> {
                byte[] b = a.bytes(t);
                int bit = Integer.parseInt(argument);
                values.put(k.name, b.length > bit / 8 ? b[bit / 8] >> (bit & 7) & 1 : 0);
            }
            case "flags" -> values.put(k.name, flags(argument, number(a, t)));
            case "remote" -> {
                byte[] b = a.bytes(t);
                boolean group = b.length == 4 && (b[0] & 0xf0) == 0xe0 || b.length == 16 && b[0] == (byte) 0xff;
                if (b.length > 0
                        && !AddressText.ip(b).equals("0.0.0.0")
                        && !AddressText.ip(b).equals("::")) {
                    values.put(group ? "group" : "remote", AddressText.ip(b));
                }
            }
            default -> values.put(k.name, AddressText.link(a.bytes(t)));
        }
    }

    private static long number(AttributeSet a, int type) {
        return switch (a.length(type)) {
            case 1 -> a.u8(type);
            case 2 -> a.u16(type);
            case 8 -> a.u64(type);
            default -> a.u32(type);
        };
    }

    /** The word of a number: {@code 1=bridge|2=vepa}, or by position: {@code off|on}. */
    private static String word(String words, long value) {
        String[] list = words.split("\\|");
        for (int i = 0; i < list.length; i++) {
            int eq = list[i].indexOf('=');
            if (eq < 0 && i == value) {
                return list[i];
            }
            if (eq > 0 && Long.decode(list[i].substring(0, eq)) == value) {
                return list[i].substring(eq + 1);
            }
        }
        return Long.toString(value);
    }

    private static List<String> flags(String words, long value) {
        List<String> list = new ArrayList<>();
        long left = value;
        String[] names = words.split("\\|");
        for (int i = 0; i < names.length; i++) {
            if ((value >> i & 1) != 0) {
                list.add(names[i]);
                left &= ~(1L << i);
            }
        }
        if (left != 0) {
            list.add(Long.toHexString(left));
        }
        return list;
    }

    private static String bridgeId(byte[] b) {
        if (b.length < 8) {
            return AddressText.link(b);
        }
        StringBuilder s = new StringBuilder();
        String priority = Integer.toHexString((b[0] & 0xff) << 8 | b[1] & 0xff);
        s.append("0000", 0, 4 - priority.length()).append(priority).append('.');
        for (int i = 2; i < 8; i++) {
            s.append(i > 2 ? ":" : "").append(Integer.toHexString(b[i] & 0xff));
        }
        return s.toString();
    }
}
