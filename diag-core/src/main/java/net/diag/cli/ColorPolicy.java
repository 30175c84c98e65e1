package net.diag.cli;

/**
 * When to use colour: the option, then {@code NO_COLOR} (set and not empty), then
 * {@code CLICOLOR_FORCE}, then whether standard output is a terminal and {@code TERM} is not
 * {@code dumb}.
 */
public enum ColorPolicy {
    /** As the environment says. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** The policy of {@code --color=WHEN}; null is {@code --color} alone: always. Null if unknown. */
    public static ColorPolicy parse(String when) {
        if (when == null) {
            return ALWAYS;
        }
        return switch (when) {
            case "auto", "tty", "if-tty" -> AUTO;
            case "always", "yes", "force" -> ALWAYS;
            case "never", "no", "none" -> NEVER;
            default -> null;
        };
    }

    /** Whether to colour standard output. */
    public boolean isEnabled(Environment e) {
        if (this != AUTO) {
            return this == ALWAYS;
        }
        if (e.isSet("NO_COLOR")) {
            return false;
        }
        String force = e.variable("CLICOLOR_FORCE");
        if (force != null && !force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return e.stdoutTerminal() && !"dumb".equals(e.variable("TERM"));
    }
}
