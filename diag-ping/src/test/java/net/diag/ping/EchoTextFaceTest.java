package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EchoTextFaceTest {
    private static String millis(long micros) {
        StringBuilder b = new StringBuilder();
        EchoTextFace.appendMillis(b, micros, false);
        return b.toString();
    }

    @Test
    void fourSignificantFiguresRoundedHalfUp() {
        assertEquals("0.000", millis(0));
        assertEquals("0.042", millis(42));
        assertEquals("0.999", millis(999));
        assertEquals("1.00", millis(1000));
        assertEquals("1.01", millis(1005));
        assertEquals("9.99", millis(9_994));
        assertEquals("10.0", millis(9_995));
        assertEquals("10.1", millis(10_050));
        assertEquals("99.9", millis(99_949));
        assertEquals("100", millis(99_950));
        assertEquals("1001", millis(1_000_500));
    }

    @Test
    void threeDecimalsOnRequest() {
        StringBuilder b = new StringBuilder();
        EchoTextFace.appendMillis(b, 1_000_005, true);
        assertEquals("1000.005", b.toString());
    }

    @Test
    void lossHasSixFigures() {
        assertEquals("33.3333", figures(33.333332f));
        assertEquals("0", figures(0));
        assertEquals("100", figures(100));
        assertEquals("12.376", figures(12.376f));
        assertEquals("-100", figures(-100));
        assertEquals("0.0005", figures(0.0005f));
        assertEquals("5e-05", figures(0.00005f));
        assertEquals("66.6667", figures(66.666664f));
    }

    private static String figures(float value) {
        StringBuilder b = new StringBuilder();
        SixFigures.append(b, value);
        return b.toString();
    }
}
