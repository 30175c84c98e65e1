package net.diag.trace.probe;

/** What kind of packet answered a probe. */
public enum AnswerKind {
    /** An ICMP or ICMPv6 error that quotes the probe. */
    ICMP_ERROR,
    /** An ICMP echo reply. */
    ECHO_REPLY,
    /** A TCP segment (SYN+ACK or RST). */
    TCP,
    /** Any other packet of the probe's protocol from the target. */
    DATA,
    /** The own kernel refused to send: too big for the way, no route. */
    LOCAL_ERROR
}
