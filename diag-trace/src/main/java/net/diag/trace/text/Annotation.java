package net.diag.trace.text;

import net.diag.trace.probe.Answer;
import net.diag.trace.probe.AnswerKind;

/** The remark behind a time that says why the path ends there: {@code !H}, {@code !X}, {@code !F-1400}. */
public final class Annotation {
    private Annotation() {}

    /** The text, or empty when there is nothing to say. */
    public static String of(Answer a) {
        if (a.kind() == AnswerKind.LOCAL_ERROR) {
            return "!F-" + a.mtu();
        }
        if (a.kind() != AnswerKind.ICMP_ERROR || a.isTimeExceeded()) {
            return "";
        }
        return a.from() != null && a.from().isV6() ? icmpv6(a) : icmp(a);
    }

    private static String icmp(Answer a) {
        if (a.type() != 3) {
            return "!<" + a.type() + "-" + a.code() + ">";
        }
        return switch (a.code()) {
            case 0, 6, 8, 11 -> "!N";
            case 1, 7, 12 -> "!H";
            case 2 -> "!P";
            case 3 -> "";
            case 4 -> "!F-" + a.mtu();
            case 5 -> "!S";
            case 9, 10, 13 -> "!X";
            case 14 -> "!V";
            case 15 -> "!C";
            default -> "!<" + a.code() + ">";
        };
    }

    private static String icmpv6(Answer a) {
        if (a.type() == 2) {
            return "!F-" + a.mtu();
        }
        if (a.type() != 1) {
            return "!<" + a.type() + "-" + a.code() + ">";
        }
        return switch (a.code()) {
            case 0 -> "!N";
            case 1 -> "!X";
            case 2, 3 -> "!H";
            case 4 -> "";
            default -> "!<" + a.code() + ">";
        };
    }
}
