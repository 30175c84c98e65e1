package net.diag.capture;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * Translates a classic BPF program to JVM bytecode: one hidden class, one method, a local variable for
 * each register and each memory word, so that the JIT sees straight code.
 */
final class BpfTranslator {
    /** HotSpot compiles no method longer than this (HugeMethodLimit). */
    private static final int LONGEST_METHOD = 7999;

    private static final int PACKET = 1;
    private static final int OFFSET = 2;
    private static final int CAPTURED = 3;
    private static final int LENGTH = 4;
    private static final int A = 5;
    private static final int X = 6;
    private static final int MEMORY = 7;
    private static final int LOCALS = MEMORY + 16;

    private static final int ILOAD = 0x15;
    private static final int ALOAD = 0x19;
    private static final int ISTORE = 0x36;
    private static final int IRETURN = 0xac;
    private static final int ICONST_0 = 0x03;
    private static final int GOTO = 0xa7;
    private static final int IFEQ = 0x99;
    private static final int IFNE = 0x9a;
    private static final int IF_ICMPEQ = 0x9f;
    private static final int IF_ICMPGE = 0xa2;
    private static final int IF_ICMPGT = 0xa3;
    private static final int IF_ICMPLE = 0xa4;
    private static final int INVOKESTATIC = 0xb8;

    private final BpfProgram program;
    private final ClassFile file = new ClassFile();
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final int[] starts;
    private int[] jumpSites = new int[32];
    private int[] jumpTargets = new int[32];
    private int jumps;

    private BpfTranslator(BpfProgram program) {
        this.program = program;
        starts = new int[program.size() + 1];
    }

