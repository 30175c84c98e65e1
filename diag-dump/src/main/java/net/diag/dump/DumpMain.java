package net.diag.dump;

/** The entry point of diag-dump. */
public final class DumpMain {
    private DumpMain() {}

    public static void main(String[] args) {
        int status = Dump.run(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
