package net.diag.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The translated filter, the interpreter and libpcap's own must agree on any valid program and packet. */
class BpfTranslatorTest {
    private static final int PROGRAMS = 10_000;
    private static final int[] LOADS = {0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0x80, 0x00, 0x60, 0x01, 0x61, 0x81, 0xb1};
    private static final int[] MIDDLE = {
        0x02, 0x03, 0x04, 0x0c, 0x14, 0x1c, 0x24, 0x2c, 0x34, 0x3c, 0x44, 0x4c, 0x54, 0x5c, 0x64, 0x6c, 0x74, 0x7c,
        0x84, 0x94, 0x9c, 0xa4, 0xac, 0x07, 0x87
    };
    private static final int[] JUMPS = {0x05, 0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d};

    @Test
    void tenThousandRandomProgramsGiveWhatLibpcapGives() {
        Libpcap libpcap = libpcap();
        Random random = new Random(1);
        for (int i = 0; i < PROGRAMS; i++) {
            BpfProgram program = randomProgram(random);
            assertTrue(program.isValid(), () -> BpfText.decimal(program));
            byte[] packet = new byte[random.nextInt(90)];
            random.nextBytes(packet);
            int length = packet.length + random.nextInt(2000);
            int expected = libpcap.filter(program, packet, packet.length, length);
            byte[] shifted = new byte[packet.length + 7];
            System.arraycopy(packet, 0, shifted, 7, packet.length);
            CaptureFilter interpreted = CaptureFilter.interpreting(program);
            assertEquals(
                    expected,
                    interpreted.run(shifted, 7, packet.length, length),
                    () -> "interpreter:\n" + BpfText.assembler(program));
            CaptureFilter translated = BpfTranslator.translate(program);
            assertNotNull(translated);
            assertEquals(
                    expected,
                    translated.run(shifted, 7, packet.length, length),
                    () -> "translator:\n" + BpfText.assembler(program));
        }
    }

    private static Libpcap libpcap() {
        try {
            return new Libpcap();
        } catch (UnsatisfiedLinkError e) {
            assumeTrue(false, "libpcap is not installed");
            throw e;
        }
    }

    private static BpfProgram randomProgram(Random random) {
        int stores = 16;
        int size = stores + 2 + random.nextInt(40);
        int[] words = new int[2 * size];
        for (int i = 0; i < stores; i++) {
            // Memory that was never written is undefined in some interpreters: write it all first.
            words[2 * i] = 0x02 << 16;
            words[2 * i + 1] = i;
        }
        for (int i = stores; i < size - 1; i++) {
            instruction(random, words, i, size);
        }
        words[2 * size - 2] = (random.nextBoolean() ? 0x16 : 0x06) << 16;
        words[2 * size - 1] = random.nextInt();
        return new BpfProgram(words);
    }

    private static void instruction(Random random, int[] words, int i, int size) {
        int kind = random.nextInt(10);
        int code;
        int k = random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(100);
        int left = size - i - 2;
        if (kind < 3) {
            code = LOADS[random.nextInt(LOADS.length)];
        } else if (kind < 7) {
            code = MIDDLE[random.nextInt(MIDDLE.length)];
        } else if (kind < 9) {
            code = JUMPS[random.nextInt(JUMPS.length)];
        } else {
            code = random.nextInt(8) == 0 ? 0x06 : 0x16;
            if (random.nextInt(3) != 0) {
                code = 0x04;
            }
        }
        switch (code) {
            case 0x02, 0x03, 0x60, 0x61 -> k &= 15;
            case 0x64, 0x74 -> k &= 31;
            case 0x34, 0x94 -> k |= 1;
            case 0x05 -> k = left == 0 ? 0 : random.nextInt(left + 1);
            default -> {}
        }
        int jumpTrue = (code & 7) == 5 && code != 0x05 ? random.nextInt(left + 1) : 0;
        int jumpFalse = (code & 7) == 5 && code != 0x05 ? random.nextInt(left + 1) : 0;
        words[2 * i] = code << 16 | jumpTrue << 8 | jumpFalse;
        words[2 * i + 1] = k;
    }

    @Test
    void backwardJumpsOfProtochainAreTranslated() throws FilterException {
        libpcap();
        BpfProgram program = BpfProgram.compile("ip6 protochain 6", LinkType.ETHERNET, 262144, true, -1);
        byte[] packet = new byte[14 + 40 + 8 + 20];
        packet[12] = (byte) 0x86;
        packet[13] = (byte) 0xdd;
        packet[14] = 0x60;
        packet[20] = 0;
        packet[54] = 6;
        CaptureFilter translated = BpfTranslator.translate(program);
        assertEquals(262144, translated.run(packet, 0, packet.length, packet.length));
        assertEquals(262144, CaptureFilter.interpreting(program).run(packet, 0, packet.length, packet.length));
        packet[54] = 17;
        assertEquals(0, translated.run(packet, 0, packet.length, packet.length));
    }
}
