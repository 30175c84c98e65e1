package net.diag.capture;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The functions of libpcap that pcap4j hides, called by JNA's {@code Function}: the compiler of
 * pcap-filter(7) and the interpreter that tests compare ours with. A call costs about 0.2 ms once the
 * library is loaded.
 */
final class Libpcap {
    private static final int PROGRAM_SIZE = 16;
    private static final int INSTRUCTION_SIZE = 8;

    private final NativeLibrary library;

    Libpcap() {
        library = library();
    }

    static NativeLibrary library() {
        try {
            return NativeLibrary.getInstance("libpcap.so.0.8");
        } catch (UnsatisfiedLinkError debian) {
            try {
                return NativeLibrary.getInstance("libpcap.so.1");
            } catch (UnsatisfiedLinkError other) {
                return NativeLibrary.getInstance("pcap");
            }
        }
    }

    /** The library's version text. */
    String version() {
        return library.getFunction("pcap_lib_version").invokeString(new Object[0], false);
    }

    /** Compiles an expression for a link type (DLT_ number). */
    BpfProgram compile(String expression, int dlt, int snaplen, boolean optimize, int netmask) throws FilterException {
        Pointer handle = function("pcap_open_dead").invokePointer(new Object[] {dlt, snaplen});
        if (handle == null) {
            throw new FilterException("cannot open libpcap for link type " + dlt);
        }
        Memory program = new Memory(PROGRAM_SIZE);
        program.clear();
        try {
            Object[] arguments = {handle, program, expression, optimize ? 1 : 0, netmask};
            if (function("pcap_compile").invokeInt(arguments) != 0) {
                throw new FilterException(function("pcap_geterr").invokeString(new Object[] {handle}, false));
            }
            BpfProgram result = read(program);
            function("pcap_freecode").invokeVoid(new Object[] {program});
            return result;
        } finally {
            function("pcap_close").invokeVoid(new Object[] {handle});
        }
    }

    private static BpfProgram read(Memory program) {
        int count = program.getInt(0);
        Pointer code = program.getPointer(8);
        int[] words = new int[2 * count];
        for (int i = 0; i < count; i++) {
            int opcode = code.getShort((long) i * INSTRUCTION_SIZE) & 0xffff;
            int jumpTrue = code.getByte((long) i * INSTRUCTION_SIZE + 2) & 0xff;
            int jumpFalse = code.getByte((long) i * INSTRUCTION_SIZE + 3) & 0xff;
            words[2 * i] = opcode << 16 | jumpTrue << 8 | jumpFalse;
            words[2 * i + 1] = code.getInt((long) i * INSTRUCTION_SIZE + 4);
        }
        return new BpfProgram(words);
    }

    /** Runs a program over a packet with libpcap's own interpreter. */
    int filter(BpfProgram program, byte[] packet, int captured, int length) {
        Memory code = new Memory(Math.max(1L, (long) program.size() * INSTRUCTION_SIZE));
        for (int i = 0; i < program.size(); i++) {
            code.setShort((long) i * INSTRUCTION_SIZE, (short) program.code(i));
            code.setByte((long) i * INSTRUCTION_SIZE + 2, (byte) program.jumpTrue(i));
            code.setByte((long) i * INSTRUCTION_SIZE + 3, (byte) program.jumpFalse(i));
            code.setInt((long) i * INSTRUCTION_SIZE + 4, program.k(i));
        }
        Memory bytes = new Memory(Math.max(1, captured));
        bytes.write(0, packet, 0, captured);
        return function("bpf_filter").invokeInt(new Object[] {code, bytes, length, captured});
    }

    private Function function(String name) {
        return library.getFunction(name);
    }
}
