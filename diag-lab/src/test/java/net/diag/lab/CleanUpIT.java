package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What other JVMs leave behind goes too. */
@InLab
class CleanUpIT {
    /** Make a lab in a JVM of its own, say its namespace's name, and wait. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws InterruptedException {
            Lab lab = new Lab();
            System.out.println("made " + lab.namespace("victim").name());
            Thread.sleep(600_000);
        }
    }

    private static RunningProgram victim() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Command.of(java, "-Xshare:auto", "-cp", System.getProperty("java.class.path"), Victim.class.getName())
                .start();
    }

    private static Path made(RunningProgram victim) {
        String name = victim.awaitStdout("made .+$").replaceFirst("(?s).*made (\\S+).*", "$1");
        Path file = Path.of("/run/netns", name);
        assertTrue(Files.exists(file), name);
        return file;
    }

    @Test
    void jvmThatIsToldToEndCleansUp() {
        try (RunningProgram victim = victim()) {
            Path file = made(victim);
            victim.signal("TERM");
            assertEquals(143, victim.await().exitCode());
            assertTrue(!Files.exists(file));
        }
    }

    @Test
    void namespacesOfAKilledJvmAreSweptByTheNext() {
        Path left;
        try (RunningProgram victim = victim()) {
            left = made(victim);
        }
        assertTrue(Files.exists(left));
        assertTrue(Owner.orphans().contains(left.getFileName().toString()));
        try (RunningProgram next = victim()) {
            made(next);
            assertTrue(!Files.exists(left), "swept");
        }
        Owner.orphans().forEach(Namespace::remove);
    }

    @Test
    void namespacesOfTheLivingAndOfOthersAreLeftAlone(Lab lab) {
        Namespace mine = lab.namespace("mine");
        Command.of("ip", "netns", "add", "lab-x-y-" + mine.name()).run().requireSuccess();
        try {
            assertTrue(Owner.orphans().stream().noneMatch(name -> name.endsWith(mine.name())));
        } finally {
            Namespace.remove("lab-x-y-" + mine.name());
        }
    }
}
