package net.diag.trace.probe;

import java.util.ArrayList;
import java.util.List;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Poll;

/** The kernel's sockets as a {@link ProbeChannel}: one {@link ProbeMethod} and a poll set over its receivers. */
public final class KernelChannel implements ProbeChannel {
    private final ProbeMethod method;
    private final SocketSettings settings;
    private final ProbeClock clock;
    private final List<Answer> local = new ArrayList<>();
    private List<Receiver> receivers = List.of();
    private Poll poll;

    KernelChannel(ProbeMethod method, SocketSettings settings, ProbeClock clock) {
        this.method = method;
        this.settings = settings;
        this.clock = clock;
    }

    /** Open what needs privilege. */
    public void prepare() throws ErrnoException {
        method.prepare();
    }

    /** Open the rest; from now on probes can be sent. */
    public void start() throws ErrnoException {
        method.start();
    }

    /** The whole IP packet's length in bytes when {@code asked} is wanted (-1: the default). */
    public int packetLength(int asked) {
        return method.packetLength(asked);
    }

    @Override
    public long nowNanos() {
        return clock.nowNanos();
    }

    /** Follow the slewing of the system's clock; to be called while no probe is in flight. */
    public void followClock() {
        clock.follow();
    }

    @Override
    public boolean send(Probe probe) throws ErrnoException {
        int errno = -method.send(probe);
        switch (errno) {
            case 0:
                return true;
            case Errno.EAGAIN, Errno.ENOBUFS, Errno.ENOMEM, Errno.EINTR:
                probe.sent(0);
                return false;
            case Errno.EMSGSIZE:
                local.add(Answer.local(probe.id(), clock.nowNanos(), settings.localMtu()));
                return true;
            case Errno.ENETUNREACH, Errno.EHOSTUNREACH, Errno.EINVAL:
                throw new ErrnoException("connect", errno);
            default:
                throw new ErrnoException("send", errno);
        }
    }

    @Override
    public void await(long timeoutNanos, AnswerSink sink) {
        if (method.takeChanged() || poll == null) {
            receivers = method.receivers();
            poll = new Poll(Math.max(1, receivers.size()));
            for (Receiver r : receivers) {
                poll.add(r.fd(), r.events());
            }
        }
        int ready = poll.await(local.isEmpty() ? timeoutNanos : 0);
        for (int i = 0; i < local.size(); i++) {
            sink.accept(local.get(i));
        }
        local.clear();
        for (int i = 0; ready > 0 && i < receivers.size(); i++) {
            if (poll.ready(i) != 0) {
                receivers.get(i).drain(sink);
            }
        }
    }

    @Override
    public long readLagNanos() {
        return method.readLagNanos();
    }

    @Override
    public void release(Probe probe) {
        method.release(probe);
    }

    @Override
    public void close() {
        method.close();
    }
}
