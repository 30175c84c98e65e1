package net.diag.cli;

import java.util.List;

/**
 * The options of a tool, in the order in which the help lists them, and how it is called.
 *
 * <p>The table is the one source of parser, help, manual page check and completion.
 */
public final class OptionTable {
    /** What an operand does to the options behind it; getopt's three orders. */
    public enum Order {
        /** Options and operands mix; glibc's default. */
        PERMUTE,
        /** The first operand ends the options; also with {@code POSIXLY_CORRECT}. */
        POSIX,
        /** Each operand is delivered in its place, with key {@link ArgParser#OPERAND}. */
        IN_ORDER
    }

    private final String name;
    private final String summary;
    private final List<String> usage;
    private final List<OptionSpec> options;
    private final OptionSpec[] byLetter = new OptionSpec[128];
    private final Order order;
    private final Completion operands;

    private OptionTable(
            String name,
            String summary,
            List<String> usage,
            List<OptionSpec> options,
            Order order,
            Completion operands) {
        this.name = name;
        this.summary = summary;
        this.usage = usage;
        this.options = options;
        this.order = order;
        this.operands = operands;
        for (OptionSpec o : options) {
            name(o.shortName(), o);
            for (String a : o.aliasesInPlace()) {
                if (a.length() == 1) {
                    name(a.charAt(0), o);
                }
            }
        }
    }

    private void name(char letter, OptionSpec o) {
        if (letter > 0 && letter < 128 && byLetter[letter] == null) {
            byLetter[letter] = o;
        }
    }

    /**
     * The table of the tool {@code name}.
     *
     * @param summary what the tool does, a phrase
     * @param usage what follows the name on the command line: {@code [OPTIONS] HOST}
     */
    public static OptionTable of(String name, String summary, String usage, OptionSpec... options) {
        return new OptionTable(name, summary, List.of(usage), List.of(options), Order.PERMUTE, Completion.NONE);
    }

    /** The same with another order of operands. */
    public OptionTable order(Order newOrder) {
        return new OptionTable(name, summary, usage, options, newOrder, operands);
    }

    /** The same with operands of this kind. */
    public OptionTable operands(Completion kind) {
        return new OptionTable(name, summary, usage, options, order, kind);
    }

    /** The same with several ways to be called. */
    public OptionTable usage(String... lines) {
        return new OptionTable(name, summary, List.of(lines), options, order, operands);
    }

    /** The same with further options behind, for example {@link CommonOptions#records}. */
    public OptionTable with(OptionSpec... more) {
        OptionSpec[] all = new OptionSpec[options.size() + more.length];
        options.toArray(all);
        System.arraycopy(more, 0, all, options.size(), more.length);
        return new OptionTable(name, summary, usage, List.of(all), order, operands);
    }

    /** The tool's name. */
    public String name() {
        return name;
    }

    /** What it does, a phrase. */
    public String summary() {
        return summary;
    }

    /** What follows the name on the command line, one entry per way to be called. */
    public List<String> usage() {
        return usage;
    }

    /** All options in order. */
    public List<OptionSpec> options() {
        return options;
    }

    /** What an operand does to the options behind it. */
    public Order order() {
        return order;
    }

    /** What the operands name. */
    public Completion operands() {
        return operands;
    }

    /** The option of this letter, or null. */
    public OptionSpec find(char letter) {
        return letter < 128 ? byLetter[letter] : null;
    }

    /** The option of exactly this long name, or null. */
    public OptionSpec find(String longName) {
        for (OptionSpec o : options) {
            if (longName.equals(o.longName())) {
                return o;
            }
        }
        for (OptionSpec o : options) {
            for (String a : o.aliasesInPlace()) {
                if (a.length() > 1 && a.equals(longName)) {
                    return o;
                }
            }
        }
        return null;
    }
}
