package net.diag.capture;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compressed capture files. gzip is the JDK's; zstd, lz4, xz and bzip2 are the system's programs of
 * these names, run as filters: they are everywhere that such files come from, run on a second
 * processor, and cost no library at start.
 */
final class Compression {
    private Compression() {}

    /** The program that made a file, by its first four bytes; null if it is not compressed. */
    static String detect(int magic) {
        if (magic >>> 16 == 0x1f8b) {
            return "gzip";
        }
        if (magic >>> 8 == 0x425a68) {
            return "bzip2";
        }
        return switch (magic) {
            case 0x28b52ffd -> "zstd";
            case 0x04224d18 -> "lz4";
            case 0xfd377a58 -> "xz";
            default -> null;
        };
    }

    /** The program for a file name's extension; null for none. */
    static String ofName(String name) {
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1)) {
            case "gz" -> "gzip";
            case "zst" -> "zstd";
            case "lz4" -> "lz4";
            case "xz" -> "xz";
            case "bz2" -> "bzip2";
            default -> null;
        };
    }

    /** The decompressed bytes of a stream. */
    static InputStream decompress(InputStream in, String program) throws IOException {
        if (program.equals("gzip")) {
            return new GZIPInputStream(in, 1 << 16);
        }
        Process process = start(program, "-dc", ProcessBuilder.Redirect.PIPE);
        Thread feeder = new Thread(() -> feed(in, process.getOutputStream()), "decompress");
        feeder.setDaemon(true);
        feeder.start();
        return process.getInputStream();
    }

    private static void feed(InputStream in, OutputStream out) {
        try (in;
                out) {
            in.transferTo(out);
        } catch (IOException e) {
            // The program has ended early, having said why; the reader sees the end of its output.
        }
    }

    /** A stream whose bytes arrive compressed in {@code target}. */
    static OutputStream compress(java.io.File target, OutputStream opened, String program) throws IOException {
        if (program.equals("gzip")) {
            return new GZIPOutputStream(opened, 1 << 16, true);
        }
        opened.close();
        Process process = start(program, "-c", ProcessBuilder.Redirect.to(target));
        return new FilterOutputStream(process.getOutputStream()) {
            @Override
            public void write(byte[] b, int offset, int length) throws IOException {
                out.write(b, offset, length);
            }

            @Override
            public void close() throws IOException {
                super.close();
                await(process, program);
            }
        };
    }

    private static void await(Process process, String program) throws IOException {
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(program + " ended with status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(program);
        }
    }

    private static Process start(String program, String option, ProcessBuilder.Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program, "-q", option);
        if (program.equals("bzip2")) {
            builder.command(program, option);
        }
        try {
            return builder.redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output)
                    .start();
        } catch (IOException e) {
            throw new CaptureFileException("the file needs the program " + program + ", which does not run here");
        }
    }
}
