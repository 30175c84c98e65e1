package net.diag.capture;

/** Decides over packets. A filter of a capture file never sees more than the captured bytes. */
public abstract class CaptureFilter {
    /** Made by subclasses only; generated ones among them. */
    protected CaptureFilter() {}

    /**
     * Runs over a packet.
     *
     * @param packet the array that holds it
     * @param offset where it begins
     * @param captured the number of bytes present
     * @param length its length on the wire
     * @return how many bytes to keep, unsigned; 0 to reject it
     */
    public abstract int run(byte[] packet, int offset, int captured, int length);

    /** The filter that interprets a program: no cost to make. */
    public static CaptureFilter interpreting(BpfProgram program) {
        return new BpfInterpreter(program);
    }

    /**
     * The filter that runs a program as a generated class, which the JIT then compiles: a few
     * milliseconds to make, several times as fast. A program too long for the JIT is interpreted.
     */
    public static CaptureFilter compiling(BpfProgram program) {
        CaptureFilter compiled = BpfTranslator.translate(program);
        return compiled != null ? compiled : new BpfInterpreter(program);
    }
}
