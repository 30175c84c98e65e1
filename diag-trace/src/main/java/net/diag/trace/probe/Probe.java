package net.diag.trace.probe;

/**
 * One probe: a packet with a limited TTL (hop limit), and what became of it.
 *
 * <p>Times are nanoseconds since the epoch on the channel's clock ({@link ProbeChannel#nowNanos}).
 */
public final class Probe {
    private final int id;
    private final int ttl;
    private final int flow;
    private final int sizeBytes;
    private long sentNanos;
    private Answer answer;
    private boolean expired;

    /**
     * A probe that is not sent yet.
     *
     * @param id its running number in the channel, from 0
     * @param ttl TTL or hop limit, 1…255
     * @param flow which flow it belongs to, from 0; only flow-stable methods look at it
     * @param sizeBytes the whole IP packet's length
     */
    public Probe(int id, int ttl, int flow, int sizeBytes) {
        this.id = id;
        this.ttl = ttl;
        this.flow = flow;
        this.sizeBytes = sizeBytes;
    }

    public int id() {
        return id;
    }

    public int ttl() {
        return ttl;
    }

    public int flow() {
        return flow;
    }

    public int sizeBytes() {
        return sizeBytes;
    }

    /** When it was sent; 0: not yet. */
    public long sentNanos() {
        return sentNanos;
    }

    public boolean isSent() {
        return sentNanos != 0;
    }

    /** Note that it was sent, or correct the time by the kernel's transmit stamp. */
    public void sent(long nanos) {
        this.sentNanos = nanos;
    }

    /** The answer, or null. */
    public Answer answer() {
        return answer;
    }

    /** Take an answer; a second one is refused with false. */
    public boolean answer(Answer a) {
        if (answer != null) {
            return false;
        }
        answer = a;
        return true;
    }

    /** Give up waiting for it. */
    public void expire() {
        expired = true;
    }

    public boolean isExpired() {
        return expired;
    }

    /** Whether nothing more is expected: answered, or given up. */
    public boolean isDone() {
        return answer != null || expired;
    }

    /** The round-trip time in nanoseconds, or -1 without an answer. */
    public long rttNanos() {
        return answer == null ? -1 : Math.max(0, answer.receivedNanos() - sentNanos);
    }
}
