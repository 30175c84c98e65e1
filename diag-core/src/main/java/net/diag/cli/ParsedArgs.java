package net.diag.cli;

import java.util.List;

/**
 * A whole command line, parsed.
 *
 * @param options the options in the order given
 * @param operands the words that are no options
 */
public record ParsedArgs(List<Given> options, List<String> operands) {
    /**
     * An option as given.
     *
     * @param option its specification
     * @param value its argument, or null
     */
    public record Given(OptionSpec option, String value) {}

    /** Whether the option of {@code key} was given. */
    public boolean has(int key) {
        for (Given g : options) {
            if (g.option.key() == key) {
                return true;
            }
        }
        return false;
    }

    /** The argument of the last {@code key}, or null. */
    public String last(int key) {
        String value = null;
        for (Given g : options) {
            if (g.option.key() == key) {
                value = g.value;
            }
        }
        return value;
    }
}
