package net.diag.cli;

import java.util.List;

/**
 * One option, declared once: the parser, {@code --help}, the manual page's check and the completions
 * all read this.
 *
 * <p>Made by {@link #flag}, {@link #required} or {@link #optional}, refined by the methods that follow,
 * each of which gives a new specification:
 *
 * <pre>{@code
 * OptionSpec.required('i', "interval", "SECONDS", "wait between two probes").byDefault("1").unit("seconds")
 * OptionSpec.required('I', null, "NAME", "send from this address or interface").completes(Completion.INTERFACE)
 * OptionSpec.flag(KEY_JSON, "json", "print one JSON object per event").section("Output")
 * }</pre>
 */
public final class OptionSpec {
    /** Whether an option takes an argument. */
    public enum Argument {
        /** No argument. */
        NONE,
        /** Always one: the rest of the word, or the next word. */
        REQUIRED,
        /** Only in the same word: {@code -Xarg}, {@code --long=arg}. */
        OPTIONAL
    }

    private static final String[] NO_NAMES = {};

    private final int key;
    private final char shortName;
    private final String longName;
    private final Argument argument;
    private final String argumentName;
    private final String help;

    private String[] aliases = NO_NAMES;
    private String section = "Options";
    private String defaultValue = "";
    private String unit = "";
    private Completion completion = Completion.NONE;
    private List<String> values = List.of();
    private boolean repeatable;
    private boolean hidden;

    private OptionSpec(int key, String longName, Argument argument, String argumentName, String help) {
        this.key = key;
        this.shortName = key < 128 ? (char) key : 0;
        this.longName = longName;
        this.argument = argument;
        this.argumentName = argumentName;
        this.help = help;
    }

    private OptionSpec(OptionSpec o) {
        this(o.key, o.longName, o.argument, o.argumentName, o.help);
        aliases = o.aliases;
        section = o.section;
        defaultValue = o.defaultValue;
        unit = o.unit;
        completion = o.completion;
        values = o.values;
        repeatable = o.repeatable;
        hidden = o.hidden;
    }

    /**
     * An option without an argument. {@code key} is its letter, or a number from 256 for an option
     * that has only a long name; {@code longName} may be null.
     */
    public static OptionSpec flag(int key, String longName, String help) {
        return new OptionSpec(key, longName, Argument.NONE, "", help);
    }

    /** An option with an argument, shown as {@code argumentName}. */
    public static OptionSpec required(int key, String longName, String argumentName, String help) {
        return new OptionSpec(key, longName, Argument.REQUIRED, argumentName, help);
    }

    /** An option whose argument may be left out. */
    public static OptionSpec optional(int key, String longName, String argumentName, String help) {
        return new OptionSpec(key, longName, Argument.OPTIONAL, argumentName, help);
    }

    /** With further names: letters ({@code "h"}) or long names. */
    public OptionSpec alias(String... names) {
        OptionSpec o = new OptionSpec(this);
        o.aliases = names;
        return o;
    }

    /** In this section of the help and the manual page. */
    public OptionSpec section(String name) {
        OptionSpec o = new OptionSpec(this);
        o.section = name;
        return o;
    }

    /** With this value when it isn't given. */
    public OptionSpec byDefault(String value) {
        OptionSpec o = new OptionSpec(this);
        o.defaultValue = value;
        return o;
    }

    /** With its argument in this unit. */
    public OptionSpec unit(String name) {
        OptionSpec o = new OptionSpec(this);
        o.unit = name;
        return o;
    }

    /** With an argument of this kind. */
    public OptionSpec completes(Completion kind) {
        OptionSpec o = new OptionSpec(this);
        o.completion = kind;
        return o;
    }

    /** With these values to choose from. */
    public OptionSpec values(String... listed) {
        OptionSpec o = new OptionSpec(this);
        o.values = List.of(listed);
        if (o.completion == Completion.NONE) {
            o.completion = Completion.VALUES;
        }
        return o;
    }

    /** May be given several times, each time counting. */
    public OptionSpec repeatable() {
        OptionSpec o = new OptionSpec(this);
        o.repeatable = true;
        return o;
    }

    /** Accepted, but neither in the help nor in completions (a peer's obsolete option). */
    public OptionSpec hidden() {
        OptionSpec o = new OptionSpec(this);
        o.hidden = true;
        return o;
    }

    /** What {@link ArgParser#key} gives for it: its letter, or its number from 256. */
    public int key() {
        return key;
    }

    /** Its letter, or 0. */
    public char shortName() {
        return shortName;
    }

    /** Its long name without dashes, or null. */
    public String longName() {
        return longName;
    }

    /** Further names: a single letter is a short one. */
    public String[] aliases() {
        return aliases.clone();
    }

    /** As {@link #aliases}, without a copy. */
    String[] aliasesInPlace() {
        return aliases;
    }

    /** Whether it takes an argument. */
    public Argument argument() {
        return argument;
    }

    /** Its argument's name for people, or empty. */
    public String argumentName() {
        return argumentName;
    }

    /** What it does: a phrase without a full stop. */
    public String help() {
        return help;
    }

    /** Its section in the help and the manual page. */
    public String section() {
        return section;
    }

    /** Its value when it isn't given, or empty. */
    public String defaultValue() {
        return defaultValue;
    }

    /** The unit of its argument, or empty. */
    public String unit() {
        return unit;
    }

    /** What its argument names. */
    public Completion completion() {
        return completion;
    }

    /** The values to choose from; empty if open. */
    public List<String> values() {
        return values;
    }

    /** Whether it may be given several times. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** Whether it is kept out of the help. */
    public boolean isHidden() {
        return hidden;
    }

    /** Whether {@code c} is one of its letters. */
    public boolean isNamed(char c) {
        if (c == shortName) {
            return true;
        }
        for (String a : aliases) {
            if (a.length() == 1 && a.charAt(0) == c) {
                return true;
            }
        }
        return false;
    }

    /** All its names with their dashes, letters first: {@code -c}, {@code --count}. */
    public List<String> names() {
        java.util.ArrayList<String> names = new java.util.ArrayList<>();
        if (shortName != 0) {
            names.add("-" + shortName);
        }
        for (String a : aliases) {
            if (a.length() == 1) {
                names.add("-" + a);
            }
        }
        if (longName != null) {
            names.add("--" + longName);
        }
        for (String a : aliases) {
            if (a.length() > 1) {
                names.add("--" + a);
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return String.join(", ", names());
    }
}
