package net.diag.dump;

import java.util.ArrayList;
import java.util.List;
import net.diag.dump.print.PrintOptions;

/** What the command line asks for. Filled by {@link CommandLine}, then only read. */
final class DumpOptions {
    final PrintOptions print = new PrintOptions();
    /** {@code -r}, may be repeated. */
    final List<String> readFiles = new ArrayList<>();
    /** {@code -c}: stop after so many packets; 0 for no limit. */
    long count;
    /** {@code --skip}. */
    long skip;
    /** {@code --count}. */
    boolean countOnly;
    /** {@code -U}. */
    boolean packetBuffered;
    /** {@code -l}. */
    boolean lineBuffered;
    /** The filter expression, null if none. */
    String filter;
}
