package net.diag.shell;

/** What the shell says of itself. */
final class Usage {
    static final String TEXT = """
            Usage: diag shell [OPTION ...] [FILE]
            The tools of diag in one place, with typed pipelines.

              -c COMMAND              run COMMAND and leave with its exit status
                  --no-rc             don't read the start-up file
                  --completion=SHELL  print the completions of all tools for bash, zsh or fish
              -h, --help              print this help
              -V, --version           print the version
              FILE                    run the commands of FILE; without one, of standard input

            On a terminal, without a command or file, it is interactive; 'help' lists its commands.
            """;

    private Usage() {}

    static String version() {
        String v = Usage.class.getPackage().getImplementationVersion();
        return v == null ? "(development)" : v;
    }
}
