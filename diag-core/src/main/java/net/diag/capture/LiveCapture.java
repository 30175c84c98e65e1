package net.diag.capture;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import net.diag.sys.ErrnoException;
import net.diag.sys.EventFd;
import net.diag.sys.Fd;
import net.diag.sys.Interfaces;
import net.diag.sys.NativeBuffer;
import net.diag.sys.Poll;
import net.diag.sys.SockAddr;
import net.diag.sys.SocketOptions;

/**
 * Packets from an interface, by the kernel's mapped ring (packet(7), TPACKET_V3). {@link #next} never
 * waits: it is false when the ring is empty now; {@link #await} waits. A VLAN tag that the kernel took
 * out is put back. On {@code any} packets carry a LINUX_SLL2 header.
 */
public final class LiveCapture extends PacketReader {
    private static final int ETH_P_ALL = 3;
    private static final int PACKET_ADD_MEMBERSHIP = 1;
    private static final int PACKET_RX_RING = 5;
    private static final int PACKET_STATISTICS = 6;
    private static final int PACKET_VERSION = 10;
    private static final int PACKET_RESERVE = 12;
    private static final int PACKET_MR_PROMISC = 1;
    private static final int SO_ATTACH_FILTER = 26;
    private static final int TPACKET_V3 = 2;
    private static final int BLOCK_SIZE = 1 << 20;
    private static final int FRAME_SIZE = 2048;
    private static final int STATUS_OFFSET = 8;
    private static final int COUNT_OFFSET = 12;
    private static final int FIRST_OFFSET = 16;
    private static final int STATUS_VLAN_VALID = 1 << 4;
    private static final int STATUS_VLAN_TPID_VALID = 1 << 6;
    private static final int ADDRESS_OFFSET = 48;
    private static final int OUTGOING = 4;
    private static final int SLL2_HEADER = 20;
    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_LOOPBACK = 772;

    /**
     * How to capture.
     *
     * @param device an interface's name, or {@code any}
     * @param promiscuous whether frames for others are wanted
     * @param snaplen how many bytes of a packet to keep
     * @param bufferBytes the size of the ring
     * @param timeoutMillis how long the kernel may hold a packet back
     * @param direction {@code in}, {@code out} or {@code inout}
     * @param nanos whether fractions are in nanoseconds
     */
    public record Settings(
            String device,
            boolean promiscuous,
            int snaplen,
            int bufferBytes,
            int timeoutMillis,
            String direction,
            boolean nanos) {}

    /**
     * The kernel's counters since the capture began.
     *
     * @param received packets that passed the filter, those dropped included
     * @param dropped packets that found the ring full
     */
    public record Statistics(long received, long dropped) {}

    private final Settings settings;
    private final Fd socket;
    private final ByteBuffer ring;
    private final int blocks;
    private final boolean cooked;
    private final int linkType;
    private final int loopbackIndex;
    private final Poll poll = new Poll(2);
    private final EventFd wake;
    private final NativeBuffer counters = NativeBuffer.allocate(16);
    private byte[] scratch = new byte[1 << 16];
    private int block;
    private int packetsLeft;
    private int packetAt;
    private boolean holding;
    private long received;
    private long dropped;

    /** Opens the socket, sets filter and ring up, and only then lets packets in. */
    public LiveCapture(Settings settings, BpfProgram filter) throws IOException {
        this.settings = settings;
        boolean any = settings.device.equals("any");
        int index = any ? 0 : Interfaces.index(settings.device);
        if (!any && index == 0) {
            throw new CaptureFileException(settings.device + ": No such device exists");
        }
        linkType = linkType(settings.device);
        cooked = linkType == LinkType.LINUX_SLL2;
        loopbackIndex = Interfaces.index("lo");
        socket = Fd.socket(SockAddr.AF_PACKET, cooked ? Fd.SOCK_DGRAM : Fd.SOCK_RAW, 0);
        wake = EventFd.open();
        blocks = Math.max(2, settings.bufferBytes / BLOCK_SIZE);
        try {
            if (filter != null && !cooked) {
                attach(filter);
            }
            ring = openRing();
            socket.bind(SockAddr.packet(ETH_P_ALL, index));
            if (settings.promiscuous && !any) {
                promiscuous(index);
            }
        } catch (IOException | RuntimeException e) {
            socket.close();
            wake.close();
            throw e;
        }
        poll.add(socket, Poll.POLLIN);
        poll.add(wake.fd(), Poll.POLLIN);
    }

