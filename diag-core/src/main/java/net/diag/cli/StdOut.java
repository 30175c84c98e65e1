package net.diag.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.diag.record.TextOut;
import net.diag.sys.Fd;
import net.diag.sys.Poll;
import net.diag.sys.ProcessExit;

/**
 * A tool's standard output or standard error: buffered, UTF-8, and deaf to nothing that
 * {@code System.out} swallows.
 *
 * <p>When the reader is gone ({@code EPIPE}), a program of its own ends at once with status 141 and no
 * message, as a C program by {@code SIGPIPE}; a tool hosted by the shell gets a
 * {@link BrokenPipeException} instead. Any other failure (a full disk) is an {@link OutputException}.
 * Both are unchecked; {@link ToolRunner} turns them into an exit status.
 *
 * <p>Not thread-safe; a tool with several printing threads locks on the stream.
 */
public final class StdOut extends TextOut {
    /** What a gone reader means. */
    public enum OnBrokenPipe {
        /** End the Java virtual machine with status 141. */
        HALT,
        /** Throw {@link BrokenPipeException}. */
        THROW
    }

    /** When the buffer is written. */
    public enum Flush {
        /** When it is full, or on {@link #flush()}. */
        WHEN_FULL,
        /** Also after every line. */
        LINE
    }

    private static final int CAPACITY = 32 * 1024;

    private final OutputStream sink;
    private final OnBrokenPipe onBrokenPipe;
    private final int descriptor;
    private Flush mode;
    private boolean broken;

    /** A stream to {@code sink}, which it does not close. */
    public StdOut(OutputStream sink, OnBrokenPipe onBrokenPipe, Flush mode) {
        this(sink, -1, onBrokenPipe, mode);
    }

    private StdOut(OutputStream sink, int descriptor, OnBrokenPipe onBrokenPipe, Flush mode) {
        super(CAPACITY);
        this.sink = sink;
        this.descriptor = descriptor;
        this.onBrokenPipe = onBrokenPipe;
        this.mode = mode;
    }

    /** The process's standard output. */
    public static StdOut ofStandardOutput(Flush mode) {
        return new StdOut(new FileOutputStream(FileDescriptor.out), 1, OnBrokenPipe.HALT, mode);
    }

    /** The process's standard error, flushed at every line. */
    public static StdOut ofStandardError() {
        return new StdOut(new FileOutputStream(FileDescriptor.err), 2, OnBrokenPipe.HALT, Flush.LINE);
    }

    /** Choose when the buffer is written from now on. */
    public void setFlush(Flush newMode) {
        mode = newMode;
    }

    @Override
    protected void makeRoom(int count) {
        drain();
    }

    @Override
    protected void lineEnded() {
        if (mode == Flush.LINE) {
            flush();
        }
    }

    /** Write large pieces past the buffer. */
    @Override
    public void write(byte[] b, int offset, int count) {
        if (count > CAPACITY) {
            drain();
            send(b, offset, count);
        } else {
            super.write(b, offset, count);
        }
    }

    private void drain() {
        int n = length;
        length = 0;
        if (n > 0) {
            send(buffer, 0, n);
        }
    }

    private void send(byte[] b, int offset, int count) {
        // After a failure the rest is dropped, so that clean-up code may print and flush in peace.
        if (broken) {
            return;
        }
        try {
            sink.write(b, offset, count);
        } catch (BrokenPipeException e) {
            broken = true;
            throw e;
        } catch (IOException e) {
            broken = true;
            fail(e);
        }
    }

    private void fail(IOException e) {
        if (isBrokenPipe(e)) {
            if (onBrokenPipe == OnBrokenPipe.HALT) {
                ProcessExit.immediately(ExitStatus.BROKEN_PIPE);
            }
            throw new BrokenPipeException();
        }
        throw new OutputException(e);
    }

    /** The message is the C library's in the user's language; then the descriptor itself is asked. */
    private boolean isBrokenPipe(IOException e) {
        String message = e.getMessage();
        if (message != null && message.contains("Broken pipe")) {
            return true;
        }
        if (descriptor < 0) {
            return false;
        }
        Poll poll = new Poll(1);
        poll.add(Fd.of(descriptor), Poll.POLLOUT);
        return poll.await(0) > 0 && (poll.ready(0) & Poll.POLLERR) != 0;
    }

    /** Hand everything to the reader. */
    @Override
    public void flush() {
        drain();
        if (broken) {
            return;
        }
        try {
            sink.flush();
        } catch (IOException e) {
            broken = true;
            fail(e);
        }
    }
}
