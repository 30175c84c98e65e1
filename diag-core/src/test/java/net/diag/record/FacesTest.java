package net.diag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacesTest {
    private static final String FULL = "{\"type\":\"packet\",\"schema\":\"diag/test/1\","
            + "\"time\":\"2025-11-24T16:00:00.123456789Z\","
            + "\"ip\":{\"src\":\"10.1.2.3\",\"dst\":\"fe80::1%eth0\",\"ttl\":64},\"rtt_ms\":51.2345,\"length_bytes\":1500,"
            + "\"state\":\"ESTABLISHED\",\"syn\":true,\"loss_percent\":12.5,\"flags\":[\"a\",\"bc\"],"
            + "\"hops\":[{\"src\":\"10.1.2.3\",\"dst\":\"fe80::1%eth0\",\"ttl\":64},{\"src\":\"192.0.2.1\",\"ttl\":3}],"
            + "\"route\":\"10.0.0.0/8\",\"cookie\":18446744073709551615}\n";
    private static final String BARE = "{\"type\":\"packet\",\"time\":\"1970-01-01T00:00:00.000000000Z\","
            + "\"length_bytes\":40,\"state\":\"LISTEN\",\"syn\":false,\"flags\":[],\"hops\":[],\"cookie\":7}\n";

    private final TextBuffer out = new TextBuffer();

    private String shown(RecordSink face, Packet... packets) {
        for (Packet p : packets) {
            face.accept(Packet.TYPE, p);
        }
        face.finish();
        return out.toString();
    }

    @Test
    void jsonLinesHaveTypeAndSchemaFirst() {
        assertEquals(FULL + BARE, shown(new JsonLinesFace(out, false), Packet.full(), Packet.bare()));
    }

    @Test
    void jsonNamesCarryTheUnit() {
        assertEquals(
                "icmp_seq",
                FieldSpec.of("icmpSeq", FieldType.INTEGER, Unit.NONE, "").jsonName());
        assertEquals(
                "packet_loss_percent",
                FieldSpec.of("packetLoss", FieldType.DECIMAL, Unit.PERCENT, "").jsonName());
        assertEquals(
                "bytes",
                FieldSpec.of("bytes", FieldType.INTEGER, Unit.BYTES, "").jsonName());
        assertEquals(
                "recv_q_bytes",
                FieldSpec.of("recvQ", FieldType.INTEGER, Unit.BYTES, "").jsonName());
        assertEquals(
                "ipv4_header",
                FieldSpec.of("ipv4Header", FieldType.INTEGER, Unit.NONE, "").jsonName());
    }

    @Test
    void tableAlignsNumbersRight() {
        assertEquals("""
                time                            ip.src    ip.dst        ip.ttl  rtt(ms)  length(B)  state        syn    loss(%)  flags  route                     cookie
                2025-11-24T16:00:00.123456789Z  10.1.2.3  fe80::1%eth0      64   51.235       1500  ESTABLISHED  true    12.500  a,bc   10.0.0.0/8  18446744073709551615
                1970-01-01T00:00:00.000000000Z  -         -                  -        -         40  LISTEN       false        -  -      -                              7
                """, shown(new TableFace(out, 0), Packet.full(), Packet.bare()));
    }

    @Test
    void tableFitsTheTerminal() {
        String table = shown(new TableFace(out, 130), Packet.full());
        table.lines().forEach(l -> assertTrue(DisplayWidth.of(l) <= 130, l));
        assertTrue(table.contains("fe80::1%eth0"), table);
    }

    @Test
    void tableOfRowsShowsForeignTextSafely() {
        RecordType<Row> type = Row.type(
                "x",
                "",
                List.of(
                        FieldSpec.of("name", FieldType.TEXT, Unit.NONE, ""),
                        FieldSpec.of("n", FieldType.INTEGER, Unit.COUNT, "")));
        TableFace face = new TableFace(out, 0);
        face.accept(type, new Row("a\u001b[2Jb", 5L));
        face.accept(type, new Row("世界", null));
        face.finish();
        assertEquals("name       n\na\\x1b[2Jb  5\n世界       -\n", out.toString());
    }

    @Test
    void pausedTableShowsItsRows() {
        TableFace face = new TableFace(out, 0);
        face.accept(Packet.IP, Packet.full().ip());
        assertEquals("", out.toString());
        face.flush();
        assertEquals(2, out.toString().lines().count());
        face.accept(Packet.IP, Packet.full().ip());
        assertEquals(3, out.toString().lines().count());
    }

    @Test
    void csvQuotesAndSpreads() {
        RecordType<Row> type = Row.type("x", "", List.of(FieldSpec.of("name", FieldType.TEXT, Unit.NONE, "")));
        CsvFace face = new CsvFace(out, false);
        face.accept(Packet.TYPE, Packet.full());
        face.accept(type, new Row("a,\"b\"\n🙂"));
        face.finish();
        assertEquals("""
                time,ip.src,ip.dst,ip.ttl,rtt_ms,length_bytes,state,syn,loss_percent,flags,route,cookie
                2025-11-24T16:00:00.123456789Z,10.1.2.3,fe80::1%eth0,64,51.2345,1500,ESTABLISHED,true,12.5,"[""a"",""bc""]",10.0.0.0/8,18446744073709551615

                name
                "a,""b""
                🙂"
                """, out.toString());
    }

    @Test
    void openMetricsGroupsFamiliesInBaseUnits() {
        assertEquals("""
                # TYPE test_rtt_seconds gauge
                # UNIT test_rtt_seconds seconds
                # HELP test_rtt_seconds round-trip time
                test_rtt_seconds{src="10.1.2.3",state="ESTABLISHED"} 0.0512345
                # TYPE test_length_bytes counter
                # UNIT test_length_bytes bytes
                # HELP test_length_bytes bytes on the wire
                test_length_bytes_total{src="10.1.2.3",state="ESTABLISHED"} 1500
                test_length_bytes_total{state="LISTEN"} 40
                # TYPE test_loss_ratio gauge
                # UNIT test_loss_ratio ratio
                # HELP test_loss_ratio share lost
                test_loss_ratio{src="10.1.2.3",state="ESTABLISHED"} 0.125
                # EOF
                """, shown(new OpenMetricsFace(out), Packet.full(), Packet.bare(), Packet.full()));
    }

    @Test
    void openMetricsEscapesLabels() {
        RecordType<Row> type = Row.type(
                "x",
                "",
                List.of(
                        FieldSpec.of("name", FieldType.TEXT, Unit.NONE, "")
                                .withMetric(new Metric(Metric.Kind.LABEL, "name")),
                        FieldSpec.of("n", FieldType.INTEGER, Unit.COUNT, "a \"b\"\nc\\")
                                .withMetric(new Metric(Metric.Kind.GAUGE, "n"))));
        OpenMetricsFace face = new OpenMetricsFace(out);
        face.accept(type, new Row("a\"\\\n\u001b", 5L));
        face.finish();
        assertTrue(out.toString().contains("n{name=\"a\\\"\\\\\\n\\\\x1b\"} 5\n"), out.toString());
        assertTrue(out.toString().contains("# HELP n a \"b\"\\nc\\\\\n"), out.toString());
    }

    @Test
    void schemaDescribesTheLines() throws IOException {
        JsonSchema.print(out, "test", List.of(Packet.TYPE));
        JsonNode schema = new ObjectMapper().readTree(out.toString());
        JsonNode packet = schema.at("/$defs/packet");
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.get("$schema").asText());
        JsonNode line = new ObjectMapper().readTree(FULL);
        line.fieldNames()
                .forEachRemaining(n -> assertTrue(packet.at("/properties/" + n).isObject(), n));
        JsonNode bare = new ObjectMapper().readTree(BARE);
        packet.get("required").forEach(n -> assertTrue(bare.has(n.asText()), n.asText()));
        assertEquals("number", packet.at("/properties/rtt_ms/type").asText());
        assertEquals("#/$defs/ip", packet.at("/properties/hops/items/$ref").asText());
        assertEquals("date-time", packet.at("/properties/time/format").asText());
    }

    @Test
    void knownRecordsComeBackFromJson() throws IOException {
        JsonRows rows = new JsonRows(List.of(Packet.TYPE));
        JsonLinesFace face = new JsonLinesFace(out, false);
        for (Object o : read((FULL + BARE).replace("18446744073709551615", "5"))) {
            rows.accept(map(o), face);
        }
        assertEquals((FULL + BARE).replace("18446744073709551615", "5"), out.toString());
    }

    @Test
    void foreignObjectsKeepEverythingAndGetUnits() throws IOException {
        String line =
                "{\"rtt_ms\":1.5,\"host_name\":\"x\",\"ip\":{\"src\":\"10.0.0.1\"},\"hops\":[{\"n\":1},{\"n\":2}],\"new\":null}\n";
        JsonRows rows = new JsonRows(List.of());
        JsonLinesFace face = new JsonLinesFace(out, false);
        List<Object> objects = read(line + "{\"rtt_ms\":\"none\",\"other\":1}\n");
        for (Object o : objects) {
            rows.accept(map(o), face);
        }
        assertEquals(line.replace(",\"new\":null", "") + "{\"rtt_ms\":\"none\",\"other\":1}\n", out.toString());
        RecordType<Row> type = rows.typeOf(map(objects.get(0)));
        Row row = rows.row(type, map(objects.get(0)));
        assertEquals(1_500_000, type.field("rtt").doubleValue(row));
        assertEquals("x", type.field("hostName").value(row));
        assertEquals("10.0.0.1", type.field("ip.src").value(row));
        assertEquals(List.of(1L, 2L), type.field("hops.n").value(row));
        assertTrue(type.field("nowhere").isAbsent(row));
    }

    private static List<Object> read(String json) throws IOException {
        List<Object> list = new ArrayList<>();
        JsonReader r = new JsonReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), true);
        while (r.hasNext()) {
            list.add(r.next());
        }
        return list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return (Map<String, Object>) o;
    }

    @Test
    void sortedAndProjected() {
        RecordSink sink = new SortSink(
                "-length,state", new ProjectionSink(List.of("length", "ip.src", "nothing"), new CsvFace(out, false)));
        assertEquals("length_bytes,ip.src\n1500,10.1.2.3\n40,\n", shown(sink, Packet.bare(), Packet.full()));
    }

    @Test
    void absentSortsLastBothWays() {
        for (String order : new String[] {"rtt", "-rtt"}) {
            List<Packet> list = new ArrayList<>(List.of(Packet.bare(), Packet.full()));
            list.sort(RecordOrder.parse(order, Packet.TYPE));
            assertEquals(Packet.full(), list.get(0), order);
        }
    }

    @Test
    void wrongFieldsAreExplained() {
        String mistake = FieldList.mistake("state,-lenght", List.of(Packet.TYPE));
        assertTrue(
                mistake.startsWith("unknown field 'lenght'; did you mean 'length'?\nfields: time, ip.src,"), mistake);
        assertEquals(null, FieldList.mistake("-ip.src, rtt_ms,hops.ttl", List.of(Packet.TYPE)));
        assertFalse(FieldList.mistake(" , ", List.of(Packet.TYPE)).isEmpty());
    }

    @Test
    void widthIsTheTerminals() {
        assertEquals(4, DisplayWidth.of("世界"));
        assertEquals(1, DisplayWidth.of("e\u0301"));
        assertEquals("a…", DisplayWidth.cut("abc", 2));
        assertEquals("世…", DisplayWidth.cut("世界人", 4));
        assertEquals("abc", DisplayWidth.cut("abc", 3));
    }

    @Test
    void nearestNameSeesSwapsAndCase() {
        List<String> names = List.of("count", "color", "interface");
        assertEquals("count", NearestName.of("cuont", names));
        assertEquals("interface", NearestName.of("Interfaces", names));
        assertEquals(null, NearestName.of("xyz", names));
    }
}
