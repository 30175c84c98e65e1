package net.diag.trace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.diag.record.IpAddress;
import net.diag.trace.probe.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationTest {
    private static String of(String from, int type, int code) {
        return Annotation.of(Answer.error(0, IpAddress.parse(from), type, code, 0, 64, 1400));
    }

    @ParameterizedTest
    @CsvSource({
        "11,0,''",
        "3,0,!N",
        "3,1,!H",
        "3,2,!P",
        "3,3,''",
        "3,4,!F-1400",
        "3,5,!S",
        "3,6,!N",
        "3,7,!H",
        "3,8,!N",
        "3,9,!X",
        "3,10,!X",
        "3,11,!N",
        "3,12,!H",
        "3,13,!X",
        "3,14,!V",
        "3,15,!C",
        "3,77,!<77>",
        "11,1,!<11-1>",
        "12,0,!<12-0>"
    })
    void icmp(int type, int code, String text) {
        assertEquals(text, of("10.0.0.1", type, code));
    }

    @ParameterizedTest
    @CsvSource({
        "3,0,''",
        "1,0,!N",
        "1,1,!X",
        "1,2,!H",
        "1,3,!H",
        "1,4,''",
        "1,5,!<5>",
        "1,6,!<6>",
        "2,0,!F-1400",
        "3,1,!<3-1>",
        "4,1,!<4-1>"
    })
    void icmpv6(int type, int code, String text) {
        assertEquals(text, of("fd00::1", type, code));
    }
}
