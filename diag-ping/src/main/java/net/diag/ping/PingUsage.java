package net.diag.ping;

import net.diag.cli.GeneralOptions;
import net.diag.cli.OptionSpec;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.TextBuffer;
import net.diag.record.TextOut;

/** {@code -h} on standard error with exit status 2, and {@code -V}, as iputils has them. */
final class PingUsage {
    private static final int HELP_COLUMN = 28;
    /** In the form that scripts look for behind the version. */
    private static final String FEATURES =
            "libcap: no, IDN: yes, NLS: no, error.h: no, getrandom(): no, __fpending(): no";

    private final ToolContext context;

    PingUsage(ToolContext context) {
        this.context = context;
    }

    /** Print what {@code key} asks for, and return the exit status. */
    int print(int key) {
        if (key == 'V') {
            context.out().print("ping from diag ").println(GeneralOptions.version(PingTool.class));
            context.out().println(FEATURES);
            return 0;
        }
        usage(context.err());
        return 2;
    }

    /** The usage as an error, for operands that don't fit. */
    static ToolException wrong() {
        TextBuffer text = new TextBuffer();
        usage(text);
        String s = text.toString();
        return ToolException.bare(2, s.substring(0, s.length() - 1));
    }

    private static void usage(TextOut out) {
        out.print("\nUsage\n  ping [options] <destination>\n");
        String section = null;
        for (OptionSpec o : PingOptionTable.TABLE.options()) {
            String s = o.section() == null ? "Options" : o.section();
            if (!s.equals(section)) {
                out.println().print(s).println(":");
                section = s;
            }
            StringBuilder b = new StringBuilder("  ");
            if (o.shortName() != 0) {
                b.append('-').append(o.shortName());
            }
            if (o.longName() != null) {
                b.append(o.shortName() != 0 ? ", --" : "--").append(o.longName());
            }
            if (o.argumentName() != null) {
                b.append(' ').append(o.argumentName());
            }
            out.printLeft(b.toString(), HELP_COLUMN - 1).print(" ").println(o.help());
        }
        out.println("\nFor more details see diag-ping(8).");
        out.flush();
    }
}
