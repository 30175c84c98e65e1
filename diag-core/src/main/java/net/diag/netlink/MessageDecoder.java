package net.diag.netlink;

/** Makes a value of a message. */
@FunctionalInterface
public interface MessageDecoder<T> {
    /** Decode a message, or return null to leave it out. */
    T decode(NetlinkMessage m);
}
