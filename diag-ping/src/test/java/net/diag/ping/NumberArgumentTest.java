package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NumberArgumentTest {
    private static String failure(String text, long least, long most) {
        PingException e =
                assertThrows(PingException.class, () -> NumberArgument.integer(text, "invalid argument", least, most));
        assertEquals(1, e.exitStatus());
        return e.getMessage();
    }

    @Test
    void blanksInFrontAreSkipped() throws Exception {
        assertEquals(3, NumberArgument.integer(" 3", "x", 1, 9));
        assertEquals(-3, NumberArgument.integer("-3", "x", -9, 9));
    }

    @Test
    void messagesAreThoseOfIputils() {
        assertEquals("invalid argument: '1x'", failure("1x", 1, 9));
        assertEquals("invalid argument: ''", failure("", 1, 9));
        assertEquals("invalid argument: '0': out of range: 1 <= value <= 9", failure("0", 1, 9));
        assertEquals(
                "invalid argument: '99999999999999999999': Numerical result out of range",
                failure("99999999999999999999", 1, Long.MAX_VALUE));
    }

    @Test
    void decimalStopsWhereTheNumberEnds() {
        int[] end = new int[1];
        assertEquals(0.0, NumberArgument.leadingDecimal("0,5", end));
        assertEquals(1, end[0]);
        assertEquals(0.1, NumberArgument.leadingDecimal("1e-1", end));
        assertEquals(4, end[0]);
        assertEquals(0.2, NumberArgument.leadingDecimal(".2", end));
        assertEquals(2, end[0]);
        assertEquals(1.0, NumberArgument.leadingDecimal("1ex", end));
        assertEquals(1, end[0]);
        NumberArgument.leadingDecimal("x", end);
        assertEquals(0, end[0]);
    }

    @Test
    void hexadecimalIsTakenWhereItIsMarked() {
        assertEquals(16, NumberArgument.decimalOrHex("0x10"));
        assertEquals(16, NumberArgument.decimalOrHex("16"));
        assertEquals(-1, NumberArgument.decimalOrHex("zz"));
        assertEquals(-1, NumberArgument.decimalOrHex(""));
        assertEquals(-1, NumberArgument.decimalOrHex("-5"));
    }
}
