package net.diag.shell.lang;

import java.util.List;

/**
 * Stages joined by {@code |}.
 *
 * @param stages at least one
 * @param background whether {@code &} followed
 * @param start the column of the first character in the source
 * @param end the column after the last character
 */
public record Pipeline(List<Stage> stages, boolean background, int start, int end) {
    public Pipeline {
        stages = List.copyOf(stages);
    }
}
