package net.diag.capture;

/** A BPF program as text: assembler ({@code -d}), C initialisers ({@code -dd}) or decimal numbers ({@code -ddd}). */
public final class BpfText {
    private BpfText() {}

    /** The numbers of {@code -ddd}. */
    public static String decimal(BpfProgram program) {
        StringBuilder text = new StringBuilder().append(program.size()).append('\n');
        for (int i = 0; i < program.size(); i++) {
            text.append(program.code(i)).append(' ').append(program.jumpTrue(i)).append(' ');
            text.append(program.jumpFalse(i)).append(' ');
            text.append(Integer.toUnsignedString(program.k(i))).append('\n');
        }
        return text.toString();
    }

    /** The initialisers of {@code -dd}. */
    public static String initialisers(BpfProgram program) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < program.size(); i++) {
            text.append("{ 0x")
                    .append(Integer.toHexString(program.code(i)))
                    .append(", ")
                    .append(program.jumpTrue(i));
            text.append(", ").append(program.jumpFalse(i)).append(", 0x");
            String k = Integer.toHexString(program.k(i));
            text.append("00000000".substring(k.length())).append(k).append(" },\n");
        }
        return text.toString();
    }

    /** The assembler of {@code -d}, as bpf_image prints it. */
    public static String assembler(BpfProgram program) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < program.size(); i++) {
            line(text, program, i);
            text.append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, BpfProgram program, int i) {
        int code = program.code(i);
        int k = program.k(i);
        String operand = operand(code, k, i);
        text.append('(');
        String number = Integer.toString(i);
        text.append("000".substring(Math.min(3, number.length())))
                .append(number)
                .append(") ");
        int column = text.length();
        text.append(operation(code));
        pad(text, column + 8);
        text.append(' ').append(operand);
        if ((code & 7) == 5 && code != 0x05) {
            pad(text, column + 9 + 16);
            text.append(" jt ")
                    .append(i + 1 + program.jumpTrue(i))
                    .append("\tjf ")
                    .append(i + 1 + program.jumpFalse(i));
        }
    }

    private static void pad(StringBuilder text, int column) {
        while (text.length() < column) {
            text.append(' ');
        }
    }

    private static String operation(int code) {
        return switch (code) {
            case 0x06, 0x16 -> "ret";
            case 0x20, 0x40, 0x00, 0x80, 0x60 -> "ld";
            case 0x28, 0x48 -> "ldh";
            case 0x30, 0x50 -> "ldb";
            case 0x01, 0x61, 0x81 -> "ldx";
            case 0xb1 -> "ldxb";
            case 0x02 -> "st";
            case 0x03 -> "stx";
            case 0x05 -> "ja";
            case 0x15, 0x1d -> "jeq";
            case 0x25, 0x2d -> "jgt";
            case 0x35, 0x3d -> "jge";
            case 0x45, 0x4d -> "jset";
            case 0x04, 0x0c -> "add";
            case 0x14, 0x1c -> "sub";
            case 0x24, 0x2c -> "mul";
            case 0x34, 0x3c -> "div";
            case 0x94, 0x9c -> "mod";
            case 0x54, 0x5c -> "and";
            case 0x44, 0x4c -> "or";
            case 0xa4, 0xac -> "xor";
            case 0x64, 0x6c -> "lsh";
            case 0x74, 0x7c -> "rsh";
            case 0x84 -> "neg";
            case 0x07 -> "tax";
            case 0x87 -> "txa";
            default -> "unimp";
        };
    }

    private static String operand(int code, int k, int i) {
        String hex = "#0x" + Integer.toHexString(k);
        return switch (code) {
            case 0x06 -> "#" + k;
            case 0x16 -> "";
            case 0x20, 0x28, 0x30 -> ancillary(k);
            case 0x40, 0x48, 0x50 -> "[x + " + k + "]";
            case 0x80, 0x81 -> "#pktlen";
            case 0x00, 0x01, 0x15, 0x25, 0x35, 0x45, 0x54, 0x44, 0xa4 -> hex;
            case 0xb1 -> "4*([" + k + "]&0xf)";
            case 0x60, 0x61, 0x02, 0x03 -> "M[" + k + "]";
            case 0x05 -> Integer.toString(i + 1 + k);
            case 0x04, 0x14, 0x24, 0x34, 0x94, 0x64, 0x74 -> "#" + k;
            case 0x1d, 0x2d, 0x3d, 0x4d, 0x0c, 0x1c, 0x2c, 0x3c, 0x9c, 0x5c, 0x4c, 0xac, 0x6c, 0x7c -> "x";
            case 0x84, 0x07, 0x87 -> "";
            default -> "0x" + Integer.toHexString(code);
        };
    }

    private static String ancillary(int k) {
        return switch (k + 4096) {
            case 0 -> "[proto]";
            case 4 -> "[type]";
            case 8 -> "[ifidx]";
            case 44 -> "[vlan_tci]";
            case 48 -> "[vlanp]";
            case 60 -> "[vlan_tpid]";
            default -> "[" + k + "]";
        };
    }
}
