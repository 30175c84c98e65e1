package net.diag.shell.exec;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.Cancellation;

/** Commands that run in the background. */
public final class Jobs {
    /** One of them. */
    public static final class Job {
        private final int number;
        private final String command;
        private final Thread thread;
        private final Cancellation cancellation;
        private volatile int status = -1;

        Job(int number, String command, Thread thread, Cancellation cancellation) {
            this.number = number;
            this.command = command;
            this.thread = thread;
            this.cancellation = cancellation;
        }

        /** Its number, from 1. */
        public int number() {
            return number;
        }

        /** What was typed. */
        public String command() {
            return command;
        }

        /** Whether it still runs. */
        public boolean isRunning() {
            return thread.isAlive();
        }

        /** Its exit status, -1 while it runs. */
        public int status() {
            return status;
        }

        /** Ask it to stop. */
        public void cancel() {
            cancellation.cancel();
        }

        /** How it is asked to stop. */
        public Cancellation cancellation() {
            return cancellation;
        }

        /** Wait for its end. */
        public void join() throws InterruptedException {
            thread.join();
        }

        void ended(int exitStatus) {
            status = exitStatus;
        }
    }

    private final List<Job> jobs = new ArrayList<>();

    synchronized Job add(String command, Thread thread, Cancellation cancellation) {
        int number = 1;
        for (Job j : jobs) {
            number = Math.max(number, j.number() + 1);
        }
        Job job = new Job(number, command, thread, cancellation);
        jobs.add(job);
        return job;
    }

    /** All jobs. */
    public synchronized List<Job> all() {
        return new ArrayList<>(jobs);
    }

    /** The jobs that have ended since the last call; they are forgotten. */
    public synchronized List<Job> ended() {
        List<Job> gone = new ArrayList<>();
        for (Job j : jobs) {
            if (!j.isRunning()) {
                gone.add(j);
            }
        }
        jobs.removeAll(gone);
        return gone;
    }

    /** The job of this number, or null. */
    public synchronized Job numbered(int number) {
        for (Job j : jobs) {
            if (j.number() == number) {
                return j;
            }
        }
        return null;
    }

    /** The latest job that runs, or null. */
    public synchronized Job latest() {
        for (int i = jobs.size() - 1; i >= 0; i--) {
            if (jobs.get(i).isRunning()) {
                return jobs.get(i);
            }
        }
        return null;
    }

    /** Ask all to stop. */
    public synchronized void cancelAll() {
        for (Job j : jobs) {
            j.cancel();
        }
    }
}
