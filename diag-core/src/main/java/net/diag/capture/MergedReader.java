package net.diag.capture;

import java.io.IOException;
import java.util.List;

/** Several sources as one, in order of time. They must share one link type. */
public final class MergedReader extends PacketReader {
    private final List<PacketReader> sources;
    private final boolean[] alive;
    private int current = -1;

    /** Owns the sources. */
    public MergedReader(List<PacketReader> sources) throws IOException {
        this.sources = List.copyOf(sources);
        alive = new boolean[sources.size()];
        for (int i = 0; i < alive.length; i++) {
            if (sources.get(i).linkType() != linkType()) {
                throw new CaptureFileException("the files to merge have different link types");
            }
            alive[i] = sources.get(i).next();
        }
    }

    @Override
    public boolean next() throws IOException {
        if (current >= 0) {
            alive[current] = sources.get(current).next();
        }
        current = -1;
        for (int i = 0; i < alive.length; i++) {
            if (alive[i] && (current < 0 || isBefore(sources.get(i), sources.get(current)))) {
                current = i;
            }
        }
        if (current < 0) {
            return false;
        }
        PacketReader p = sources.get(current);
        bytes = p.bytes;
        offset = p.offset;
        captured = p.captured;
        length = p.length;
        seconds = p.seconds;
        fraction = p.fraction;
        interfaceId = 0;
        return true;
    }

    private static boolean isBefore(PacketReader a, PacketReader b) {
        return a.seconds != b.seconds ? a.seconds < b.seconds : a.fraction < b.fraction;
    }

    @Override
    public int linkType() {
        return sources.get(0).linkType();
    }

    @Override
    public int snaplen() {
        int most = 0;
        for (PacketReader source : sources) {
            most = Math.max(most, source.snaplen());
        }
        return most;
    }

    @Override
    public boolean nanos() {
        return sources.get(0).nanos();
    }

    @Override
    public void close() throws IOException {
        for (PacketReader source : sources) {
            source.close();
        }
    }
}
