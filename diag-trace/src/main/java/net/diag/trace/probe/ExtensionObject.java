package net.diag.trace.probe;

import java.util.Arrays;

/**
 * One object of an ICMP extension structure (RFC 4884 §8).
 *
 * @param classNumber the class, for example 1: MPLS label stack (RFC 4950)
 * @param type the C-Type within the class
 * @param data the object's payload, network byte order
 */
public record ExtensionObject(int classNumber, int type, byte[] data) {
    public static final int CLASS_MPLS = 1;
    public static final int CLASS_INTERFACE = 2;

    @Override
    public boolean equals(Object o) {
        return o instanceof ExtensionObject e
                && e.classNumber == classNumber
                && e.type == type
                && Arrays.equals(e.data, data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data) * 31 + classNumber * 256 + type;
    }

    @Override
    public String toString() {
        return ExtensionText.of(this);
    }
}
