package net.diag.netstat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.diag.cli.Cancellation;
import net.diag.netstat.classic.InetSockets;
import net.diag.proc.Fields;
import net.diag.proc.NetInet;
import net.diag.proc.ProcLines;
import net.diag.proc.SocketOwners;
import net.diag.record.IpAddress;
import net.diag.record.RecordSink;
import net.diag.sys.Users;

/** Yields the sockets of {@code /proc/net} as records, chosen as the classic table chooses its rows. */
final class SocketRecords {
    private static final int ACCEPTING = 1 << 16;
    private static final int UNCONNECTED = 1;
    private static final String[] UNIX_STATES = {"FREE", null, "CONNECTING", "CONNECTED", "DISCONNECTING"};
    private static final String[] UNIX_TYPES = {"UNKNOWN", "STREAM", "DGRAM", "RAW", "RDM", "SEQPACKET"};

    private final NetstatOptions options;
    private final SocketOwners owners;
    private final RecordSink sink;
    private final Cancellation cancellation;
    private final String netns;
    private final Users users = Users.ofSystem();
    private final NetInet row = new NetInet();

    SocketRecords(
            NetstatOptions options, SocketOwners owners, RecordSink sink, Cancellation cancellation, String netns) {
        this.options = options;
        this.owners = owners;
        this.sink = sink;
        this.cancellation = cancellation;
        this.netns = netns;
    }

    void read() throws IOException {
        boolean every = !options.isAnySocketKind();
        inet(every || options.tcp, "tcp");
        inet(every || options.udp, "udp");
        inet(every || options.udpLite, "udplite");
        inet(every || options.raw, "raw");
        if (options.unix || every && !options.inet && !options.inet6) {
            unix();
        }
    }

    private void inet(boolean wanted, String protocol) throws IOException {
        if (wanted && options.wantsInet()) {
            file(protocol, protocol);
        }
        if (wanted && options.wantsInet6()) {
            file(protocol + "6", protocol);
        }
    }

    private void file(String name, String protocol) throws IOException {
        boolean tcp = protocol.equals("tcp");
        try (ProcLines lines = ProcLines.open(options.proc.path(name))) {
            lines.next();
            while (lines.next() && !cancellation.isCancelled()) {
                if (!row.decode(lines)) {
                    continue;
                }
                boolean connected = tcp ? row.remotePort() != 0 : !row.isAny(row.remote());
                if (options.all || connected != options.listening) {
                    sink.accept(SocketRecord.Type.SOCKET, record(name, tcp));
                }
            }
        } catch (FileNotFoundException e) {
            return; // no such protocol in this kernel
        }
    }

    private SocketRecord record(String name, boolean tcp) {
        String state = tcp ? InetSockets.tcpState(row.state()) : row.state() == 1 ? "ESTABLISHED" : null;
        return new SocketRecord(
                name,
                state,
                IpAddress.of(row.local(), 0, row.addressLength()),
                row.localPort(),
                IpAddress.of(row.remote(), 0, row.addressLength()),
                row.remotePort() == 0 ? -1 : row.remotePort(),
                row.rxQueue(),
                row.txQueue(),
                row.uid(),
                users.name((int) row.uid()),
                row.inode(),
                owners.pid(row.inode()),
                owners.name(row.inode()),
                null,
                null,
                netns);
    }

    private void unix() throws IOException {
        Fields f = new Fields();
        try (ProcLines lines = ProcLines.open(options.proc.path("unix"))) {
            lines.next();
            while (lines.next() && !cancellation.isCancelled()) {
                f.over(lines);
                f.skip();
                f.skip();
                f.skip();
                long flags = f.hex();
                int type = (int) f.hex();
                int state = (int) f.hex();
                if (!f.hasMore()) {
                    continue;
                }
                long inode = f.decimal();
                byte[] path = f.rest();
                boolean server = state == UNCONNECTED && (flags & ACCEPTING) != 0;
                if (!options.all && server != options.listening) {
                    continue;
                }
                sink.accept(
                        SocketRecord.Type.SOCKET,
                        new SocketRecord(
                                "unix",
                                server
                                        ? "LISTENING"
                                        : state >= 0 && state < UNIX_STATES.length ? UNIX_STATES[state] : null,
                                null,
                                -1,
                                null,
                                -1,
                                -1,
                                -1,
                                -1,
                                null,
                                inode,
                                owners.pid(inode),
                                owners.name(inode),
                                path.length == 0 ? null : new String(path, StandardCharsets.UTF_8),
                                UNIX_TYPES[type >= 1 && type < UNIX_TYPES.length ? type : 0],
                                netns));
            }
        } catch (FileNotFoundException e) {
            return; // no UNIX sockets here
        }
    }
}
