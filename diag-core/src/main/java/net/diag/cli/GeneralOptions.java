package net.diag.cli;

import java.io.IOException;
import net.diag.sys.NetNamespace;

/**
 * The options of {@link CommonOptions#general}, as a tool meets them:
 *
 * <pre>{@code
 * GeneralOptions general = new GeneralOptions(this, ctx);
 * while (p.next()) {
 *     if (general.take(p)) {
 *         if (general.isDone()) {
 *             return 0;             // --help, --version
 *         }
 *         continue;
 *     }
 *     switch (p.key()) { … }
 * }
 * try (NetNamespace.Entered in = general.enterNetns()) { … }   // null if not asked for
 * }</pre>
 */
public final class GeneralOptions {
    private final Tool tool;
    private final ToolContext context;
    private ColorPolicy color = ColorPolicy.AUTO;
    private String netns;
    private boolean done;

    /** Options of {@code tool} in {@code context}, all at their defaults. */
    public GeneralOptions(Tool tool, ToolContext context) {
        this.tool = tool;
        this.context = context;
    }

    /** Take the option at the cursor if it is a general one. {@code --help} and {@code --version} print. */
    public boolean take(ArgParser p) throws UsageException {
        switch (p.key()) {
            case CommonOptions.HELP -> {
                HelpFace.print(
                        context.out(),
                        context.argv0(),
                        tool.options(),
                        context.environment().columns());
                done = true;
            }
            case CommonOptions.VERSION -> {
                context.out().print("diag-").print(tool.name()).print(' ').println(version(tool.getClass()));
                done = true;
            }
            case CommonOptions.COLOR -> {
                color = ColorPolicy.parse(p.value());
                if (color == null) {
                    throw new UsageException(context.argv0() + ": invalid argument '" + p.value()
                            + "' for '--color' (auto, always, never)");
                }
            }
            case CommonOptions.NETNS -> netns = p.value();
            case CommonOptions.DEBUG -> {
                // ToolRunner looks for it.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The version of the jar that holds {@code type}; {@code unknown} outside of a jar. */
    public static String version(Class<?> type) {
        String v = type.getPackage().getImplementationVersion();
        return v == null ? "unknown" : v;
    }

    /** Whether the tool has nothing more to do. */
    public boolean isDone() {
        return done;
    }

    /** Whether to colour standard output. */
    public boolean useColor() {
        return color.isEnabled(context.environment());
    }

    /** The colours for standard output. */
    public Palette palette() {
        return Palette.of(useColor());
    }

    /** What {@code --netns} named, or null. */
    public String netns() {
        return netns;
    }

    /** Enter the namespace that {@code --netns} named, with the calling thread; null if none was named. */
    public NetNamespace.Entered enterNetns() throws IOException {
        return netns == null ? null : NetNamespace.parse(netns).enter();
    }
}
