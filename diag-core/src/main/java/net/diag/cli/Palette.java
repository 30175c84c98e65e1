package net.diag.cli;

/**
 * Colours by meaning. The plain palette gives every text back as it is, and loads no terminal class.
 * Colour is never the only carrier of a meaning.
 */
public class Palette {
    /** No colour. */
    public static final Palette PLAIN = new Palette();

    /** What a text means. */
    public enum Role {
        /** All is well. */
        GOOD,
        /** Worth a look. */
        WARNING,
        /** Broken. */
        BAD,
        /** Less important than what surrounds it. */
        FAINT,
        /** More important than what surrounds it. */
        STRONG,
        /** A heading. */
        HEADING,
        /** An address or a host name. */
        ADDRESS,
        /** A number. */
        NUMBER,
        /** A name: of an interface, a process, a field. */
        NAME
    }

    Palette() {}

    /** The palette with or without colour. */
    public static Palette of(boolean color) {
        return color ? new AnsiPalette() : PLAIN;
    }

    /** Whether it colours at all. */
    public boolean isColored() {
        return false;
    }

    /** The text in the colour of its meaning. */
    public String paint(Role role, String text) {
        return text;
    }
}