    /** The link type that packets of a device have. */
    public static int linkType(String device) throws IOException {
        if (device.equals("any")) {
            return LinkType.LINUX_SLL2;
        }
        Path file = Path.of("/sys/class/net", device, "type");
        if (!Files.isReadable(file)) {
            return LinkType.ETHERNET;
        }
        return switch (Integer.parseInt(Files.readString(file).strip())) {
            case ARPHRD_ETHER, ARPHRD_LOOPBACK -> LinkType.ETHERNET;
            case 519, 768, 776, 778, 65534 -> LinkType.RAW;
            default -> LinkType.LINUX_SLL2;
        };
    }

    private void attach(BpfProgram filter) throws ErrnoException {
        NativeBuffer code = NativeBuffer.allocate(filter.size() * 8);
        for (int i = 0; i < filter.size(); i++) {
            code.bytes().putShort(i * 8, (short) filter.code(i));
            code.bytes().put(i * 8 + 2, (byte) filter.jumpTrue(i));
            code.bytes().put(i * 8 + 3, (byte) filter.jumpFalse(i));
            code.bytes().putInt(i * 8 + 4, filter.k(i));
        }
        NativeBuffer program = NativeBuffer.allocate(16);
        program.bytes().putShort(0, (short) filter.size());
        program.bytes().putLong(8, code.address());
        int r = socket.trySetOption(SocketOptions.SOL_SOCKET, SO_ATTACH_FILTER, program, 16);
        if (r < 0) {
            throw new ErrnoException("SO_ATTACH_FILTER", -r);
        }
    }

    private ByteBuffer openRing() throws ErrnoException {
        socket.setOption(SocketOptions.SOL_PACKET, PACKET_VERSION, TPACKET_V3);
        socket.setOption(SocketOptions.SOL_PACKET, PACKET_RESERVE, 4);
        NativeBuffer request = NativeBuffer.allocate(28);
        request.bytes().putInt(0, BLOCK_SIZE);
        request.bytes().putInt(4, blocks);
        request.bytes().putInt(8, FRAME_SIZE);
        request.bytes().putInt(12, BLOCK_SIZE / FRAME_SIZE * blocks);
        request.bytes().putInt(16, settings.timeoutMillis);
        int r = socket.trySetOption(SocketOptions.SOL_PACKET, PACKET_RX_RING, request, 28);
        if (r < 0) {
            throw new ErrnoException("PACKET_RX_RING", -r);
        }
        return socket.map((long) BLOCK_SIZE * blocks, Fd.PROT_READ | Fd.PROT_WRITE, Fd.MAP_SHARED);
    }

    private void promiscuous(int index) throws ErrnoException {
        NativeBuffer request = NativeBuffer.allocate(16);
        request.bytes().putInt(0, index);
        request.bytes().putShort(4, (short) PACKET_MR_PROMISC);
        int r = socket.trySetOption(SocketOptions.SOL_PACKET, PACKET_ADD_MEMBERSHIP, request, 16);
        if (r < 0) {
            throw new ErrnoException("PACKET_ADD_MEMBERSHIP", -r);
        }
    }

    @Override
    public boolean next() {
        while (true) {
            if (packetsLeft == 0 && !nextBlock()) {
                return false;
            }
            int at = packetAt;
            packetAt += ring.getInt(at);
            packetsLeft--;
            int type = ring.get(at + ADDRESS_OFFSET + 10);
            if (isWanted(type, ring.getInt(at + ADDRESS_OFFSET + 4))) {
                place(at, type);
                return true;
            }
        }
    }

