package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.record.Packet;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolRunnerTest {
    private static final String HINT = "Try 'sample --help' for more information.\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errno | 2 | sample: socket: Operation not permitted",
                "tool | 7 | sample: no such thing",
                "bare | 8 | all of it",
                "io | 2 | sample: disk\\x1b gone",
                "file | 2 | sample: /no/file: No such file or directory",
                "bug | 2 | sample: internal error: java.lang.IllegalStateException: oops (--debug shows where)",
                "stack | 2 | sample: input is nested too deeply",
            })
    void everyFailureIsOneLineAndAStatus(String how, int status, String line) {
        SampleTool.Run run = SampleTool.run("--fail", how);
        assertEquals(line + "\n", run.err());
        assertEquals(status, run.status());
        assertEquals("before\n", run.out());
    }

    @Test
    void usageErrorsHaveAHint() {
        SampleTool.Run run = SampleTool.run("-Z");
        assertEquals("sample: invalid option -- 'Z'\n" + HINT, run.err());
        assertEquals(2, run.status());
        assertEquals("sample: wrong\n" + HINT, SampleTool.run("--fail=usage").err());
    }

    @Test
    void brokenPipeIsSilent() {
        SampleTool.Run run = SampleTool.run("--fail=pipe");
        assertEquals("", run.err());
        assertEquals(141, run.status());
    }

    @Test
    void anInterruptedToolIsSilentAndKeepsTheInterrupt() {
        SampleTool.Run run = SampleTool.run("--fail=interrupt");
        assertTrue(Thread.interrupted());
        assertEquals("before\n", run.out());
        assertEquals("", run.err());
        assertEquals(130, run.status());
    }

    @Test
    void debugShowsTheTrace() {
        assertTrue(SampleTool.run("--debug", "--fail=errno").err().contains("\tat net.diag.cli.SampleTool.fail"));
        Environment debug = new Environment(Map.of("DIAG_DEBUG", "1"), false, false, false, 0, 0);
        assertTrue(SampleTool.run(debug, null, "--fail=bug").err().contains("\tat "));
        assertFalse(SampleTool.run("--fail=bug").err().contains("\tat "));
    }

    @Test
    void helpIsGeneratedFromTheTable() {
        SampleTool.Run run = SampleTool.run("--help");
        assertEquals(0, run.status());
        assertEquals("""
                Usage: sample [OPTIONS] [HOST]
                Show packets.

                Options:
                  -c, --count=N             stop after N packets (default 2 packets)
                  -I, --interface=NAME      send from this interface
                  -M HINT                   path MTU discovery: do, want or dont
                  -v, --verbose             say more [details]: it's often too much

                Testing:
                      --fail=HOW            end with a failure of this kind

                General options:
                      --netns=NETNS         work in this network namespace: a name, a PID or a
                                            path
                      --color[=WHEN]        use colour: auto, always or never (default auto)
                      --debug               show the stack trace of a failure
                      --help                show this help
                      --version             show the version

                Output options:
                      --json                print JSON Lines, one object per record
                      --csv                 print comma-separated values (RFC 4180)
                      --table               print a table of the records' fields
                      --where=EXPR          only records for which the expression holds
                      --columns=FIELDS      only these fields, in this order
                      --sort=FIELDS         sort by these fields; -FIELD sorts downwards
                      --fields              list the fields with their units and meanings
                      --schema              print the JSON Schema of --json
                """, run.out());
        assertEquals("diag-sample unknown\n", SampleTool.run("--version").out());
    }

    @Test
    void narrowHelpIsWrapped() {
        Environment narrow = new Environment(Map.of(), false, true, false, 50, 24);
        SampleTool.run(narrow, null, "--help").out().lines().forEach(l -> assertTrue(l.length() <= 50, l));
    }

    @Test
    void colorFollowsTheOption() {
        assertEquals("two packets\n", SampleTool.run().out());
        assertEquals(
                "\u001b[32mtwo packets\u001b[m\n", SampleTool.run("--color").out());
        assertEquals("two packets\n", SampleTool.run("--color=never").out());
        assertTrue(SampleTool.run("--color=sometimes").err().startsWith("sample: invalid argument 'sometimes'"));
    }

    @Test
    void recordOptionsBuildTheChain() {
        assertEquals(2, SampleTool.run("--json").out().lines().count());
        assertEquals(
                "packet LISTEN\n", SampleTool.run("--where", "state == listen").out());
        assertEquals(
                "packet LISTEN\npacket ESTABLISHED\n",
                SampleTool.run("--sort=length").out());
        assertEquals(
                "{\"type\":\"packet\",\"schema\":\"diag/test/1\",\"ip.src\":\"10.1.2.3\",\"length_bytes\":1500}\n",
                SampleTool.run("--json", "--columns=ip.src,length", "--where=syn", "--where=length > 1kB")
                        .out());
        assertEquals(
                "state\nLISTEN\nESTABLISHED\n",
                SampleTool.run("--columns=state", "--sort=length").out());
        assertTrue(SampleTool.run("--csv", "--columns=state").out().startsWith("state\n"));
        assertTrue(SampleTool.run("--fields").out().contains("  rtt     rtt_ms        round-trip time (ms)\n"));
        assertTrue(SampleTool.run("--schema").out().contains("\"const\":\"packet\""));
    }

    @Test
    void mistakesInExpressionsAndFieldsAreUsageErrors() {
        SampleTool.Run run = SampleTool.run("--where=rtx > 1ms");
        assertEquals(2, run.status());
        assertTrue(
                run.err().startsWith("sample: --where: unknown field 'rtx'; did you mean 'rtt'?\n  rtx > 1ms\n  ^^^\n"),
                run.err());
        assertTrue(SampleTool.run("--sort=lenght").err().startsWith("sample: --sort: unknown field 'lenght'"));
        assertTrue(SampleTool.run("--columns=", "--json").err().startsWith("sample: --columns: no field is named"));
    }

    @Test
    void aHostGetsRecordsInsteadOfText() {
        List<Object> records = new ArrayList<>();
        RecordSink host = new RecordSink() {
            @Override
            public <R> void accept(RecordType<R> type, R record) {
                records.add(record);
            }
        };
        SampleTool.Run run = SampleTool.run(Environment.none(), host, "--where=syn");
        assertEquals("", run.out());
        assertEquals(List.of(Packet.full()), records);
    }
}
