package net.diag.shell.term;

/**
 * Something that could stand at the cursor.
 *
 * @param value the whole word
 * @param display what the menu shows of it
 * @param description what it means; may be empty
 * @param complete whether a blank may follow
 */
record Suggestion(String value, String display, String description, boolean complete) {
    static Suggestion of(String value, String description) {
        return new Suggestion(value, value, description, true);
    }
}
