package net.diag.dump.print;

/**
 * What must be remembered from one packet to the next. Printers keep nothing themselves; what they
 * remember lives here, in tables with a bound.
 */
public final class SessionState {
    /** Initial sequence numbers of TCP connections. */
    public final TcpSequences tcpSequences = new TcpSequences();

    private java.util.Map<Object, Object> tables;

    /**
     * A table that one printer keeps, made on first use.
     *
     * @param owner the printer's class
     */
    @SuppressWarnings("unchecked")
    public <T> T table(Class<?> owner, java.util.function.Supplier<T> maker) {
        if (tables == null) {
            tables = new java.util.HashMap<>();
        }
        Object table = tables.get(owner);
        if (table == null) {
            table = maker.get();
            tables.put(owner, table);
        }
        return (T) table;
    }
}
