package net.diag.sys;

import static net.diag.sys.SocketOptions.IPPROTO_IP;
import static net.diag.sys.SocketOptions.IP_RECVTTL;
import static net.diag.sys.SocketOptions.IP_TTL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class FdTest {
    private static final int ONE_SECOND = 1_000_000_000;

    private static Fd boundToLoopback() throws ErrnoException, UnknownHostException {
        Fd fd = Fd.socket(SockAddr.AF_INET, Fd.SOCK_DGRAM, 0);
        fd.bind(SockAddr.inet(InetAddress.getByName("127.0.0.1"), 0));
        return fd;
    }

    @Test
    void datagramArrivesWithItsTtlAndSender() throws Exception {
        try (Fd a = boundToLoopback();
                Fd b = boundToLoopback()) {
            b.setOption(IPPROTO_IP, IP_RECVTTL, 1);
            a.setOption(IPPROTO_IP, IP_TTL, 7);
            NativeBuffer hello = NativeBuffer.of(new byte[] {1, 2, 3});
            assertEquals(3, a.sendTo(hello, 0, 3, 0, b.localAddress()));
            Poll poll = new Poll(1);
            poll.add(b, Poll.POLLIN);
            assertEquals(1, poll.await(ONE_SECOND));
            MessageHeader m = new MessageHeader(100, 128);
            assertEquals(3, b.receiveMessage(m, 0));
            assertEquals(a.localAddress(), m.address());
            int c = m.firstControl();
            assertEquals(IPPROTO_IP, m.controlLevel(c));
            assertEquals(IP_TTL, m.controlType(c));
            assertEquals(7, m.control().getInt(m.controlData(c)));
            assertEquals(-1, m.nextControl(c));
        }
    }

    @Test
    void batchKeepsEveryLength() throws Exception {
        try (Fd a = boundToLoopback();
                Fd b = boundToLoopback()) {
            MessageVector out = new MessageVector(5, 64, 0);
            for (int i = 0; i < 5; i++) {
                out.message(i).address(b.localAddress());
                out.message(i).data(0, i + 1);
            }
            assertEquals(5, out.send(a, 0, 5, 0));
            MessageVector in = new MessageVector(8, 64, 64);
            int n = in.receive(b, Fd.MSG_DONTWAIT);
            assertEquals(5, n);
            for (int i = 0; i < 5; i++) {
                assertEquals(i + 1, in.length(i));
            }
        }
    }

    @Test
    void failureCarriesOperationAndErrno() {
        ErrnoException e = assertThrows(ErrnoException.class, () -> Fd.open("/nowhere/at/all", Fd.O_RDONLY));
        assertEquals(Errno.ENOENT, e.errno());
        assertEquals("open /nowhere/at/all: No such file or directory", e.getMessage());
    }

    @Test
    void pollTimesOutWithNothingReady() throws Exception {
        try (Fd a = boundToLoopback()) {
            Poll poll = new Poll(1);
            poll.add(a, Poll.POLLIN);
            assertEquals(0, poll.await(1_000_000));
            assertEquals(0, poll.ready(0));
        }
    }

    @Test
    void eventFdWakesPoll() throws Exception {
        try (EventFd e = EventFd.open()) {
            Poll poll = new Poll(1);
            poll.add(e.fd(), Poll.POLLIN);
            e.signal();
            assertEquals(1, poll.await(ONE_SECOND));
            e.drain();
            assertEquals(0, poll.await(0));
        }
    }

    @Test
    void blockedSignalIsReadFromTheDescriptor() throws Exception {
        try (SignalFd s = SignalFd.open(SignalFd.SIGWINCH)) {
            assertTrue(SignalFd.isBlocked(SignalFd.SIGWINCH));
        }
    }

    @Test
    void currentNamespaceIsListedFirst() {
        assertEquals(NetNamespace.current().id(), NetNamespace.all(null).get(0).id());
    }

    @Test
    void ownUserHasAName() {
        assertEquals("root", Users.ofSystem().name(0));
    }
}
