package net.diag.trace.text;

import java.util.ArrayDeque;
import net.diag.cli.StdOut;
import net.diag.record.IpAddress;
import net.diag.trace.engine.PathListener;
import net.diag.trace.names.NameService;
import net.diag.trace.names.Whois;
import net.diag.trace.probe.Answer;
import net.diag.trace.probe.Probe;

/**
 * Hands settled places to the {@link TextFace}: at once when nothing has to be looked up, else by a
 * thread of its own, so that waiting for a name never holds a probe up.
 */
public final class TextPrinter implements PathListener {
    private final TextFace face;
    private final StdOut out;
    private final NameService names;
    private final Whois whois;
    private final boolean direct;
    private final ArrayDeque<Place> queue = new ArrayDeque<>();
    private Thread thread;
    private boolean finished;
    private RuntimeException failure;
    private boolean dirty;

    private record Place(int ttl, int query, Probe probe) {}

    /** A printer; {@code names} is null when no names are wanted, {@code whois} when no AS numbers are. */
    public TextPrinter(TextFace face, StdOut out, NameService names, Whois whois) {
        this.face = face;
        this.out = out;
        this.names = names;
        this.whois = whois;
        this.direct = names == null && whois == null;
    }

    @Override
    public void answered(Probe probe, Answer answer) {
        IpAddress from = answer.from();
        if (from != null && names != null) {
            names.request(from);
        }
        if (from != null && whois != null) {
            whois.request(from);
        }
    }

    @Override
    public void settled(int ttl, int query, Probe probe) {
        if (direct) {
            face.place(ttl, query, probe);
            dirty = true;
            return;
        }
        synchronized (this) {
            queue.add(new Place(ttl, query, probe));
            if (thread == null) {
                thread = new Thread(this::printAll, "printer");
                thread.setDaemon(true);
                thread.start();
            }
            notifyAll();
        }
    }

    @Override
    public void paused() {
        if (direct && dirty) {
            dirty = false;
            out.flush();
        }
    }

    private void printAll() {
        try {
            while (true) {
                Place p;
                synchronized (this) {
                    if (queue.isEmpty()) {
                        out.flush();
                    }
                    while (queue.isEmpty() && !finished) {
                        wait();
                    }
                    if (queue.isEmpty()) {
                        return;
                    }
                    p = queue.poll();
                }
                face.place(p.ttl(), p.query(), p.probe());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Wait until everything is printed. */
    public void finish() {
        Thread t;
        synchronized (this) {
            finished = true;
            notifyAll();
            t = thread;
        }
        if (t != null) {
            try {
                t.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