    private boolean nextBlock() {
        if (holding) {
            VarHandle.releaseFence();
            ring.putInt(block * BLOCK_SIZE + STATUS_OFFSET, 0);
            holding = false;
            block = block + 1 == blocks ? 0 : block + 1;
        }
        int base = block * BLOCK_SIZE;
        if ((ring.getInt(base + STATUS_OFFSET) & 1) == 0) {
            return false;
        }
        VarHandle.acquireFence();
        holding = true;
        packetsLeft = ring.getInt(base + COUNT_OFFSET);
        packetAt = base + ring.getInt(base + FIRST_OFFSET);
        return packetsLeft > 0 || nextBlock();
    }

    private boolean isWanted(int type, int index) {
        if (type == OUTGOING) {
            // On the loopback each packet is seen twice.
            return !settings.direction.equals("in") && index != loopbackIndex;
        }
        return !settings.direction.equals("out");
    }

    private void place(int at, int type) {
        seconds = ring.getInt(at + 4) & 0xffffffffL;
        int nanoseconds = ring.getInt(at + 8);
        fraction = settings.nanos ? nanoseconds : nanoseconds / 1000;
        int kept = Math.min(ring.getInt(at + 12), settings.snaplen);
        int whole = ring.getInt(at + 16);
        int status = ring.getInt(at + 20);
        int data = at + (ring.getShort(at + 24) & 0xffff);
        if (scratch.length < kept + SLL2_HEADER + 4) {
            scratch = new byte[kept + SLL2_HEADER + 4];
        }
        int header = 0;
        if (cooked) {
            header = SLL2_HEADER;
            cookedHeader(at + ADDRESS_OFFSET, type);
            ring.get(data, scratch, header, kept);
        } else if ((status & STATUS_VLAN_VALID) != 0 && kept >= 12) {
            header = 4;
            ring.get(data, scratch, 0, 12);
            int tpid = (status & STATUS_VLAN_TPID_VALID) != 0 ? ring.getShort(at + 36) & 0xffff : 0x8100;
            put16(12, tpid);
            put16(14, ring.getInt(at + 32));
            ring.get(data + 12, scratch, 16, kept - 12);
        } else {
            ring.get(data, scratch, 0, kept);
        }
        bytes = scratch;
        offset = 0;
        captured = Math.min(kept + header, settings.snaplen);
        length = whole + header;
    }

    private void cookedHeader(int address, int type) {
        ring.get(address + 2, scratch, 0, 2);
        put16(2, 0);
        int index = ring.getInt(address + 4);
        put16(4, index >>> 16);
        put16(6, index);
        put16(8, ring.getShort(address + 8));
        scratch[10] = (byte) type;
        ring.get(address + 11, scratch, 11, 9);
    }

    private void put16(int at, int value) {
        scratch[at] = (byte) (value >> 8);
        scratch[at + 1] = (byte) value;
    }

    /** Waits until packets are there, {@link #wake} is called or the time is over. */
    public void await(long timeoutNanos) {
        poll.await(timeoutNanos);
        wake.drain();
    }

    /** Ends an {@link #await}; for any thread. */
    public void wake() {
        wake.signal();
    }

    /** The counters; asking resets the kernel's, so they are added up here. */
    public Statistics statistics() {
        if (socket.option(SocketOptions.SOL_PACKET, PACKET_STATISTICS, counters, 12) >= 0) {
            received += counters.bytes().getInt(0) & 0xffffffffL;
            dropped += counters.bytes().getInt(4) & 0xffffffffL;
        }
        return new Statistics(received, dropped);
    }

    @Override
    public int linkType() {
        return linkType;
    }

    @Override
    public int snaplen() {
        return settings.snaplen;
    }

    @Override
    public boolean nanos() {
        return settings.nanos;
    }

    @Override
    public void close() {
        Fd.unmap(ring);
        socket.close();
        wake.close();
    }
}
