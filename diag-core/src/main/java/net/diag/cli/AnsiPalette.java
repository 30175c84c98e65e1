package net.diag.cli;

import org.jline.jansi.Ansi;

/** The palette of a terminal with ANSI colours (ECMA-48 SGR). */
final class AnsiPalette extends Palette {
    @Override
    public boolean isColored() {
        return true;
    }

    @Override
    public String paint(Role role, String text) {
        Ansi a = new Ansi(text.length() + 16);
        switch (role) {
            case GOOD -> a.fgGreen();
            case WARNING -> a.fgYellow();
            case BAD -> a.fgBrightRed();
            case FAINT -> a.a(Ansi.Attribute.INTENSITY_FAINT);
            case STRONG -> a.bold();
            case HEADING -> a.bold().a(Ansi.Attribute.UNDERLINE);
            case ADDRESS -> a.fgCyan();
            case NUMBER -> a.fgBrightBlue();
            case NAME -> a.fgMagenta();
            default -> throw new AssertionError(role);
        }
        return a.a(text).reset().toString();
    }
}
