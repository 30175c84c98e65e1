package net.diag.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.diag.capture.CaptureFiles;
import net.diag.capture.PacketReader;
import net.diag.cli.Cancellation;
import net.diag.cli.Environment;
import net.diag.cli.StdOut;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolRunner;
import net.diag.dump.packet.Packet;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool as a host runs it: text, records, conditions. Expected values were read off with tshark. */
class PacketRecordsTest {
    private static final String SUITE = "src/test/resources/tcpdump-suite/";
    private static final String DNS = SUITE + "dns_udp.pcap";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(RecordSink records, String... args) {
        StdOut stdout = new StdOut(out, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
        StdOut stderr = new StdOut(err, StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE);
        ToolContext context = new ToolContext(
                "dump", InputStream.nullInputStream(), stdout, stderr, Environment.none(), new Cancellation(), records);
        int status = ToolRunner.run(new DumpTool(), context, args);
        stdout.flush();
        stderr.flush();
        return status;
    }

    private String text(String... args) {
        assertEquals(0, run(null, args), err::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fieldsAreTabSeparated() {
        assertEquals(
                "1\t192.168.1.11\t53\t22836\twww.tcpdump.org\tA\tfalse\t\n"
                        + "2\t209.87.249.18\t43966\t22836\twww.tcpdump.org\tA\ttrue\t\n",
                text(
                        "-r",
                        DNS,
                        "--fields",
                        "number,ip.src,udp.dstPort,dns.id,dns.query,dns.type,dns.response,tcp.seq"));
    }

    @Test
    void jsonNestsTheHeaders() {
        String json = text("-r", DNS, "--json", "-c", "1");
        assertTrue(
                json.contains("\"eth\":{\"src\":\"00:11:22:33:44:55\",\"dst\":\"00:11:22:33:44:66\",\"type\":2048}"),
                json);
        assertTrue(json.contains("\"udp\":{\"src_port\":43966,\"dst_port\":53,\"length_bytes\":56}"), json);
        assertTrue(json.contains("22836+ [1au] A? www.tcpdump.org. (56)\"}\n"), json);
    }

    @Test
    void theOuterTagIsTheVlan() {
        assertEquals(
                "200\t2054\n", text("-r", SUITE + "802.1ad_QinQ.pcap", "-c", "1", "--fields", "eth.vlan,eth.type"));
    }

    @Test
    void aConditionActsOnTheText() {
        String all = text("-n", "-t", "-r", DNS);
        out.reset();
        String responses = text("-n", "-t", "-r", DNS, "--where", "dns.response");
        assertEquals(all.substring(all.indexOf('\n') + 1), responses);
    }

    @Test
    void aConditionActsOnTheCountsAndTheWrittenFile(@TempDir Path folder) throws Exception {
        assertEquals("1 packet\n", text("-r", DNS, "--count", "--where", "number > 1"));
        Path file = folder.resolve("responses.pcap");
        text("-r", DNS, "-w", file.toString(), "--where", "udp.srcPort == 53");
        try (PacketReader packets = CaptureFiles.open(file.toString(), false)) {
            int count = 0;
            while (packets.next()) {
                count++;
            }
            assertEquals(1, count);
        }
    }

    @Test
    void conversationsAddUpBothWays() {
        String json = text("-r", DNS, "--conversations", "--json");
        assertTrue(
                json.contains("\"a\":\"192.168.1.11\",\"port_a\":43966,\"b\":\"209.87.249.18\",\"port_b\":53"), json);
        assertTrue(json.contains("\"packets_to_b\":1,\"bytes_to_b\":98,\"packets_to_a\":1,\"bytes_to_a\":266"), json);
        assertTrue(json.contains("\"duration_ms\":130.282"), json);
    }

    @Test
    void endpointsCountWhatAConditionLetsThrough() {
        assertEquals(
                "address,bytes_sent,bytes_received\n192.168.1.11,0,266\n209.87.249.18,266,0\n",
                text(
                        "-r",
                        DNS,
                        "--endpoints",
                        "--csv",
                        "--columns",
                        "address,bytesSent,bytesReceived",
                        "--where",
                        "dns.response"));
        assertEquals(1, run(null, "-r", DNS, "--endpoints", "--fields", "number"));
    }

    @Test
    void aHostTakesRecordsInPlaceOfText() {
        List<Packet> taken = new ArrayList<>();
        int status = run(
                new RecordSink() {
                    @Override
                    public <R> void accept(RecordType<R> type, R record) {
                        taken.add((Packet) record);
                    }
                },
                "-r",
                DNS);
        assertEquals(0, status);
        assertEquals(0, out.size());
        assertEquals(2, taken.size());
        assertEquals(22836, taken.get(1).dns().id());
    }

    @Test
    void aWrongFieldIsAnErrorOfTheCommandLine() {
        assertEquals(1, run(null, "-r", DNS, "--fields", "ip.sorc"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("dump: --fields: unknown field 'ip.sorc'"));
        assertEquals(1, run(null, "-r", DNS, "--where", "ip.ttl >"));
    }

    @Test
    void everyCaptureOfTheSuiteIsDecoded() throws Exception {
        List<Path> captures;
        try (var files = Files.list(Path.of(SUITE))) {
            captures = files.filter(f -> f.toString().endsWith(".pcap")).toList();
        }
        assertTrue(captures.size() > 100);
        for (Path capture : captures) {
            err.reset();
            run(null, "-r", capture.toString(), "--csv");
            String complaint = err.toString(StandardCharsets.UTF_8);
            assertTrue(!complaint.contains("Exception") && !complaint.contains("internal"), capture + complaint);
        }
        assertTrue(out.size() > 100_000);
    }
}
