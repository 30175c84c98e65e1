package net.diag.wire;

import java.nio.ByteBuffer;

/** One object of an ICMP extension structure (RFC 4884 §8), by its class and type. */
public sealed interface IcmpExtensionObject permits MplsLabelStack, InterfaceInformation, UnknownExtensionObject {
    /** The Class-Num field. */
    int classNumber();

    /** The C-Type field. */
    int type();

    /** Write the object's payload, without its header; returns the payload's length. */
    int encodePayload(ByteBuffer b, int off);

    /**
     * Decode an object whose header has been checked and which ends at {@code end}. One of a known class whose payload
     * doesn't fit its own rules comes out as an {@link UnknownExtensionObject}, so that its bytes can still be shown.
     */
    static IcmpExtensionObject decode(ByteBuffer b, int off, int end) {
        int classNumber = IcmpExtension.objectClass(b, off);
        int type = IcmpExtension.objectType(b, off);
        int payload = off + IcmpExtension.OBJECT_HEADER_LENGTH;
        IcmpExtensionObject known = null;
        if (classNumber == MplsLabelStack.CLASS && type == MplsLabelStack.TYPE) {
            known = MplsLabelStack.decode(b, payload, end);
        } else if (classNumber == InterfaceInformation.CLASS) {
            known = InterfaceInformation.decode(b, payload, end, type);
        }
        return known != null
                ? known
                : new UnknownExtensionObject(classNumber, type, BigEndian.copy(b, payload, end - payload));
    }
}
