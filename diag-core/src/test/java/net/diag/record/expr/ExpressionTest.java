package net.diag.record.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.JsonReader;
import net.diag.record.JsonRows;
import net.diag.record.Packet;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static boolean test(String source, Packet p) {
        try {
            return Expression.compile(source, Packet.TYPE).test(p);
        } catch (ExpressionException e) {
            throw new AssertionError(e.explanation(), e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // full(): rtt 51.2345 ms, length 1500, ESTABLISHED, syn, loss 12.5 %, flags a bc
                "rtt > 50ms",
                "rtt == 51234500ns",
                "rtt == 51.2345ms",
                "rtt < 0.0513s",
                "rtt_ms > 51",
                "rtt_ms == 51.2345",
                "rtt > 0",
                "50ms < rtt",
                "rtt>50ms",
                "length >= 1.5kB",
                "length < 1KiB or length == 1500",
                "length < 1500.5",
                "length > 1499.5",
                "length != 1499.5",
                "length <= 99999999999999999999",
                "length > -1",
                "length in [1500, 40]",
                "length not in [1, 2]",
                "not length in [1, 2]",
                "state == ESTABLISHED",
                "state == established",
                "state == 'ESTABLISHED'",
                "state != LISTEN",
                "state ~ ^EST",
                "state ~ 'LISH'",
                "state !~ 'lish'",
                "state ~ '(?i)lish'",
                "state in [LISTEN, established]",
                "state < LISTEN",
                "syn",
                "not not syn",
                "!(!syn)",
                "syn == true",
                "syn != false",
                "loss > 12%",
                "loss == 12.5",
                "loss > 10 and loss < 20",
                "flags == bc",
                "flags ~ ^b",
                "flags in [x, bc]",
                "bc in flags",
                "flags != zz",
                "ip.src == 10.1.2.3",
                "ip.src in 10.0.0.0/8",
                "ip.src not in 11.0.0.0/8",
                "ip.src in [11.0.0.1, 10.0.0.0/8]",
                "ip.src > 10.1.2.2",
                "ip.src ~ '^10\\.'",
                "ip.dst == fe80::1",
                "ip.dst == fe80::1%eth0",
                "ip.dst != fe80::1%eth1",
                "ip.dst in fe80::/10",
                "ip.ttl == 64",
                "has ip.src",
                "exists ip",
                "has(rtt)",
                "ip.dst != null",
                "hops.ttl == 3",
                "hops.src in 192.0.2.0/24",
                "hops.ttl != 5",
                "route == 10.0.0.0/8",
                "10.9.9.9 in route",
                "route in 0.0.0.0/0",
                "time > 2025-11-24",
                "time == 2025-11-24T16:00:00.123456789Z",
                "time < '2025-11-24 17:00:00Z'",
                "cookie > 5",
                "cookie == 18446744073709551615",
                "cookie >= 18446744073709551615",
                "true",
                "syn and true or false",
                "rtt > 50ms && (length == 1500 || state == LISTEN) && !false",
                "rtt == rtt",
                "length >= length",
                "state == \"EST\" or state == \"ESTABLISHED\"",
            })
    void holdsForTheFullPacket(String source) {
        assertTrue(test(source, Packet.full()), source);
        assertEquals(false, test("not (" + source + ")", Packet.full()), source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtt > 0",
                "rtt < 1h",
                "rtt == 0",
                "loss >= 0",
                "loss < 100",
                "ip.src in 0.0.0.0/0",
                "has ip",
                "has rtt",
                "ip.ttl in [1, 64]",
                "route == 10.0.0.0/8",
                "10.0.0.1 in route",
                "flags == a",
                "hops.ttl > 0",
                "ip.src ~ .",
                "rtt == rtt",
                "ip.src != null",
                "rtt_ms < 5"
            })
    void isFalseWhereTheFieldIsAbsent(String source) {
        assertEquals(false, test(source, Packet.bare()), source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtt != 5ms", "rtt == null", "ip.src !~ x", "state != null", "ip.src not in 10.0.0.0/8"})
    void negationsAreExactAlsoForAbsentFields(String source) {
        assertTrue(test(source, Packet.bare()), source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rtx > 5ms | 0 | unknown field 'rtx'; did you mean 'rtt'?",
                "length > 3 and rtx > 5ms | 15 | unknown field 'rtx'; did you mean 'rtt'?",
                "ip.dts == ::1 | 0 | unknown field 'ip.dts'; did you mean 'ip.dst'?",
                "rtt > 50 | 6 | 'rtt' is a duration; give '50' a unit: 50ms, 50us, 50s",
                "rtt > 10MB | 6 | 'rtt' is a duration, and '10MB' is an amount of data",
                "rtt > soon | 6 | 'rtt' is a duration, and 'soon' isn't one (write 50ms, 1.5s)",
                "length > 5s | 9 | 'length' is an amount of data, and '5s' is a duration",
                "length == '5' | 10 | 'length' is an amount of data, and '5' isn't one (write 1500, 10kB, 1MiB)",
                "state == 5 | 9 | 'state' is text, and 5 is a number; quote it to compare texts",
                "state == true | 9 | 'state' is text, not true or false",
                "state < null | 6 | only == and != compare with true, false and null",
                "syn == yes | 7 | 'syn' is true or false, not 'yes'",
                "ip == 3 | 3 | 'ip' is a record of several fields; compare one of its fields, for example 'ip.src'",
                "hops == 3 | 5 | 'hops' is a list; compare one of its fields, for example 'hops.src'",
                "ip.src == 10.0.0.0/8 | 10 | '10.0.0.0/8' is a prefix; write 'ip.src in 10.0.0.0/8'",
                "ip.src == example | 10 | 'ip.src' is an address, and 'example' isn't one",
                "ip.src in example | 10 | 'ip.src' is an address; 'in' wants a prefix (10.0.0.0/8)",
                "length in 5 | 10 | 'length' is an amount of data; 'in' wants a list ([a, b])",
                "state ~ '(' | 8 | bad regular expression: Unclosed group",
                "rtt ~ 5 | 4 | '~' matches text, and 'rtt' is a duration",
                "'x' ~ state | 6 | the pattern stands on the right of '~', the field on its left",
                "time > 1h | 7 | 'time' is a time, and '1h' isn't one (write 2026-11-24T08:45:00Z)",
                "rtt > length | 4 | 'rtt' is a duration, and 'length' is an amount of data",
                "1 == 2 | 0 | one side of a comparison must name a field",
                "length < 3 < 4 | 11 | comparisons can't be chained; join two with 'and'",
                "rtt | 3 | 'rtt' is a duration, not true or false; compare it with something, or write 'has rtt'",
                "(syn | 4 | expected ')'",
                "syn) | 3 | this parenthesis was never opened",
                "syn syn | 4 | expected 'and', 'or' or the end here",
                "syn and | 7 | something is missing here",
                "length > | 8 | a value is missing here",
                "length > ( | 9 | expected a value here",
                "length & 3 | 7 | unknown operator '&'",
                "state == 'x | 9 | the closing quote is missing",
                "length in [] | 10 | the list is empty",
                "length in [1 2] | 13 | expected ',' or ']'",
                "length in [1 | 12 | expected ',' or ']'",
                "length in [1, | 13 | expected ']'",
                "has 5 > 3 | 4 | unknown field '5'",
            })
    void mistakesPointAtTheirColumn(String source, int column, String message) {
        ExpressionException e =
                assertThrows(ExpressionException.class, () -> Expression.compile(source, Packet.TYPE), source);
        assertEquals(message, e.getMessage());
        assertEquals(column, e.start());
    }

    @Test
    void emptyExpressionIsAMistake() {
        assertEquals(
                "the expression is empty",
                assertThrows(ExpressionException.class, () -> Expression.compile("  ", Packet.TYPE))
                        .getMessage());
    }

    @Test
    void explanationShowsACaretAndTheFields() {
        ExpressionException e =
                assertThrows(ExpressionException.class, () -> Expression.compile("syn and ip.dts == ::1", Packet.TYPE));
        assertEquals("""
                unknown field 'ip.dts'; did you mean 'ip.dst'?
                  syn and ip.dts == ::1
                          ^^^^^^
                fields of ip: ip.src, ip.dst, ip.ttl""", e.explanation());
    }

    @Test
    void nestingIsLimited() {
        String deep = "(".repeat(100_000) + "syn" + ")".repeat(100_000);
        assertThrows(ExpressionException.class, () -> Expression.compile(deep, Packet.TYPE));
        assertTrue(test("not ".repeat(100_000) + "syn", Packet.full()));
    }

    @Property
    void nothingButAnExpressionExceptionIsThrown(@ForAll("nearlyExpressions") String source) {
        try {
            Expression.compile(source, Packet.TYPE).test(Packet.full());
        } catch (ExpressionException e) {
            assertTrue(e.start() >= 0 && e.start() <= source.length());
            e.explanation();
        }
    }

    @Provide
    Arbitrary<String> nearlyExpressions() {
        Arbitrary<String> piece = Arbitraries.of(
                "rtt",
                "length",
                "state",
                "syn",
                "ip.src",
                "flags",
                "hops",
                "time",
                "cookie",
                "route",
                "==",
                "!=",
                "<",
                ">",
                "~",
                "in",
                "not",
                "and",
                "or",
                "(",
                ")",
                "[",
                "]",
                ",",
                "5",
                "50ms",
                "10MB",
                "'x'",
                "\"",
                "'",
                "null",
                "true",
                "10.0.0.0/8",
                "::1",
                "has",
                "-5",
                "!",
                "&",
                "1e99",
                "x",
                "\\",
                "%");
        return piece.list().ofMaxSize(8).map(l -> String.join(" ", l));
    }

    /** A tree of conditions: its text with the fewest parentheses, and its value for the full packet. */
    private record Tree(String text, int level, boolean value) {
        String at(int least) {
            return level >= least ? text : "(" + text + ")";
        }
    }

    @Provide
    Arbitrary<Tree> trees() {
        Arbitrary<Tree> leaf = Arbitraries.of(
                new Tree("syn", 3, true),
                new Tree("length == 1", 3, false),
                new Tree("rtt > 50ms", 3, true),
                new Tree("state in [LISTEN]", 3, false),
                new Tree("ip.src ~ '^10'", 3, true));
        return Arbitraries.recursive(
                () -> leaf,
                t -> Arbitraries.oneOf(
                        t.map(x -> new Tree("not " + x.at(2), 2, !x.value)),
                        t.map(x -> new Tree("!" + x.at(2), 2, !x.value)),
                        t.tuple2()
                                .map(x -> new Tree(
                                        x.get1().at(1) + " and " + x.get2().at(2),
                                        1,
                                        x.get1().value && x.get2().value)),
                        t.tuple2()
                                .map(x -> new Tree(
                                        x.get1().at(0) + " || " + x.get2().at(1),
                                        0,
                                        x.get1().value || x.get2().value))),
                0,
                5);
    }

    @Property
    void precedenceIsNotAndOr(@ForAll("trees") Tree tree) {
        assertEquals(tree.value, test(tree.text, Packet.full()), tree.text);
    }

    @Property
    void numbersCompareAsNumbers(@ForAll long field, @ForAll long constant) throws ExpressionException {
        RecordType<Row> type = Row.type("x", "", List.of(FieldSpec.of("n", FieldType.INTEGER, Unit.COUNT, "")));
        Row row = new Row(field);
        for (String op : new String[] {"==", "!=", "<", "<=", ">", ">="}) {
            int c = Long.compare(field, constant);
            boolean expected = switch (op) {
                case "==" -> c == 0;
                case "!=" -> c != 0;
                case "<" -> c < 0;
                case "<=" -> c <= 0;
                case ">" -> c > 0;
                default -> c >= 0;
            };
            assertEquals(
                    expected,
                    Expression.compile("n " + op + " " + constant, type).test(row),
                    op);
            assertEquals(
                    expected,
                    Expression.compile(constant + " " + mirror(op) + " n", type).test(row),
                    op);
        }
    }

    private static String mirror(String op) {
        return op.startsWith("<") ? op.replace('<', '>') : op.replace('>', '<');
    }

    @Test
    void foreignFieldsCompareByWhatTheyHold() throws Exception {
        JsonRows rows = new JsonRows(List.of());
        Map<String, Object> object = object(
                "{\"name\":\"x\",\"port\":80,\"up\":true,\"addr\":\"10.1.2.3\",\"rtt_ms\":7.5,\"ip\":{\"dst\":\"::1\"},\"l\":[1,\"b\"]}");
        RecordType<Row> type = rows.typeOf(object);
        Row row = rows.row(type, object);
        for (String source : new String[] {
            "name == x",
            "port == 80",
            "port > 79.5",
            "port in [80, 81]",
            "up",
            "up == true",
            "addr in 10.0.0.0/8",
            "addr == 10.1.2.3",
            "rtt > 7ms",
            "rtt_ms > 7",
            "ip.dst == '::1'",
            "l == b",
            "l == 1",
            "name ~ ^x",
            "missing == null",
            "has port",
            "not has missing",
            "addr ~ '^10'",
            "missing != 5"
        }) {
            assertTrue(Expression.compile(source, type).test(row), source);
        }
        for (String source : new String[] {"name == 5", "port == '80'", "port < 80", "missing > 5", "name > 5"}) {
            assertEquals(false, Expression.compile(source, type).test(row), source);
        }
        assertThrows(ExpressionException.class, () -> Expression.compile("port > 5ms", type));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String json) throws Exception {
        return (Map<String, Object>) JsonReader.parse(json);
    }

    @Test
    void streamOfSeveralTypesKeepsThoseThatHaveTheField() throws ExpressionException {
        int[] seen = new int[1];
        net.diag.record.RecordSink count = new net.diag.record.RecordSink() {
            @Override
            public <R> void accept(RecordType<R> type, R record) {
                seen[0]++;
            }
        };
        WhereSink sink = new WhereSink("ttl > 60", List.of(Packet.TYPE, Packet.IP), count);
        sink.accept(Packet.TYPE, Packet.full());
        sink.accept(Packet.IP, Packet.full().ip());
        assertEquals(1, seen[0]);
        ExpressionException e = assertThrows(
                ExpressionException.class,
                () -> new WhereSink("syn and ttl > 60", List.of(Packet.TYPE, Packet.IP), count));
        assertEquals("unknown field 'ttl'", e.getMessage());
    }

    @Test
    void tokensKnowTheirPlaces() {
        List<Token> tokens = ExpressionLexer.tokens("rtt>=50ms && name !~ 'a b");
        assertEquals(Token.Kind.WORD, tokens.get(0).kind());
        assertEquals("50ms", tokens.get(2).text());
        assertEquals(5, tokens.get(2).start());
        assertEquals(Token.Kind.LOGIC, tokens.get(3).kind());
        assertEquals(Token.Kind.UNFINISHED_TEXT, tokens.get(6).kind());
        assertEquals(Token.Kind.END, tokens.get(7).kind());
    }
}
