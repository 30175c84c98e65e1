package net.diag.dump.print;

/** Names for addresses and ports, as they are printed without {@code -n}. */
public interface Names {
    /** Appends the host name of an IPv4 address (network order), or its numbers. */
    void ipv4(Dissection d, int address);

    /** Appends the host name of the IPv6 address at an offset, or its numbers. */
    void ipv6(Dissection d, int offset);

    /** Appends a 48-bit link-level address and what is known of it. */
    void mac(Dissection d, int offset);

    /** The name that an interface index has on this host, {@code ?} if none. */
    String interfaceName(int index);

    /** Appends the service name of a UDP port, or its number. */
    void udpPort(Dissection d, int port);

    /** Appends the service name of a TCP port, or its number. */
    void tcpPort(Dissection d, int port);
}
