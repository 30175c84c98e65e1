package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.diag.record.TextBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated completions, asked by the shells themselves. */
class CompletionFaceIT {
    @TempDir
    private Path dir;

    private Path write(CompletionFace.Shell shell, boolean launcher) throws IOException {
        TextBuffer b = new TextBuffer();
        if (launcher) {
            CompletionFace.printLauncher(b, shell, List.of(new SampleTool()));
        } else {
            CompletionFace.print(b, shell, new SampleTool());
        }
        Path file = dir.resolve(CompletionFace.fileName(shell, launcher ? "diag" : "diag-sample"));
        Files.write(file, b.toBytes());
        return file;
    }

    private String run(String... command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", command[0])), "needs " + command[0]);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", dir.toString());
        builder.environment().put("TERM", "dumb");
        Process p = builder.start();
        p.getOutputStream().close();
        String output = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(p.waitFor(60, TimeUnit.SECONDS));
        return output;
    }

    /** What bash offers for the words, the last of which is being typed. */
    private String bash(boolean launcher, String... words) throws IOException, InterruptedException {
        StringBuilder script =
                new StringBuilder("source " + write(CompletionFace.Shell.BASH, launcher) + "\nCOMP_WORDS=(");
        for (String w : words) {
            script.append(CompletionFace.quote(w)).append(' ');
        }
        script.append(")\nCOMP_CWORD=").append(words.length - 1).append('\n');
        script.append(launcher ? "_diag diag " : "_diag_sample diag-sample ");
        script.append(CompletionFace.quote(words[words.length - 1]))
                .append(" ''\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
        return run("bash", "--norc", "-c", script.toString());
    }

    @Test
    void bashOffersOptionsAndValues() throws IOException, InterruptedException {
        assertEquals(
                "--count\n--color\n--columns\n",
                sorted(bash(false, "diag-sample", "--co"), "--count", "--color", "--columns"));
        assertEquals("do\ndont\n", bash(false, "diag-sample", "-M", "do"));
        assertEquals("lo\n", bash(false, "diag-sample", "-I", "lo"));
        assertEquals("always\n", bash(false, "diag-sample", "--color", "=", "al"));
        assertEquals("auto\nalways\nnever\n", bash(false, "diag-sample", "--color", "="));
        assertEquals("ip.src,state\n", bash(false, "diag-sample", "--columns", "ip.src,st"));
        assertFalse(bash(false, "diag-sample", "-").contains("obsolete"));
    }

    /** The lines of {@code answer}, in the order of {@code wanted} if they are the same set. */
    private static String sorted(String answer, String... wanted) {
        List<String> lines = answer.lines().sorted().toList();
        return lines.equals(java.util.Arrays.stream(wanted).sorted().toList())
                ? String.join("\n", wanted) + "\n"
                : answer;
    }

    @Test
    void bashCompletesBehindTheLauncher() throws IOException, InterruptedException {
        assertEquals("sample\n", bash(true, "diag", "sa"));
        assertEquals("--verbose\n--version\n", bash(true, "diag", "sample", "--ver"));
    }

    private String fish(boolean launcher, String line) throws IOException, InterruptedException {
        Path file = write(CompletionFace.Shell.FISH, launcher);
        return run("fish", "--no-config", "-c", "source " + file + "; complete -C " + CompletionFace.quote(line));
    }

    @Test
    void fishOffersOptionsAndValues() throws IOException, InterruptedException {
        assertEquals(
                List.of("--verbose\tsay more [details]: it's often too much", "--version\tshow the version"),
                fish(false, "diag-sample --ver").lines().sorted().toList());
        assertEquals(List.of("do", "dont"), words(fish(false, "diag-sample -M do")));
        assertEquals(List.of("lo"), words(fish(false, "diag-sample -I lo")));
        assertTrue(fish(false, "diag-sample --color=").contains("--color=always"));
        assertTrue(fish(false, "diag-sample --sort rt").startsWith("rtt"));
    }

    /** The candidates without their descriptions. */
    private static List<String> words(String answer) {
        return answer.lines().map(l -> l.split("\t")[0]).sorted().toList();
    }

    @Test
    void fishCompletesBehindTheLauncher() throws IOException, InterruptedException {
        assertEquals("sample\tshow packets\n", fish(true, "diag s"));
        assertTrue(fish(true, "diag sample --verb").startsWith("--verbose\t"));
    }

    /** What zsh shows when Tab is pressed behind {@code line}, in a pseudo-terminal of its own. */
    private String zsh(boolean launcher, String line) throws IOException, InterruptedException {
        write(CompletionFace.Shell.ZSH, launcher);
        String script = "zmodload zsh/zpty\n"
                + "zpty z zsh -f -i\n"
                + "zpty -w z 'PS1=; unsetopt zle_bracketed_paste; fpath=(" + dir
                + " $fpath); autoload -U compinit; compinit -u -D;"
                + " bindkey \"^I\" list-choices; zstyle \":completion:*\" list-colors; LISTMAX=10000; stty columns 150'\n"
                + "zpty -w z 'echo READY''X'\n"
                + "zpty -r -m z out '*READYX*'\n"
                + "zpty -w -n z " + CompletionFace.quote(line + "\t") + "\n"
                + "sleep 1\n"
                + "zpty -w z $'\\x15echo DONE''X'\n"
                + "zpty -r -m z out '*DONEX*'\n"
                + "print -r -- \"$out\"\n"
                + "zpty -d z\n";
        return run("zsh", "-f", "-c", script);
    }

    @Test
    void zshTakesThemSourcedTogether() throws IOException, InterruptedException {
        Path tool = write(CompletionFace.Shell.ZSH, false);
        Path launcher = write(CompletionFace.Shell.ZSH, true);
        String script = "autoload -U compinit; compinit -u -D; source " + tool + "; source " + launcher
                + "; print $_comps[diag-sample] $_comps[diag]";
        assertEquals("__diag_sample __diag\n", run("zsh", "-f", "-c", script));
    }

    @Test
    void zshOffersOptionsAndValues() throws IOException, InterruptedException {
        String options = zsh(false, "diag-sample --ver");
        assertTrue(
                options.contains("--verbose") && options.contains("say more [details]: it's often too much"), options);
        assertTrue(options.contains("--version"), options);
        String values = zsh(false, "diag-sample -M d");
        assertTrue(values.contains("dont"), values);
        String behindLauncher = zsh(true, "diag sample --ver");
        assertTrue(behindLauncher.contains("--verbose") && behindLauncher.contains("show the version"), behindLauncher);
    }

    @Test
    void allShellsParseWhatIsGenerated() throws IOException, InterruptedException {
        for (boolean launcher : new boolean[] {false, true}) {
            assertEquals(
                    "",
                    run("bash", "-n", write(CompletionFace.Shell.BASH, launcher).toString()));
            assertEquals(
                    "",
                    run("zsh", "-n", write(CompletionFace.Shell.ZSH, launcher).toString()));
            assertEquals(
                    "",
                    run(
                            "fish",
                            "--no-config",
                            "-n",
                            write(CompletionFace.Shell.FISH, launcher).toString()));
        }
    }
}
