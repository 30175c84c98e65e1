package net.diag.ping;

import net.diag.socket.Ancillary;
import net.diag.socket.Timestamping;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.MessageVector;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;

/**
 * Several echo requests in one call, and several messages received in one: what a flood needs, where the
 * way into the kernel costs as much as the probe itself.
 */
final class EchoBatch {
    private static final int CONTROL_LENGTH = 192;
    private static final int REQUEST_CONTROL_LENGTH = 32;

    private final EchoChannel channel;
    private final Fd fd;
    private final EchoRequest[] requests;
    private final MessageVector outgoing;
    private final MessageVector incoming;
    private final ReceivedEcho[] received;
    private final Ancillary ancillary = new Ancillary();
    private int stamped = -1;

    /** A batch of at most {@code requests.length} probes; each request has a buffer of its own. */
    EchoBatch(EchoChannel channel, EchoRequest[] requests, SockAddr destination) {
        this.channel = channel;
        this.fd = channel.fd();
        this.requests = requests;
        int n = requests.length;
        NativeBuffer[] buffers = new NativeBuffer[n];
        for (int i = 0; i < n; i++) {
            buffers[i] = requests[i].buffer();
        }
        outgoing = new MessageVector(buffers, REQUEST_CONTROL_LENGTH).direct();
        incoming = new MessageVector(n, channel.mostIncoming(), CONTROL_LENGTH).direct();
        received = new ReceivedEcho[n];
        for (int i = 0; i < n; i++) {
            MessageHeader out = outgoing.message(i);
            out.clearControl();
            out.address(destination);
            out.data(0, requests[i].encode(0, 0));
            received[i] = new ReceivedEcho(incoming.message(i), channel.isRawIpv4());
        }
    }

    /** Probes that fit. */
    int capacity() {
        return requests.length;
    }

    /** Write the first {@code count} probes, from {@code sequence} on (16 bits each). */
    void encode(int count, long sequence, long realtimeNanos) {
        requests[0].encode((int) sequence & 0xffff, realtimeNanos);
        for (int i = 1; i < count; i++) {
            requests[i].encodeAs(requests[0], (int) (sequence + i) & 0xffff);
        }
    }

    /** Ask for the kernel's stamp of the departure of probe {@code i} in the next send, and of no other. */
    void stamp(int i) {
        if (i != stamped) {
            if (stamped >= 0) {
                outgoing.message(stamped).clearControl();
            }
            Timestamping.addRequest(outgoing.message(i));
            stamped = i;
        }
    }

    /** Send the first {@code count} probes; how many went, or {@code -errno} of the first. */
    int send(int count) {
        return outgoing.send(fd, 0, count, 0);
    }

    /** Receive at most {@code most} messages; how many, or {@code -errno}. */
    int receive(int most, int flags) {
        return incoming.receive(fd, most, flags);
    }

    /** Message {@code i} of the last reception, or null when it isn't usable. */
    ReceivedEcho message(int i, long now) {
        ancillary.decode(incoming.message(i));
        channel.countOverflows(ancillary.receiveOverflows());
        ReceivedEcho e = received[i];
        return e.decode(ancillary, incoming.length(i), now) ? e : null;
    }
}
