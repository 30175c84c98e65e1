package net.diag.cli;

import java.util.ArrayList;
import java.util.List;

/** Long option names by their beginning. A class of its own because most runs never abbreviate. */
final class LongNames {
    private LongNames() {}

    static List<String> startingWith(OptionTable table, String prefix) {
        List<String> names = new ArrayList<>();
        for (OptionSpec o : table.options()) {
            String name = o.longName();
            if (name != null && name.startsWith(prefix)) {
                names.add(name);
            }
            for (String a : o.aliases()) {
                if (a.length() > 1 && a.startsWith(prefix)) {
                    names.add(a);
                }
            }
        }
        return names;
    }
}
