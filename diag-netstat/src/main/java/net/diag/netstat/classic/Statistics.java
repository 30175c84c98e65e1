package net.diag.netstat.classic;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import net.diag.netstat.NetstatOptions;
import net.diag.proc.ProcLines;
import net.diag.record.TextOut;

/**
 * Counters by protocol in net-tools' phrases: {@code /proc/net/snmp}, {@code netstat}, and with -6
 * {@code snmp6}. A counter without a phrase is shown by its key unless it is zero.
 */
public final class Statistics {
    static final String LINE = "    ";
    static final String ROW = "        ";

    private final NetstatOptions options;
    private final TextOut out;
    /** Per section and counter: when and text, as in the resource. */
    private final Map<String, String[]> phrases = new HashMap<>();

    /** Of a counter without a phrase: that of the line before, as in net-tools, across the sections of a file too. */
    private String indent = LINE;

    private boolean onlyTcp;
    private boolean inputHistogram;
    private boolean outputHistogram;

    public Statistics(NetstatOptions options, TextOut out) throws IOException {
        this.options = options;
        this.out = out;
        try (InputStream in = Statistics.class.getResourceAsStream("statistics");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] f = line.split("\t", -1);
                    phrases.put(f[0] + f[1], new String[] {f[2], f[3]});
                }
            }
        }
    }

    /** Print all sections that the options ask for. */
    public void print() throws IOException {
        if (options.inet6 && !options.inet) {
            new Statistics6(options, out, this).print();
            return;
        }
        pairs("snmp");
        pairs("netstat");
    }

    /** Print the section of TCP, which both families share. */
    void tcpOnly() throws IOException {
        onlyTcp = true;
        pairs("snmp");
        onlyTcp = false;
    }

    private void pairs(String file) throws IOException {
        indent = LINE;
        try (ProcLines lines = ProcLines.open(options.proc.path(file))) {
            while (lines.next()) {
                String[] names = lines.text().trim().split(" +");
                if (!lines.next()) {
                    return;
                }
                String[] values = lines.text().trim().split(" +");
                int colon = names[0].indexOf(':');
                if (colon > 0 && isWanted(names[0].substring(0, colon))) {
                    section(names[0].substring(0, colon), names, values);
                }
            }
        } catch (FileNotFoundException e) {
            return; // not in this namespace
        }
    }

    private boolean isWanted(String section) {
        if (onlyTcp) {
            return section.equals("Tcp");
        }
        boolean every = !options.tcp && !options.udp && !options.udpLite && !options.raw && !options.sctp;
        return switch (section) {
            case "Ip", "Icmp" -> every || options.raw;
            case "Tcp", "TcpExt" -> every || options.tcp;
            case "Udp" -> every || options.udp;
            default -> true; // unknown to net-tools: printed in every mode
        };
    }

    private void section(String section, String[] names, String[] values) {
        out.print(section).println(":");
        inputHistogram = false;
        outputHistogram = false;
        for (int i = 1; i < Math.min(names.length, values.length); i++) {
            counter(section, names[i], values[i]);
            if (section.equals("Icmp")) {
                // the histograms' headings stand even without rows, before their first counter
                inputHistogram = heading(names, i, "InDestUnreachs", "    ICMP input histogram:", inputHistogram);
                outputHistogram = heading(names, i, "OutDestUnreachs", "    ICMP output histogram:", outputHistogram);
            }
        }
    }

    private boolean heading(String[] names, int i, String first, String text, boolean done) {
        if (!done && i + 1 < names.length && names[i + 1].equals(first)) {
            out.println(text);
            indent = ROW;
            return true;
        }
        return done;
    }

    private void counter(String section, String name, String value) {
        String[] phrase = phrases.get(section + name);
        boolean zero = value.equals("0");
        if (phrase == null) {
            if (!zero) {
                out.print(indent).print(name).print(": ").println(value);
            }
            return;
        }
        boolean row = phrase[0].equals("I") || phrase[0].equals("O");
        if (phrase[0].equals("N") || zero && !phrase[0].equals("A")) {
            return;
        }
        String text = phrase[1];
        int at = text.indexOf('%');
        indent = row ? ROW : LINE;
        out.print(indent).print(text.substring(0, at)).print(value).println(text.substring(at + 1));
    }
}
