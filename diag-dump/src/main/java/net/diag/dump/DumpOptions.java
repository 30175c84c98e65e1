package net.diag.dump;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.RecordOutput;
import net.diag.dump.print.PrintOptions;

/** What the command line asks for. Filled by {@link CommandLine}, then only read. */
final class DumpOptions {
    final PrintOptions print = new PrintOptions();
    /** {@code -r}; several are merged by time. */
    final List<String> readFiles = new ArrayList<>();
    /** {@code -V}: a file of file names, null if none. */
    String fileList;
    /** {@code -i}, null for the first interface. */
    String device;
    /** {@code --netns}, null for our own. */
    String netns;
    /** {@code -c}; 0 for no limit. */
    long count;
    /** {@code --skip}. */
    long skip;
    /** {@code --count}. */
    boolean countOnly;
    /** {@code -U}. */
    boolean packetBuffered;
    /** {@code -l}. */
    boolean lineBuffered;
    /** {@code --immediate-mode}. */
    boolean immediate;
    /** {@code --print}. */
    boolean printAlso;
    /** {@code --print-sampling}; 0 for all. */
    long sampling;
    /** {@code -p}. */
    boolean notPromiscuous;
    /** {@code -s}. */
    int snaplen = 262144;
    /** {@code -B}, in KiB; 0 for ours. */
    int bufferKib;
    /** {@code -Q}: in, out, inout. */
    String direction = "inout";
    /** {@code -y}, null if not given. */
    String linkType;
    /** {@code -j}, null if not given. */
    String timeStampType;
    /** {@code -D}, {@code -L} or {@code -J}; 0 if none. */
    char list;
    /** {@code -d}, counted. */
    int dumpFilter;
    /** {@code -O}. */
    boolean unoptimized;
    /** {@code -F}, null if none. */
    String filterFile;
    /** The words of the filter expression; empty if none. */
    String filter = "";
    /** {@code -w}, null if none. */
    String writeFile;
    /** {@code -C} in bytes; 0 for no limit. */
    long rotateBytes;
    /** {@code -G} in seconds; 0 for none. */
    int rotateSeconds;
    /** {@code -W}; 0 for no limit. */
    int fileCount;
    /** {@code -z}, null if none. */
    String afterRotation;
    /** {@code -Z}, null if none. */
    String user;
    /** {@code --fields}, null if none. */
    String fields;
    /** The key of {@code --conversations} or {@code --endpoints}; 0 if none. */
    int statistics;
    /** {@code --where}, null if not given. */
    private RecordOutput condition;
    /** {@code --json}, {@code --table} and their like, null if none was given. */
    private RecordOutput records;
    /** Whether to print a text and stop: 'h' help, 'V' version, 'S' schema, 'f' and 's' for the test suite; 0 if not. */
    char answer;

    RecordOutput records() {
        if (records == null) {
            records = new RecordOutput();
        }
        return records;
    }

    RecordOutput condition() {
        if (condition == null) {
            condition = new RecordOutput();
        }
        return condition;
    }

    boolean asksForRecords() {
        return records != null || condition != null || fields != null || statistics != 0;
    }

    boolean readsFiles() {
        return fileList != null || !readFiles.isEmpty();
    }

    boolean prints() {
        return writeFile == null || printAlso;
    }
}
