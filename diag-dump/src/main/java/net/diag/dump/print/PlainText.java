package net.diag.dump.print;

/** Text without a packet: for pieces that are kept and copied. */
public final class PlainText extends TextOut<PlainText> {}
