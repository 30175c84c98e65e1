package net.diag.ping;

import net.diag.cli.CommonOptions;
import net.diag.cli.OptionSpec;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.TextBuffer;
import net.diag.record.TextOut;

/** {@code -h} on standard error with exit status 2, as iputils has it; {@code --help} on standard output. */
final class PingUsage {
    private static final int HELP_COLUMN = 28;

    private final ToolContext context;

    PingUsage(ToolContext context) {
        this.context = context;
    }

    /** Print what {@code key} asks for, and return the exit status. */
    int print(int key) {
        if (key == 'V' || key == CommonOptions.VERSION) {
            String version = PingUsage.class.getPackage().getImplementationVersion();
            context.out().print("ping from diag ").println(version == null ? "development" : version);
            context.out()
                    .println("compatible with iputils 20250605; libcap: no, IDN: yes, NLS: no, error.h: no, "
                            + "getrandom(): no, __fpending(): no");
            return 0;
        }
        boolean asked = key == CommonOptions.HELP;
        usage(asked ? context.out() : context.err());
        return asked ? 0 : 2;
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
