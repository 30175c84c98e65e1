package net.diag.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SocketOptions;

/**
 * A classic BPF program ({@code linux/filter.h}), built instruction by instruction, to be attached to
 * a socket so that the process wakes for its own packets only.
 *
 * <p>Jump offsets count the instructions passed over, as in the kernel. The kernel checks a program
 * when it is attached.
 */
public final class BpfProgram {
    /** {@code BPF_LD | BPF_W | BPF_ABS}: A = 4 bytes at k. */
    public static final int LD_W_ABS = 0x20;
    /** {@code BPF_LD | BPF_H | BPF_ABS}: A = 2 bytes at k. */
    public static final int LD_H_ABS = 0x28;
    /** {@code BPF_LD | BPF_B | BPF_ABS}: A = the byte at k. */
    public static final int LD_B_ABS = 0x30;
    /** {@code BPF_LD | BPF_W | BPF_IND}: A = 4 bytes at X + k. */
    public static final int LD_W_IND = 0x40;
    /** {@code BPF_LD | BPF_H | BPF_IND}: A = 2 bytes at X + k. */
    public static final int LD_H_IND = 0x48;
    /** {@code BPF_LD | BPF_B | BPF_IND}: A = the byte at X + k. */
    public static final int LD_B_IND = 0x50;
    /** {@code BPF_LDX | BPF_B | BPF_MSH}: X = 4 × (low 4 bits of the byte at k). */
    public static final int LDX_MSH = 0xb1;
    /** {@code BPF_JMP | BPF_JEQ | BPF_K}. */
    public static final int JEQ = 0x15;
    /** {@code BPF_JMP | BPF_JGT | BPF_K}. */
    public static final int JGT = 0x25;
    /** {@code BPF_JMP | BPF_JGE | BPF_K}. */
    public static final int JGE = 0x35;
    /** {@code BPF_JMP | BPF_JSET | BPF_K}. */
    public static final int JSET = 0x45;
    /** {@code BPF_ALU | BPF_AND | BPF_K}. */
    public static final int AND = 0x54;
    /** {@code BPF_RET | BPF_K}: accept k bytes, or drop with 0. */
    public static final int RET = 0x06;

    /** The most that a program may accept: the whole packet. */
    public static final int WHOLE = 0x40000;

    private static final int SOCK_FILTER_LENGTH = 8;
    private static final int SOCK_FPROG_LENGTH = 16;
    private static final int MOST = 4096;

    private final ByteBuffer code = ByteBuffer.allocate(64 * SOCK_FILTER_LENGTH).order(ByteOrder.nativeOrder());

    /** Append an instruction without jumps. At most 64 of them. */
    public BpfProgram add(int opcode, int k) {
        return add(opcode, 0, 0, k);
    }

    /** Append an instruction with jumps, each 0…255 instructions ahead. */
    public BpfProgram add(int opcode, int jumpTrue, int jumpFalse, int k) {
        code.putShort((short) opcode).put((byte) jumpTrue).put((byte) jumpFalse).putInt(k);
        return this;
    }

    /** How many instructions it has. */
    public int length() {
        return code.position() / SOCK_FILTER_LENGTH;
    }

    /** Attach to {@code socket}, in the place of an earlier one ({@code SO_ATTACH_FILTER}). */
    public void attach(Fd socket) throws ErrnoException {
        attach(socket, code.array(), length());
    }

    /**
     * Attach a program given as {@code count} encoded {@code struct sock_filter}s in native order.
     *
     * @throws ErrnoException EINVAL for a program that the kernel finds invalid or too long (4096)
     */
    public static void attach(Fd socket, byte[] instructions, int count) throws ErrnoException {
        int n = Math.min(count, MOST + 1);
        NativeBuffer block = NativeBuffer.allocate(SOCK_FPROG_LENGTH + n * SOCK_FILTER_LENGTH);
        block.bytes().putShort(0, (short) n);
        block.bytes().putLong(8, block.address() + SOCK_FPROG_LENGTH);
        block.bytes().put(SOCK_FPROG_LENGTH, instructions, 0, n * SOCK_FILTER_LENGTH);
        int r = socket.trySetOption(SocketOptions.SOL_SOCKET, SocketOptions.SO_ATTACH_FILTER, block, SOCK_FPROG_LENGTH);
        if (r < 0) {
            throw new ErrnoException("setsockopt", "SO_ATTACH_FILTER", -r);
        }
    }
}
