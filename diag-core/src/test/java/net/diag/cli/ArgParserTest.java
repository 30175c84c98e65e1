package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgParserTest {
    static final OptionTable TABLE = OptionTable.of(
            "ping",
            "send probes",
            "[OPTIONS] HOST",
            OptionSpec.flag('q', "quiet", "print less"),
            OptionSpec.flag('n', "numeric", "no names"),
            OptionSpec.required('c', "count", "N", "how many"),
            OptionSpec.required('i', "interval", "S", "how often").alias("wait"),
            OptionSpec.optional('x', "extra", "X", "more"),
            OptionSpec.flag('4', null, "IPv4 only"),
            OptionSpec.flag(256, "color-scheme", "colours"),
            OptionSpec.flag('h', "help", "this").alias("?"));

    /** {@code c=3 q | operands}. */
    private static String parse(OptionTable table, String... args) throws UsageException {
        ArgParser p = new ArgParser(table, "ping", args);
        StringBuilder b = new StringBuilder();
        while (p.next()) {
            b.append(p.key() < 256 ? String.valueOf((char) p.key()) : String.valueOf(p.key()));
            b.append(p.value() == null ? "" : "=" + p.value()).append(' ');
        }
        return b.append("| ").append(String.join(" ", p.operands())).toString().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-qnc3 host | q n c=3 @ host",
                "-q -n -c 3 host | q n c=3 @ host",
                "host -c3 | c=3 @ host",
                "-i.2 | i=.2 @",
                "-i -5 | i=-5 @",
                "--count=3 --count 4 | c=3 c=4 @",
                "--cou 3 | c=3 @",
                "--wait=2 --wa 3 | i=2 i=3 @",
                "--count= x | c= @ x",
                "-x a -xb --extra --extra=c | x x=b x x=c @ a",
                "-4q | 4 q @",
                "- -- -q | @ - -q",
                "a -- b -q | @ a b -q",
                "-c -- -q | c=-- q @",
                "--color-scheme -? | 256 h @",
                "a -q b -n c | q n @ a b c",
                "--help | h @",
            })
    void parsesAsGetoptLong(String args, String expected) throws UsageException {
        assertEquals(expected.replace('@', '|'), parse(TABLE, args.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-z | ping: invalid option -- 'z'",
                "-qz | ping: invalid option -- 'z'",
                "-c | ping: option requires an argument -- 'c'",
                "-qc | ping: option requires an argument -- 'c'",
                "--foo | ping: unrecognized option '--foo'",
                "--foo=1 | ping: unrecognized option '--foo=1'",
                "--co | ping: option '--co' is ambiguous; possibilities: '--count' '--color-scheme'",
                "--co=5 | ping: option '--co=5' is ambiguous; possibilities: '--count' '--color-scheme'",
                "--cou | ping: option '--count' requires an argument",
                "--qui=1 | ping: option '--quiet' doesn't allow an argument",
                "-\u00e4 | ping: invalid option -- '\u00e4'",
                "-q- | ping: invalid option -- '-'",
                "-: | ping: invalid option -- ':'",
            })
    void complainsAsGlibc(String args, String message) {
        UsageException e = assertThrows(UsageException.class, () -> parse(TABLE, args.split(" ")));
        assertEquals(message, e.getMessage());
    }

    @Test
    void optionsBeforeAMistakeAreDelivered() throws UsageException {
        ArgParser p = new ArgParser(TABLE, "ping", new String[] {"-q", "-z"});
        assertTrue(p.next());
        assertEquals('q', p.key());
        assertThrows(UsageException.class, p::next);
    }

    @Test
    void posixOrderStopsAtTheFirstOperand() throws UsageException {
        assertEquals("q | a -n", parse(TABLE.order(OptionTable.Order.POSIX), "-q", "a", "-n"));
        ArgParser p = new ArgParser(TABLE, "ping", new String[] {"a", "-q"}, new GetoptWording(), true);
        assertFalse(p.next());
        assertEquals(List.of("a", "-q"), p.operands());
    }

    @Test
    void inOrderDeliversOperandsInPlace() throws UsageException {
        assertEquals(
                "\u0001=a q \u0001=b | c", parse(TABLE.order(OptionTable.Order.IN_ORDER), "a", "-q", "b", "--", "c"));
    }

    @Test
    void givenNamesTheOptionInFull() throws UsageException {
        ArgParser p = new ArgParser(TABLE, "ping", new String[] {"-qc3", "--wa=1"});
        List<String> given = new ArrayList<>();
        while (p.next()) {
            given.add(p.given());
        }
        assertEquals(List.of("-q", "-c", "--wait"), given);
        ParsedArgs all = new ArgParser(TABLE, "ping", new String[] {"-c1", "-c2", "h"}).all();
        assertEquals("2", all.last('c'));
        assertTrue(all.has('c'));
        assertFalse(all.has('q'));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "-q",
                        "-n",
                        "-qn",
                        "-c",
                        "-c3",
                        "-qc",
                        "-x",
                        "-xa",
                        "-i.2",
                        "--count",
                        "--count=1",
                        "--cou",
                        "--co",
                        "--quiet",
                        "--extra",
                        "--extra=",
                        "--extra=v",
                        "-",
                        "--",
                        "host",
                        "3",
                        "",
                        "-z",
                        "--foo",
                        "-4")
                .list()
                .ofMaxSize(7);
    }

    @Property
    void bundledAndSpelledOutAreTheSame(@ForAll("words") List<String> words) {
        String bundled;
        try {
            bundled = parse(TABLE, words.toArray(new String[0]));
        } catch (UsageException e) {
            return;
        }
        // Everything that was parsed, written in the plainest way, parses to the same.
        List<String> plain = new ArrayList<>();
        try {
            ParsedArgs all = new ArgParser(TABLE, "ping", words.toArray(new String[0])).all();
            for (ParsedArgs.Given g : all.options()) {
                String name = g.option().names().get(0);
                boolean longName = name.startsWith("--");
                plain.add(g.value() == null ? name : name + (longName ? "=" : "") + g.value());
                // An empty optional argument can only be written with the long name.
                if (g.value() != null && g.value().isEmpty()) {
                    plain.set(plain.size() - 1, "--" + g.option().longName() + "=");
                }
            }
            plain.add("--");
            plain.addAll(all.operands());
            assertEquals(bundled, parse(TABLE, plain.toArray(new String[0])));
        } catch (UsageException e) {
            throw new AssertionError(plain.toString(), e);
        }
    }
}
