package net.diag.ping;

/** What is shown of a run: its beginning, its events, its end. */
interface RunFace {
    /** Before the first probe. */
    void begin(EchoTarget target);

    /** The engine is about to run; its figures may be asked for. */
    default void running(EchoEngine engine) {}

    /** Who takes the events. */
    EchoListener listener();

    /** After the last event. */
    void end(EchoTarget target, EchoEngine engine);
}
