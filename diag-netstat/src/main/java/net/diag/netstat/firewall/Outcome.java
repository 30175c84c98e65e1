package net.diag.netstat.firewall;

/**
 * What a rule, or all that hang at a hook, do with a packet.
 *
 * @param kind what becomes of it
 * @param chain for a jump: where to
 * @param uncertain whether the rule may also not match
 */
record Outcome(Kind kind, String chain, boolean uncertain) {
    /** What becomes of a packet. */
    enum Kind {
        /** The rule does not match. */
        NO_MATCH,
        /** The rule has no say. */
        CONTINUE,
        ACCEPT,
        DROP,
        REJECT,
        JUMP,
        GOTO,
        RETURN,
        /** Handed to a program or another interface: not for these rules to say. */
        ELSEWHERE
    }

    static Outcome of(Kind kind, boolean uncertain) {
        return new Outcome(kind, "", uncertain);
    }
}
