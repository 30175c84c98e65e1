package net.diag.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A cursor over the command line with the rules of glibc's {@code getopt_long(3)}: bundled letters
 * ({@code -qnc3}, {@code -i.2}), long options with {@code =} or the next word, unambiguous prefixes,
 * {@code --}, operands in any order unless the table says otherwise.
 *
 * <pre>{@code
 * ArgParser p = new ArgParser(TABLE, argv0, args);
 * while (p.next()) {
 *     switch (p.key()) {
 *         case 'c' -> count = parseCount(p.value());
 *         case KEY_JSON -> json = true;
 *     }
 * }
 * List<String> operands = p.operands();
 * }</pre>
 *
 * <p>As with getopt, an error surfaces when the cursor reaches it: options before it have been
 * delivered ({@code ping -V -x} prints the version).
 */
public final class ArgParser {
    /** The key of an operand with {@link OptionTable.Order#IN_ORDER}. */
    public static final int OPERAND = 1;

    private final OptionTable table;
    private final String program;
    private final String[] args;
    private final GetoptWording wording;
    private final OptionTable.Order order;
    private final List<String> operands = new ArrayList<>();

    private int index;
    private int letter;
    private OptionSpec option;
    private int key;
    private String value;
    private String given;

    /** A cursor before the first option; {@code program} begins the error messages. */
    public ArgParser(OptionTable table, String program, String[] args) {
        this(table, program, args, new GetoptWording(), false);
    }

    /** As above, with the peer's words, and whether {@code POSIXLY_CORRECT} is in the environment. */
    public ArgParser(OptionTable table, String program, String[] args, GetoptWording wording, boolean posixlyCorrect) {
        this.table = table;
        this.program = program;
        this.args = args;
        this.wording = wording;
        this.order =
                posixlyCorrect && table.order() == OptionTable.Order.PERMUTE ? OptionTable.Order.POSIX : table.order();
    }

    /**
     * Go to the next option.
     *
     * @return false behind the last one; then {@link #operands} is complete
     * @throws UsageException if the next word is a wrong option
     */
    public boolean next() throws UsageException {
        value = null;
        if (letter > 0) {
            return nextLetter();
        }
        while (index < args.length) {
            String word = args[index];
            if (word.length() < 2 || word.charAt(0) != '-') {
                if (order == OptionTable.Order.POSIX) {
                    break;
                }
                index++;
                if (order == OptionTable.Order.IN_ORDER) {
                    option = null;
                    key = OPERAND;
                    value = word;
                    given = word;
                    return true;
                }
                operands.add(word);
            } else if (word.equals("--")) {
                index++;
                break;
            } else if (word.charAt(1) == '-') {
                index++;
                return longOption(word.substring(2));
            } else {
                letter = 1;
                return nextLetter();
            }
        }
        while (index < args.length) {
            operands.add(args[index++]);
        }
        option = null;
        key = -1;
        return false;
    }

    private boolean nextLetter() throws UsageException {
        String word = args[index];
        char c = word.charAt(letter++);
        boolean last = letter == word.length();
        if (last) {
            letter = 0;
            index++;
        }
        option = table.find(c);
        // getopt keeps ':' and ';' for its own use, and '-' is only long options' mark.
        if (option == null || c == ':' || c == ';' || c == '-') {
            throw new UsageException(wording.invalidOption(program, c));
        }
        key = option.key();
        given = "-" + c;
        if (option.argument() != OptionSpec.Argument.NONE) {
            if (!last) {
                value = word.substring(letter);
                letter = 0;
                index++;
            } else if (option.argument() == OptionSpec.Argument.REQUIRED) {
                if (index == args.length) {
                    throw new UsageException(wording.missingArgument(program, c));
                }
                value = args[index++];
            }
        }
        return true;
    }

    private boolean longOption(String word) throws UsageException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        OptionSpec found = table.find(name);
        String fullName = name;
        if (found == null) {
            List<String> candidates = LongNames.startingWith(table, name);
            if (candidates.isEmpty()) {
                throw new UsageException(wording.unrecognized(program, word));
            }
            fullName = candidates.get(0);
            found = table.find(fullName);
            // Names of one option aren't ambiguous among each other.
            List<String> possibilities = new ArrayList<>();
            possibilities.add(fullName);
            for (String other : candidates) {
                if (table.find(other) != found) {
                    possibilities.add(other);
                }
            }
            if (possibilities.size() > 1) {
                throw new UsageException(wording.ambiguous(program, word, possibilities));
            }
        }
        option = found;
        key = found.key();
        given = "--" + fullName;
        if (equals >= 0) {
            if (found.argument() == OptionSpec.Argument.NONE) {
                throw new UsageException(wording.unwantedArgument(program, fullName));
            }
            value = word.substring(equals + 1);
        } else if (found.argument() == OptionSpec.Argument.REQUIRED) {
            if (index == args.length) {
                throw new UsageException(wording.missingArgument(program, fullName));
            }
            value = args[index++];
        }
        return true;
    }

    /** The option at the cursor; null for an operand in place. */
    public OptionSpec option() {
        return option;
    }

    /** The key of the option at the cursor. */
    public int key() {
        return key;
    }

    /** The argument of the option at the cursor, or null. */
    public String value() {
        return value;
    }

    /** The option at the cursor as the user named it, prefixes completed: {@code -c}, {@code --count}. */
    public String given() {
        return given;
    }

    /** The words that are no options; complete when {@link #next} has given false. */
    public List<String> operands() {
        return operands;
    }

    /**
     * How many words have been read: while options are delivered in order, the index of the next word.
     */
    public int index() {
        return index;
    }

    /** Everything at once. */
    public ParsedArgs all() throws UsageException {
        List<ParsedArgs.Given> list = new ArrayList<>();
        while (next()) {
            list.add(new ParsedArgs.Given(option, value));
        }
        return new ParsedArgs(list, operands);
    }
}
