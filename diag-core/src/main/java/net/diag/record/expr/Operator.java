package net.diag.record.expr;

/** A comparison. Negations ({@code !=}, {@code !~}) are the exact opposite of what they negate. */
enum Operator {
    EQUAL("=="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    MATCH("~");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    static Operator of(String symbol) {
        return switch (symbol) {
            case "==", "!=" -> EQUAL;
            case "<" -> LESS;
            case "<=" -> LESS_OR_EQUAL;
            case ">" -> GREATER;
            case ">=" -> GREATER_OR_EQUAL;
            case "~", "!~" -> MATCH;
            default -> null;
        };
    }

    static boolean isNegation(String symbol) {
        return symbol.equals("!=") || symbol.equals("!~");
    }

    /** The operator for exchanged operands. */
    Operator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            default -> this;
        };
    }

    /** Whether it holds for a {@code compareTo} result. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL, MATCH -> comparison == 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
        };
    }
}
