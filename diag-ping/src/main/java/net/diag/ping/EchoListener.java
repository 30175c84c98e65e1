package net.diag.ping;

/** What takes the events of an {@link EchoEngine}, in their order, on the engine's thread. */
interface EchoListener {
    /** Whether {@link #reply} wants its record; otherwise it gets null, and the rate is higher. */
    boolean wantsReplies();

    /** A probe has gone out. */
    void sent(EchoTarget target, long sequence, long timeNanos);

    /** The next probe is about to go, and the last one has no answer yet. */
    void unanswered(EchoTarget target, long sequence);

    /** A reply; {@code reply} is null when it isn't wanted. */
    void reply(EchoTarget target, EchoReply reply, boolean badChecksum);

    /** An ICMP error, or a notice such as a redirect. */
    void error(EchoTarget target, EchoError error);

    /**
     * This machine refused to send.
     *
     * @param errno why
     * @param mtu the path MTU for {@code EMSGSIZE}, else 0
     * @param fromQueue the error queue told of it, with the MTU
     */
    void localError(EchoTarget target, long sequence, int errno, int mtu, boolean fromQueue);

    /** A reply that nothing was sent for: {@code wireSequence} isn't outstanding. */
    void unexpected(EchoTarget target, EchoReply reply);

    /** A probe has been given up. */
    void lost(EchoTarget target, long sequence, long timeNanos);

    /** The user asks for the figures so far (SIGQUIT). */
    void interim(EchoTarget target);

    /** Whether something is waiting to be shown, so that {@link #flush} should be called again soon. */
    default boolean isHoldingBack() {
        return false;
    }

    /** Everything said so far should be seen now: the engine is about to wait. */
    void flush();
}
