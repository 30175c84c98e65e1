package net.diag.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An object of a class that has no decoder here, or that breaks the rules of its class.
 *
 * @param classNumber the Class-Num field
 * @param type the C-Type field
 * @param payload everything behind the object's header
 */
public record UnknownExtensionObject(int classNumber, int type, byte[] payload) implements IcmpExtensionObject {
    @Override
    public int encodePayload(ByteBuffer b, int off) {
        b.put(off, payload);
        return payload.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownExtensionObject o
                && o.classNumber == classNumber
                && o.type == type
                && Arrays.equals(o.payload, payload);
    }

    @Override
    public int hashCode() {
        return (classNumber * 31 + type) * 31 + Arrays.hashCode(payload);
    }
}
