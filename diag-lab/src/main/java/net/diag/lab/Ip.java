package net.diag.lab;

import java.util.ArrayList;
import java.util.List;

/** The {@code ip(8)} program. */
final class Ip {
    private Ip() {}

    /** Run {@code ip} with arguments separated by blanks; it must succeed. */
    static void run(String arguments) {
        List<String> words = new ArrayList<>(List.of("ip"));
        words.addAll(List.of(arguments.trim().split("\\s+")));
        Command.of(words.toArray(new String[0])).run().requireSuccess();
    }
}
