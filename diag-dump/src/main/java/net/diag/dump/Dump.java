package net.diag.dump;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.diag.capture.BpfProgram;
import net.diag.capture.CaptureFileException;
import net.diag.capture.CaptureFiles;
import net.diag.capture.CaptureFilter;
import net.diag.capture.LinkType;
import net.diag.capture.MergedReader;
import net.diag.capture.PacketReader;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;

/** One run of diag-dump over files: sources, filter, sinks, exit status. {@link LiveDump} is its sister. */
final class Dump {
    /** How often a reading run looks whether it was cancelled: every 1024 packets. */
    private static final int CANCEL_MASK = 1023;

    private final ToolContext context;
    private final DumpOptions options;
    private PacketRecords records;
    private long seen;
    private long matched;

    Dump(ToolContext context, DumpOptions options) {
        this.context = context;
        this.options = options;
    }

    int run() throws IOException, ToolException {
        if (options.dumpFilter > 0 && !options.readsFiles()) {
            return dumpFilter(linkTypeForFilter(), options.snaplen);
        }
        if (!options.readsFiles()) {
            return new LiveDump(context, options).run();
        }
        records = PacketRecords.of(options, context);
        List<String> names = options.fileList == null ? options.readFiles : fileList();
        if (options.fileList == null && names.size() > 1) {
            return merged(names);
        }
        PacketSink sink = null;
        int sinkLinkType = -1;
        try {
            for (String name : names) {
                try (PacketReader packets = open(name)) {
                    announce(name, packets);
                    if (options.dumpFilter > 0) {
                        return dumpFilter(packets.linkType(), packets.snaplen());
                    }
                    CaptureFilter filter = filter(packets);
                    if (sink == null) {
                        sink = sink(packets.linkType(), packets.snaplen());
                    } else if (sinkLinkType != packets.linkType()) {
                        if (options.writeFile != null) {
                            throw new ToolException(1, name + ": new dlt does not match original");
                        }
                        sink.close();
                        sink = sink(packets.linkType(), packets.snaplen());
                    }
                    sinkLinkType = packets.linkType();
                    if (!pump(packets, filter, sink)) {
                        break;
                    }
                }
            }
        } finally {
            if (sink != null) {
                sink.close();
            }
        }
        finish();
        return 0;
    }

    private int merged(List<String> names) throws IOException, ToolException {
        List<PacketReader> readers = new ArrayList<>();
        for (String name : names) {
            PacketReader reader = open(name);
            announce(name, reader);
            readers.add(reader);
        }
        try (MergedReader packets = new MergedReader(readers)) {
            CaptureFilter filter = filter(packets);
            PacketSink sink = sink(packets.linkType(), packets.snaplen());
            try {
                pump(packets, filter, sink);
            } finally {
                sink.close();
            }
        }
        finish();
        return 0;
    }

    private void finish() {
        if (records != null) {
            records.finish();
        }
        if (options.countOnly) {
            context.out().print(matched).println(matched == 1 ? " packet" : " packets");
        }
    }

    private List<String> fileList() throws ToolException {
        try {
            List<String> names = options.fileList.equals("-")
                    ? new String(context.in().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : Files.readAllLines(Path.of(options.fileList));
            if (names.isEmpty() || names.get(0).isEmpty()) {
                throw new ToolException(1, "Nothing in " + options.fileList);
            }
            return names;
        } catch (IOException e) {
            throw new ToolException(1, "Unable to open file: No such file or directory", e);
        }
    }

    private PacketReader open(String name) throws ToolException {
        try {
            return CaptureFiles.open(name, options.print.nanos);
        } catch (NoSuchFileException e) {
            throw new ToolException(1, name + ": No such file or directory", e);
        } catch (AccessDeniedException e) {
            throw new ToolException(1, name + ": Permission denied", e);
        } catch (CaptureFileException e) {
            throw new ToolException(1, e.getMessage(), e);
        } catch (IOException e) {
            throw new ToolException(1, name + ": " + e.getMessage(), e);
        }
    }

    private void announce(String name, PacketReader packets) {
        context.err().print("reading from file ").print(name).print(", link-type ");
        context.err().print(describe(packets.linkType())).print(", snapshot length ");
        context.err().print(packets.snaplen()).println();
        if (packets.linkType() == LinkType.LINUX_SLL2) {
            context.err().println("Warning: interface names might be incorrect");
        }
    }

    /** A link type as {@code EN10MB (Ethernet)}. */
    static String describe(int linkType) {
        LinkType type = LinkType.of(linkType);
        return type == null ? String.valueOf(linkType) : type.name() + " (" + type.description() + ")";
    }

    private int linkTypeForFilter() throws ToolException {
        if (options.linkType != null) {
            LinkType type = LinkType.ofName(options.linkType);
            if (type == null) {
                throw new ToolException(1, "invalid data link type " + options.linkType);
            }
            return type.number();
        }
        context.err().println("Warning: assuming Ethernet");
        return LinkType.ETHERNET;
    }

    private int dumpFilter(int linkType, int snaplen) throws ToolException {
        BpfProgram program = FilterChoice.compile(options, FilterChoice.expression(options), linkType, snaplen);
        context.out().print(FilterChoice.text(program, options.dumpFilter));
        return 0;
    }

    /** The filter, or null if every packet is wanted: then libpcap is not even loaded. */
    private CaptureFilter filter(PacketReader packets) throws ToolException {
        String expression = FilterChoice.expression(options);
        if (expression.isEmpty()) {
            return null;
        }
        return FilterChoice.filter(FilterChoice.compile(options, expression, packets.linkType(), packets.snaplen()));
    }

    private PacketSink sink(int linkType, int snaplen) throws ToolException {
        return DumpSinks.of(options, linkType, snaplen, context, records);
    }

    /** Moves packets from source to sink; false if {@code -c} has been reached. */
    private boolean pump(PacketReader packets, CaptureFilter filter, PacketSink sink)
            throws IOException, ToolException {
        long last = options.count == 0 ? Long.MAX_VALUE : options.skip + options.count;
        try {
            while (packets.next()) {
                if (filter != null
                        && filter.run(packets.bytes, packets.offset, packets.captured, packets.length) == 0) {
                    continue;
                }
                if ((seen & CANCEL_MASK) == CANCEL_MASK
                        && context.cancellation().isCancelled()) {
                    return false;
                }
                long number = ++seen;
                if (records != null && !records.test(packets, number)) {
                    continue;
                }
                if (++matched > options.skip) {
                    sink.accept(packets, number);
                    if (matched >= last) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CaptureFileException e) {
            sink.flush();
            throw new ToolException(1, "pcap_loop: " + e.getMessage(), e);
        }
    }
}
