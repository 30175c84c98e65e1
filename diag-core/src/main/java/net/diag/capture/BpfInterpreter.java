package net.diag.capture;

/**
 * The plain interpreter of classic BPF: the reference that {@link BpfTranslator} is tested against, and
 * what runs a filter over few packets. A load beyond the captured bytes and a division by zero reject.
 */
final class BpfInterpreter extends CaptureFilter {
    private final int[] code;
    private final int[] jumpTrue;
    private final int[] jumpFalse;
    private final int[] constants;
    private final int[] memory = new int[16];

    BpfInterpreter(BpfProgram program) {
        int size = program.size();
        code = new int[size];
        jumpTrue = new int[size];
        jumpFalse = new int[size];
        constants = new int[size];
        for (int i = 0; i < size; i++) {
            code[i] = program.code(i);
            jumpTrue[i] = program.jumpTrue(i);
            jumpFalse[i] = program.jumpFalse(i);
            constants[i] = program.k(i);
        }
    }

    @Override
    public int run(byte[] packet, int offset, int captured, int length) {
        int[] m = memory;
        java.util.Arrays.fill(m, 0);
        int a = 0;
        int x = 0;
        for (int pc = 0; ; pc++) {
            int k = constants[pc];
            int op = code[pc];
            switch (op) {
                case 0x20, 0x28, 0x30, 0x40, 0x48, 0x50 -> {
                    int size = (op & 0x18) == 0 ? 4 : (op & 0x18) == 0x08 ? 2 : 1;
                    long at = (k & 0xffffffffL) + ((op & 0xe0) == 0x40 ? x & 0xffffffffL : 0);
                    if (at + size > captured) {
                        return 0;
                    }
                    a = BpfLoads.load(packet, offset + (int) at, size);
                }
                case 0xb1 -> {
                    if ((k & 0xffffffffL) >= captured) {
                        return 0;
                    }
                    x = (packet[offset + k] & 15) << 2;
                }
                case 0x00 -> a = k;
                case 0x01 -> x = k;
                case 0x80 -> a = length;
                case 0x81 -> x = length;
                case 0x60 -> a = m[k];
                case 0x61 -> x = m[k];
                case 0x02 -> m[k] = a;
                case 0x03 -> m[k] = x;
                case 0x05 -> pc += k;
                case 0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d ->
                    pc += holds(op & 0xf0, a, (op & 8) != 0 ? x : k) ? jumpTrue[pc] : jumpFalse[pc];
                case 0x06 -> {
                    return k;
                }
                case 0x16 -> {
                    return a;
                }
                case 0x07 -> x = a;
                case 0x87 -> a = x;
                case 0x84 -> a = -a;
                default -> {
                    int operand = (op & 8) != 0 ? x : k;
                    if (operand == 0 && ((op & 0xf0) == 0x30 || (op & 0xf0) == 0x90)) {
                        return 0;
                    }
                    a = compute(op & 0xf0, a, operand);
                }
            }
        }
    }

    private static boolean holds(int condition, int a, int operand) {
        return switch (condition) {
            case 0x10 -> a == operand;
            case 0x20 -> Integer.compareUnsigned(a, operand) > 0;
            case 0x30 -> Integer.compareUnsigned(a, operand) >= 0;
            default -> (a & operand) != 0;
        };
    }

    private static int compute(int operation, int a, int operand) {
        return switch (operation) {
            case 0x00 -> a + operand;
            case 0x10 -> a - operand;
            case 0x20 -> a * operand;
            case 0x30 -> Integer.divideUnsigned(a, operand);
            case 0x40 -> a | operand;
            case 0x50 -> a & operand;
            case 0x60 -> BpfLoads.shiftLeft(a, operand);
            case 0x70 -> BpfLoads.shiftRight(a, operand);
            case 0x90 -> Integer.remainderUnsigned(a, operand);
            case 0xa0 -> a ^ operand;
            default -> throw new IllegalStateException("unknown BPF operation " + operation);
        };
    }
}
