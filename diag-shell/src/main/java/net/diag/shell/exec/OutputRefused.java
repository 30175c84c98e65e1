package net.diag.shell.exec;

import java.io.IOException;
import java.io.OutputStream;

/** The text input of a stage that takes records only: writing fails with what to do instead. */
final class OutputRefused extends OutputStream {
    static final OutputRefused INSTANCE = new OutputRefused();

    private OutputRefused() {}

    @Override
    public void write(int b) throws IOException {
        throw new IOException(
                "text came where records were wanted: put `from json`, `from csv` or `from lines` between");
    }
}
