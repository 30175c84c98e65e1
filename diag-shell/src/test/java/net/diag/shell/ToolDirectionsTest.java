package net.diag.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The only directions in which modules may depend on each other (ARCHITECTURE.md). */
@AnalyzeClasses(packages = "net.diag", importOptions = ImportOption.DoNotIncludeTests.class)
class ToolDirectionsTest {
    @ArchTest
    static final ArchRule coreKnowsNoTool = noClasses()
            .that()
            .resideInAnyPackage(
                    "net.diag.sys..",
                    "net.diag.wire..",
                    "net.diag.socket..",
                    "net.diag.netlink..",
                    "net.diag.proc..",
                    "net.diag.capture..",
                    "net.diag.record..",
                    "net.diag.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "net.diag.ping..", "net.diag.trace..", "net.diag.netstat..", "net.diag.dump..", "net.diag.shell..");

    @ArchTest
    static final ArchRule pingKnowsNoOtherTool = rule("ping", "trace", "netstat", "dump", "shell");

    @ArchTest
    static final ArchRule traceKnowsNoOtherTool = rule("trace", "ping", "netstat", "dump", "shell");

    @ArchTest
    static final ArchRule netstatKnowsNoOtherTool = rule("netstat", "ping", "trace", "dump", "shell");

    @ArchTest
    static final ArchRule dumpKnowsNoOtherTool = rule("dump", "ping", "trace", "netstat", "shell");

    /** The shell takes tools by their service entries, so that a new one comes in without a change. */
    @ArchTest
    static final ArchRule shellNamesNoTool = rule("shell", "ping", "trace", "netstat", "dump");

    private static ArchRule rule(String module, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "net.diag." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("net.diag." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }
}
