package net.diag.dump;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.diag.capture.PacketReader;
import net.diag.cli.RecordOutput;
import net.diag.cli.ToolContext;
import net.diag.cli.UsageException;
import net.diag.dump.packet.Packet;
import net.diag.dump.packet.PacketDecoder;
import net.diag.dump.print.Dissection;
import net.diag.dump.print.PacketPrinter;
import net.diag.dump.print.PrintOptions;
import net.diag.dump.print.SessionState;
import net.diag.dump.print.ZoneOffsets;
import net.diag.dump.statistics.Conversation;
import net.diag.dump.statistics.ConversationTally;
import net.diag.dump.statistics.Endpoint;
import net.diag.dump.statistics.EndpointTally;
import net.diag.dump.statistics.Tally;
import net.diag.record.FieldList;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.TableFace;
import net.diag.record.expr.WhereSink;

/** The packets of a run as records: tested by {@code --where}, and shown or handed on. Lives as long as the run. */
final class PacketRecords implements PacketSink {
    static final List<RecordType<?>> TYPES =
            List.of(Packet.Type.PACKET, Conversation.Type.CONVERSATION, Endpoint.Type.ENDPOINT);
    private static final List<RecordType<?>> PACKETS = List.of(Packet.Type.PACKET);
    private static final RecordSink NOWHERE = new RecordSink() {
        @Override
        public <R> void accept(RecordType<R> type, R record) {}
    };

    private final PacketDecoder decoder = new PacketDecoder();
    private final Dissection dissection;
    private final ToolContext context;
    private final String device;
    private final boolean summaries;
    private final boolean flushes;
    private final WhereSink condition;
    private final RecordSink sink;
    private PacketPrinter printer;
    private int linkType = -1;
    private Packet last;

    private PacketRecords(DumpOptions options, ToolContext context) throws UsageException {
        this.context = context;
        PrintOptions print = new PrintOptions();
        print.numeric = true;
        print.timeFormat = 1;
        print.linkHeader = options.print.linkHeader;
        print.absoluteSequence = options.print.absoluteSequence;
        dissection = new Dissection(print, new NumericNames(), new SessionState());
        device = options.readsFiles() ? null : options.device;
        RecordOutput output = options.records();
        if (!options.readsFiles()) {
            output.live();
        }
        condition = options.condition().filter(context, PACKETS, NOWHERE);
        List<String> paths = paths(options, context);
        if (options.statistics != 0) {
            sink = tally(options.statistics, context, output);
        } else if (paths != null && !context.wantsRecords() && output.format() == RecordOutput.Format.TEXT) {
            sink = new TabFace(context.out(), paths, options.lineBuffered || !options.readsFiles());
        } else {
            sink = output.isTextFace(context) ? null : output.open(context, PACKETS, null);
        }
        flushes = options.lineBuffered;
        summaries = mentionsSummary(options.condition().where())
                || sink != null && options.statistics == 0 && wantsSummary(paths, output.columns());
    }

    private static Tally tally(int statistics, ToolContext context, RecordOutput output) throws UsageException {
        boolean ends = statistics == DumpTable.ENDPOINTS;
        RecordType<?> type = ends ? Endpoint.Type.ENDPOINT : Conversation.Type.CONVERSATION;
        RecordSink table = new TableFace(context.out(), context.environment().columns());
        RecordSink next = output.open(context, List.of(type), table);
        return ends ? new EndpointTally(next) : new ConversationTally(next);
    }

    private static boolean wantsSummary(List<String> paths, String columns) {
        return paths == null && columns == null
                || mentionsSummary(columns)
                || paths != null && paths.contains("summary");
    }

    private static boolean mentionsSummary(String text) {
        return text != null && text.contains("summary");
    }

    private static List<String> paths(DumpOptions options, ToolContext context) throws UsageException {
        if (options.fields == null) {
            return null;
        }
        String mistake = FieldList.mistake(options.fields, PACKETS);
        if (mistake != null) {
            throw new UsageException(1, context.argv0() + ": --fields: " + mistake);
        }
        return FieldList.split(options.fields);
    }

    /** The records of the run, or null if nobody asks for any: then none of this is loaded. */
    static PacketRecords of(DumpOptions options, ToolContext context) throws UsageException {
        return options.asksForRecords() || context.wantsRecords() ? new PacketRecords(options, context) : null;
    }

    /** Whether records take the place of the text. */
    boolean replaceText() {
        return sink != null;
    }

    /** Whether the condition, if there is one, holds for the packet that the reader stands on. */
    boolean test(PacketReader packet, long number) {
        return condition == null || condition.test(Packet.Type.PACKET, read(packet, number));
    }

    @Override
    public void accept(PacketReader packet, long number) {
        Packet record = last != null && last.number() == number ? last : read(packet, number);
        sink.accept(Packet.Type.PACKET, record);
        if (flushes) {
            sink.flush();
        }
    }

    @Override
    public void flush() {
        sink.flush();
    }

    /** The run ends: sorted records and the like come out. */
    void finish() {
        if (sink != null) {
            sink.finish();
        }
        if (sink instanceof Tally tally && tally.left() > 0) {
            context.complain(tally.left() + " packets not counted: too many different ends");
        }
    }

    private Packet read(PacketReader packet, long number) {
        last = decoder.decode(packet, number, device, summaries ? summary(packet, number) : null);
        return last;
    }

    private String summary(PacketReader packet, long number) {
        if (printer == null || linkType != packet.linkType()) {
            linkType = packet.linkType();
            printer = new PacketPrinter(dissection, linkType, ZoneOffsets.of("UTC"));
        }
        dissection.clear();
        printer.print(packet, number);
        int size = dissection.size();
        byte[] text = dissection.takeBuffer();
        int end = size > 0 && text[size - 1] == '\n' ? size - 1 : size;
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
