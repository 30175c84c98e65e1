package net.diag.netstat;

import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/**
 * A socket of {@code /proc/net}.
 *
 * @param protocol tcp, tcp6, udp, udp6, udplite, udplite6, raw, raw6, unix
 * @param state the state's name; null for a stateless socket
 * @param local the local address, or null
 * @param localPort the local port, of a raw socket the protocol; -1: none
 * @param peer the peer's address, or null
 * @param peerPort the peer's port; -1: none
 * @param recvQ bytes (of a listener, connections) that wait to be read
 * @param sendQ bytes that wait to be acknowledged
 * @param uid the owner's user id, or -1
 * @param user the owner's name, or null
 * @param inode the inode
 * @param pid the owner, or -1
 * @param program the owner's name, or null
 * @param path a UNIX socket's path, or null
 * @param type a UNIX socket's type, or null
 * @param netns whose namespace it is in where several are shown, or null
 */
public record SocketRecord(
        String protocol,
        String state,
        IpAddress local,
        int localPort,
        IpAddress peer,
        int peerPort,
        long recvQ,
        long sendQ,
        long uid,
        String user,
        long inode,
        int pid,
        String program,
        String path,
        String type,
        String netns) {

    /** The declaration. */
    public static final class Type {
        public static final RecordType<SocketRecord> SOCKET = RecordType.<SocketRecord>of(
                        "diag/netstat/socket/1", "a socket")
                .text("netns", SocketRecord::netns, "the network namespace that it is in")
                .optional()
                .word(
                        "protocol",
                        SocketRecord::protocol,
                        "transport and family",
                        "tcp",
                        "tcp6",
                        "udp",
                        "udp6",
                        "udplite",
                        "udplite6",
                        "raw",
                        "raw6",
                        "unix")
                .word(
                        "state",
                        SocketRecord::state,
                        "state of the connection",
                        "ESTABLISHED",
                        "SYN_SENT",
                        "SYN_RECV",
                        "FIN_WAIT1",
                        "FIN_WAIT2",
                        "TIME_WAIT",
                        "CLOSE",
                        "CLOSE_WAIT",
                        "LAST_ACK",
                        "LISTEN",
                        "CLOSING")
                .optional()
                .address("local", SocketRecord::local, "local address")
                .optional()
                .integer("localPort", SocketRecord::localPort, "local port, of a raw socket the protocol")
                .absentIs(-1)
                .address("peer", SocketRecord::peer, "the peer's address")
                .optional()
                .integer("peerPort", SocketRecord::peerPort, "the peer's port")
                .absentIs(-1)
                .count("recvQ", SocketRecord::recvQ, "bytes to be read; of a listener, connections that wait")
                .absentIs(-1)
                .count("sendQ", SocketRecord::sendQ, "bytes to be acknowledged")
                .absentIs(-1)
                .integer("uid", SocketRecord::uid, "the owner's user id")
                .absentIs(-1)
                .text("user", SocketRecord::user, "the owner's name")
                .optional()
                .integer("inode", SocketRecord::inode, "inode of the socket; 0: nobody has it open")
                .integer("pid", SocketRecord::pid, "the process that has it open")
                .absentIs(-1)
                .text("program", SocketRecord::program, "that process's name")
                .optional()
                .text("path", SocketRecord::path, "a UNIX socket's path")
                .optional()
                .word("type", SocketRecord::type, "a UNIX socket's type", "STREAM", "DGRAM", "SEQPACKET")
                .optional()
                .build();

        private Type() {}
    }
}
