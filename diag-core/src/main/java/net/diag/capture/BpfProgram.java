package net.diag.capture;

/**
 * A classic BPF program (McCanne and Jacobson 1993; {@code linux/bpf_common.h}): immutable instructions
 * of an opcode, two jump distances and a constant.
 */
public final class BpfProgram {
    /** The most instructions that the kernel takes. */
    public static final int MAXIMUM = 4096;

    private static final int MEMORY_WORDS = 16;

    /** Two words an instruction: opcode, jt, jf; then k. */
    private final int[] words;

    BpfProgram(int[] words) {
        this.words = words;
    }

    /**
     * Compiles a pcap-filter(7) expression with libpcap.
     *
     * @param linkType the LINKTYPE_ number of files
     * @param netmask for {@code ip broadcast}; 0xffffffff if unknown
     */
    public static BpfProgram compile(String expression, int linkType, int snaplen, boolean optimize, int netmask)
            throws FilterException {
        LinkType type = LinkType.of(linkType);
        return new Libpcap().compile(expression, type == null ? linkType : type.dlt(), snaplen, optimize, netmask);
    }

    /** The version text of the library that compiles expressions. */
    public static String compilerVersion() {
        return new Libpcap().version();
    }

    /** The program of one instruction that returns a constant: accept or reject all. */
    public static BpfProgram constant(int keep) {
        return new BpfProgram(new int[] {0x06 << 16, keep});
    }

    /** The number of instructions. */
    public int size() {
        return words.length / 2;
    }

    /** The opcode of an instruction. */
    public int code(int i) {
        return words[2 * i] >>> 16;
    }

    /** The distance jumped if a condition holds. */
    public int jumpTrue(int i) {
        return words[2 * i] >>> 8 & 0xff;
    }

    /** The distance jumped if a condition does not hold. */
    public int jumpFalse(int i) {
        return words[2 * i] & 0xff;
    }

    /** The constant of an instruction, unsigned. */
    public int k(int i) {
        return words[2 * i + 1];
    }

    /** Whether every jump stays inside, every opcode is known and the last instruction returns. */
    public boolean isValid() {
        int size = size();
        if (size == 0 || size > MAXIMUM || (code(size - 1) & 7) != 6) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!isValid(i, size)) {
                return false;
            }
        }
        return true;
    }

    private boolean isValid(int i, int size) {
        int code = code(i);
        switch (code) {
            case 0x00, 0x01, 0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0x80, 0x81, 0xb1, 0x87, 0x07, 0x06, 0x16, 0x84 -> {
                return true;
            }
            case 0x60, 0x61, 0x02, 0x03 -> {
                return k(i) >= 0 && k(i) < MEMORY_WORDS;
            }
            case 0x05 -> {
                long target = i + 1L + k(i);
                return target >= 0 && target < size;
            }
            case 0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d -> {
                return i + 1 + Math.max(jumpTrue(i), jumpFalse(i)) < size;
            }
            case 0x34, 0x94 -> {
                return k(i) != 0;
            }
            case 0x64, 0x74 -> {
                return k(i) >= 0 && k(i) < 32;
            }
            case 0x04, 0x0c, 0x14, 0x1c, 0x24, 0x2c, 0x3c, 0x44, 0x4c, 0x54, 0x5c, 0x6c, 0x7c, 0x9c, 0xa4, 0xac -> {
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}
