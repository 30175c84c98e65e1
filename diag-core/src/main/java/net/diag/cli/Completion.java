package net.diag.cli;

/** What an option's argument or an operand names, for completion and for highlighting. */
public enum Completion {
    /** Nothing that could be listed: a number, a pattern. */
    NONE,
    /** A network interface of the current namespace. */
    INTERFACE,
    /** A network namespace: a name, a PID or a path. */
    NETNS,
    /** A host name or address. */
    HOST,
    /** An address of this host. */
    LOCAL_ADDRESS,
    /** A port number or service name. */
    PORT,
    /** An IP protocol's name. */
    PROTOCOL,
    /** A file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** One of the option's listed values. */
    VALUES,
    /** A comma-separated list of the option's listed values. */
    VALUE_LIST,
    /** A field of the tool's records. */
    FIELD,
    /** A comma-separated list of fields, each with an optional {@code -} before it. */
    FIELD_LIST,
    /** An expression over the tool's records. */
    EXPRESSION,
    /** A pcap-filter expression. */
    PCAP_FILTER,
    /** A user of this system. */
    USER,
    /** A process. */
    PID,
    /** A command, and its arguments. */
    COMMAND
}
