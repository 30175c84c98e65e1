package net.diag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static String write(Object value) {
        TextBuffer b = new TextBuffer();
        new JsonWriter(b).any(value);
        return b.toString();
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().map(s -> new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)),
                Arbitraries.longs(),
                Arbitraries.doubles().filter(d -> d != Math.rint(d)),
                Arbitraries.of(true, false),
                Arbitraries.just(null));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(l -> l),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(5).alpha(), inner)
                                .ofMaxSize(4)
                                .map(m -> new HashMap<>(m))),
                0,
                4);
    }

    @Property(tries = 500)
    void whatIsWrittenReadsBackTheSame(@ForAll("values") Object value) throws JsonException {
        assertEquals(value, JsonReader.parse(write(value)));
    }

    @Property(tries = 500)
    void anotherReaderAgrees(@ForAll("values") Object value) throws JsonProcessingException {
        ObjectMapper jackson = new ObjectMapper();
        String json = write(value);
        assertEquals(
                jackson.valueToTree(value).toString(), jackson.readTree(json).toString());
        assertFalse(json.chars().anyMatch(c -> c < 0x20 || (c >= 0x7f && c < 0xa0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "01",
                "-",
                "+1",
                ".5",
                "5.",
                "1e",
                "0x1",
                "NaN",
                "Infinity",
                "nul",
                "nulll",
                "True",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\t\"",
                "\"",
                "\"\\",
                "[1 2]",
                "1 2",
                "{\"a\":1 \"b\":2}",
                "[1]]",
                "/**/1",
                "\ufeff1",
                "[",
                "[1",
                "\"\\ud8\""
            })
    void refusesWhatIsNotJson(String json) {
        assertThrows(JsonException.class, () -> JsonReader.parse(json), json);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        byte[] json = {'"', (byte) 0xff, '"'};
        JsonReader r = new JsonReader(new ByteArrayInputStream(json), false);
        assertTrue(r.hasNext());
        assertThrows(JsonException.class, r::next);
        assertEquals("\ufffd", JsonReader.parse("\"\ufffd\""));
    }

    @Test
    void acceptsAllOfJson() throws JsonException {
        assertEquals(
                Map.of("a", Arrays.asList(1L, -2.5, true, null, "x\"\\/\b\f\n\r\té🙂")),
                JsonReader.parse(" { \"a\" : [ 1 , -2.5e0 , true , null , "
                        + "\"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude42\" ] } "));
        assertEquals("\ufffdA", JsonReader.parse("\"\\ud800A\""));
        assertEquals(
                "\ufffd\ufffd\n",
                JsonReader.parse("\"\\ud800\\udc00\"").equals("\ud800\udc00")
                        ? JsonReader.parse("\"\\udc00\\ud800\\n\"")
                        : "");
        assertEquals(1.8446744073709552E19, JsonReader.parse("18446744073709551615"));
        assertEquals(Long.MIN_VALUE, JsonReader.parse("-9223372036854775808"));
        assertEquals(0L, JsonReader.parse("-0"));
        assertNull(JsonReader.parse("null"));
    }

    @Test
    void depthAndSizeAreLimited() {
        assertThrows(JsonException.class, () -> JsonReader.parse("[".repeat(100_000)));
        assertThrows(JsonException.class, () -> JsonReader.parse("1".repeat(1000)));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '"';
            }

            @Override
            public int read(byte[] b, int off, int len) {
                Arrays.fill(b, off, off + len, (byte) 'a');
                b[off] = (byte) (first ? '"' : 'a');
                first = false;
                return len;
            }

            private boolean first = true;
        };
        JsonReader r = new JsonReader(endless, false);
        assertTrue(assertThrows(JsonException.class, r::next).getMessage().contains("bytes"));
    }

    @Test
    void errorsNameLineAndColumn() {
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.parse("{\n  \"a\": tru\n}"));
        assertEquals(2, e.line());
        assertEquals("line 2, column 11: expected 'true'", e.getMessage());
    }

    private static List<Object> all(String json, boolean spread) throws IOException {
        List<Object> list = new ArrayList<>();
        try (JsonReader r = new JsonReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), spread)) {
            while (r.hasNext()) {
                assertTrue(r.hasNext());
                list.add(r.next());
            }
        }
        return list;
    }

    @Test
    void streamsLinesAndArrays() throws IOException {
        assertEquals(List.of(1L, 2L, "x"), all("1\n2 \"x\"\n", false));
        assertEquals(List.of(1L, List.of(2L)), all("[1, [2]]", true));
        assertEquals(List.of(), all("[ ]", true));
        assertEquals(List.of(1L, 2L), all("[1][2]", true));
        assertThrows(JsonException.class, () -> all("[1,]", true));
        assertThrows(JsonException.class, () -> all("[1 2]", true));
        assertThrows(JsonException.class, () -> all("[1", true));
        assertEquals(List.of(List.of(1L)), all("[1]", false));
    }
}