    /** The program as a class, or null if it would be too long for the JIT. */
    static CaptureFilter translate(BpfProgram program) {
        byte[] bytes = new BpfTranslator(program).toClass();
        if (bytes == null) {
            return null;
        }
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (CaptureFilter) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(e); // the class was made here: it can't be wrong
        }
    }

    private byte[] toClass() {
        for (int local = A; local < LOCALS; local++) {
            op(ICONST_0);
            op(ISTORE, local);
        }
        int size = program.size();
        for (int i = 0; i < size; i++) {
            starts[i] = code.size();
            instruction(i);
        }
        // The common exit of loads that miss.
        starts[size] = code.size();
        op(ICONST_0);
        op(IRETURN);
        if (code.size() > LONGEST_METHOD) {
            return null;
        }
        byte[] bytes = code.toByteArray();
        for (int j = 0; j < jumps; j++) {
            int distance = starts[jumpTargets[j]] - jumpSites[j];
            bytes[jumpSites[j] + 1] = (byte) (distance >> 8);
            bytes[jumpSites[j] + 2] = (byte) distance;
        }
        int[] frames = frameOffsets();
        ClassFile.Body body = new ClassFile.Body(bytes, 4, LOCALS, frameTable(frames), frames.length);
        return file.toBytes("net/diag/capture/Filter", "net/diag/capture/CaptureFilter", "run", "([BIII)I", body);
    }

    /** Where a frame must be stated: every jump target, and what follows an unconditional transfer. */
    private int[] frameOffsets() {
        boolean[] wanted = new boolean[starts.length];
        for (int j = 0; j < jumps; j++) {
            wanted[jumpTargets[j]] = true;
        }
        for (int i = 0; i < program.size(); i++) {
            int kind = program.code(i) & 7;
            // Class 0 and 1: a load at a place that no packet has is an unconditional jump, too.
            if (kind == 6 || kind == 5 || kind < 2 && program.k(i) < 0) {
                wanted[i + 1] = true;
            }
        }
        wanted[program.size()] = true;
        int[] offsets = new int[starts.length];
        int count = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                offsets[count++] = starts[i];
            }
        }
        return Arrays.copyOf(offsets, count);
    }

    /** The first frame in full (this, the packet, integers), the others the same. */
    private byte[] frameTable(int[] offsets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int previous = -1;
        for (int i = 0; i < offsets.length; i++) {
            int delta = offsets[i] - previous - 1;
            previous = offsets[i];
            out.write(i == 0 ? 255 : 251);
            u16(out, delta);
            if (i == 0) {
                u16(out, LOCALS);
                out.write(7);
                u16(out, file.classRef("net/diag/capture/Filter"));
                out.write(7);
                u16(out, file.classRef("[B"));
                for (int local = OFFSET; local < LOCALS; local++) {
                    out.write(1);
                }
                u16(out, 0);
            }
        }
        return out.toByteArray();
    }

    private static void u16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private void instruction(int i) {
        int op = program.code(i);
        int k = program.k(i);
        switch (op) {
            case 0x20, 0x28, 0x30 -> absolute(op, k);
            case 0x40, 0x48, 0x50 -> indirect(op, k);
            case 0xb1 -> headerLength(k);
            case 0x00 -> set(k, A);
            case 0x01 -> set(k, X);
            case 0x80 -> move(LENGTH, A);
            case 0x81 -> move(LENGTH, X);
            case 0x60 -> move(MEMORY + k, A);
            case 0x61 -> move(MEMORY + k, X);
            case 0x02 -> move(A, MEMORY + k);
            case 0x03 -> move(X, MEMORY + k);
            case 0x05 -> jump(GOTO, i + 1 + k);
            case 0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d -> branch(i, op, k);
            case 0x06 -> {
                push(k);
                op(IRETURN);
            }
            case 0x16 -> {
                op(ILOAD, A);
                op(IRETURN);
            }
            case 0x07 -> move(A, X);
            case 0x87 -> move(X, A);
            case 0x84 -> {
                op(ILOAD, A);
                op(0x74);
                op(ISTORE, A);
            }
            default -> compute(op, k);
        }
    }

    private static int size(int op) {
        return (op & 0x18) == 0 ? 4 : (op & 0x18) == 0x08 ? 2 : 1;
    }

    private void absolute(int op, int k) {
        int size = size(op);
        if (k < 0) {
            jump(GOTO, program.size());
            return;
        }
        if (k > Integer.MAX_VALUE - size) {
            op(ICONST_0);
            jump(IFEQ, program.size());
            return;
        }
        op(ILOAD, CAPTURED);
        push(k + size - 1);
        jump(IF_ICMPLE, program.size());
        op(ALOAD, PACKET);
        op(ILOAD, OFFSET);
        push(k);
        op(0x60);
        load(size);
    }

    private void indirect(int op, int k) {
        int size = size(op);
        push(k);
        op(ILOAD, X);
        push(size);
        op(ILOAD, CAPTURED);
        call("net/diag/capture/BpfLoads", "outside", "(IIII)Z");
        jump(IFNE, program.size());
        op(ALOAD, PACKET);
        op(ILOAD, OFFSET);
        push(k);
        op(0x60);
        op(ILOAD, X);
        op(0x60);
        load(size);
    }

    private void load(int size) {
        switch (size) {
            case 4 -> call("net/diag/capture/BpfLoads", "u32", "([BI)I");
            case 2 -> call("net/diag/capture/BpfLoads", "u16", "([BI)I");
            default -> {
                op(0x33);
                push(255);
                op(0x7e);
            }
        }
        op(ISTORE, A);
    }

    private void headerLength(int k) {
        if (k < 0) {
            jump(GOTO, program.size());
            return;
        }
        op(ILOAD, CAPTURED);
        push(k);
        jump(IF_ICMPLE, program.size());
        op(ALOAD, PACKET);
        op(ILOAD, OFFSET);
        push(k);
        op(0x60);
        op(0x33);
        push(15);
        op(0x7e);
        push(2);
        op(0x78);
        op(ISTORE, X);
    }

    private void branch(int i, int op, int k) {
        int whenTrue = i + 1 + program.jumpTrue(i);
        int whenFalse = i + 1 + program.jumpFalse(i);
        boolean byRegister = (op & 8) != 0;
        int condition = op & 0xf0;
        op(ILOAD, A);
        if (condition == 0x20 || condition == 0x30) {
            push(Integer.MIN_VALUE);
            op(0x82);
            if (byRegister) {
                op(ILOAD, X);
                push(Integer.MIN_VALUE);
                op(0x82);
            } else {
                push(k ^ Integer.MIN_VALUE);
            }
            jump(condition == 0x20 ? IF_ICMPGT : IF_ICMPGE, whenTrue);
        } else {
            if (byRegister) {
                op(ILOAD, X);
            } else {
                push(k);
            }
            if (condition == 0x10) {
                jump(IF_ICMPEQ, whenTrue);
            } else {
                op(0x7e);
                jump(IFNE, whenTrue);
            }
        }
        if (whenFalse != i + 1) {
            jump(GOTO, whenFalse);
        }
    }

    private void compute(int op, int k) {
        boolean byRegister = (op & 8) != 0;
        int operation = op & 0xf0;
        if (byRegister && (operation == 0x30 || operation == 0x90)) {
            op(ILOAD, X);
            jump(IFEQ, program.size());
        }
        op(ILOAD, A);
        if (byRegister) {
            op(ILOAD, X);
        } else {
            push(k);
        }
        switch (operation) {
            case 0x00 -> op(0x60);
            case 0x10 -> op(0x64);
            case 0x20 -> op(0x68);
            case 0x30 -> call("java/lang/Integer", "divideUnsigned", "(II)I");
            case 0x40 -> op(0x80);
            case 0x50 -> op(0x7e);
            case 0x60 -> call("net/diag/capture/BpfLoads", "shiftLeft", "(II)I");
            case 0x70 -> call("net/diag/capture/BpfLoads", "shiftRight", "(II)I");
            case 0x90 -> call("java/lang/Integer", "remainderUnsigned", "(II)I");
            case 0xa0 -> op(0x82);
            default -> throw new IllegalStateException("unknown BPF operation " + operation);
        }
        op(ISTORE, A);
    }

    private void set(int value, int local) {
        push(value);
        op(ISTORE, local);
    }

    private void move(int from, int to) {
        op(ILOAD, from);
        op(ISTORE, to);
    }

    private void push(int value) {
        if (value >= -1 && value <= 5) {
            op(ICONST_0 + value);
        } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
            op(0x10, value);
        } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            op(0x11, value >> 8);
            op(value);
        } else {
            int index = file.integer(value);
            op(0x13, index >> 8);
            op(index);
        }
    }

    private void call(String owner, String name, String descriptor) {
        int index = file.methodRef(owner, name, descriptor);
        op(INVOKESTATIC, index >> 8);
        op(index);
    }

    private void jump(int opcode, int target) {
        if (jumps == jumpSites.length) {
            jumpSites = Arrays.copyOf(jumpSites, 2 * jumps);
            jumpTargets = Arrays.copyOf(jumpTargets, 2 * jumps);
        }
        jumpSites[jumps] = code.size();
        jumpTargets[jumps++] = target;
        op(opcode);
        op(0);
        op(0);
    }

    private void op(int opcode) {
        code.write(opcode);
    }

    private void op(int opcode, int operand) {
        code.write(opcode);
        code.write(operand);
    }
}
