package net.diag.shell.term;

import net.diag.cli.Palette;
import net.diag.shell.exec.Session;
import net.diag.sys.NetNamespace;

/** The prompt: namespace, the last exit status if it wasn't 0, and {@code #} for root. */
final class Prompt {
    private final Palette palette;
    private final boolean root;

    Prompt(Palette palette, boolean root) {
        this.palette = palette;
        this.root = root;
    }

    String of(Session session) {
        StringBuilder s = new StringBuilder("diag");
        NetNamespace n = session.namespace();
        if (n != null) {
            s.append(" (")
                    .append(palette.paint(Palette.Role.ADDRESS, n.label()))
                    .append(')');
        }
        if (session.lastStatus() != 0) {
            s.append(' ').append(palette.paint(Palette.Role.BAD, Integer.toString(session.lastStatus())));
        }
        return s.append(root ? "# " : "> ").toString();
    }
}
