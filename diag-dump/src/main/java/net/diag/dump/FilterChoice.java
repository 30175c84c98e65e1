package net.diag.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.diag.capture.BpfProgram;
import net.diag.capture.BpfText;
import net.diag.capture.CaptureFilter;
import net.diag.capture.FilterException;
import net.diag.cli.ToolException;

/** The filter expression of a run, from the command line or from a file. */
final class FilterChoice {
    /** The compiled class pays for itself after about this many packets. */
    private static final int INTERPRETED = 4000;

    private FilterChoice() {}

    /** The expression; empty if every packet is wanted. */
    static String expression(DumpOptions options) throws ToolException {
        if (options.filterFile == null) {
            return options.filter;
        }
        try {
            StringBuilder text = new StringBuilder();
            byte[] bytes = options.filterFile.equals("-")
                    ? System.in.readAllBytes()
                    : Files.readAllBytes(Path.of(options.filterFile));
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
                int comment = line.indexOf('#');
                text.append(comment < 0 ? line : line.substring(0, comment)).append(' ');
            }
            return text.toString().strip();
        } catch (IOException e) {
            throw new ToolException(1, "can't open " + options.filterFile + ": No such file or directory", e);
        }
    }

    /** The program for an expression. */
    static BpfProgram compile(DumpOptions options, String expression, int linkType, int snaplen) throws ToolException {
        try {
            return BpfProgram.compile(expression, linkType, snaplen, !options.unoptimized, -1);
        } catch (FilterException e) {
            throw new ToolException(1, e.getMessage(), e);
        }
    }

    /** The program's text by the number of {@code -d}. */
    static String text(BpfProgram program, int dumps) {
        return switch (dumps) {
            case 1 -> BpfText.assembler(program);
            case 2 -> BpfText.initialisers(program);
            default -> BpfText.decimal(program);
        };
    }

    /** A filter that is interpreted at first, and translated once that pays. */
    static CaptureFilter filter(BpfProgram program) {
        return new CaptureFilter() {
            private CaptureFilter actual = CaptureFilter.interpreting(program);
            private int runs;

            @Override
            public int run(byte[] packet, int offset, int captured, int length) {
                if (runs <= INTERPRETED && ++runs == INTERPRETED) {
                    actual = CaptureFilter.compiling(program);
                }
                return actual.run(packet, offset, captured, length);
            }
        };
    }
}
