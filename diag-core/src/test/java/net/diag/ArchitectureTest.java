package net.diag;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The rules of ARCHITECTURE.md that can be tested on classes. */
@AnalyzeClasses(packages = "net.diag", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each package may use those before it in the table, and no other. */
    @ArchTest
    static final ArchRule PACKAGES_DEPEND_DOWNWARDS = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("sys")
            .definedBy("net.diag.sys..")
            .layer("wire")
            .definedBy("net.diag.wire..")
            .layer("socket")
            .definedBy("net.diag.socket..")
            .layer("netlink")
            .definedBy("net.diag.netlink..")
            .layer("proc")
            .definedBy("net.diag.proc..")
            .layer("capture")
            .definedBy("net.diag.capture..")
            .layer("record")
            .definedBy("net.diag.record..")
            .layer("cli")
            .definedBy("net.diag.cli..")
            .whereLayer("sys")
            .mayNotAccessAnyLayer()
            .whereLayer("wire")
            .mayOnlyAccessLayers("sys")
            .whereLayer("socket")
            .mayOnlyAccessLayers("sys", "wire")
            .whereLayer("netlink")
            .mayOnlyAccessLayers("sys", "wire", "socket")
            .whereLayer("proc")
            .mayOnlyAccessLayers("sys", "wire", "socket", "netlink")
            .whereLayer("capture")
            .mayOnlyAccessLayers("sys", "wire", "socket", "netlink", "proc")
            .whereLayer("record")
            .mayOnlyAccessLayers("sys", "wire", "socket", "netlink", "proc", "capture")
            .whereLayer("cli")
            .mayOnlyAccessLayers("sys", "wire", "socket", "netlink", "proc", "capture", "record");

    /** The expression language is over the record model, not the other way round. */
    @ArchTest
    static final ArchRule RECORDS_KNOW_NO_EXPRESSIONS = noClasses()
            .that()
            .resideInAPackage("net.diag.record")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.diag.record.expr");

    /** {@code System.out} swallows EPIPE, and is another's when a shell hosts the tool. */
    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in");

    /** A hosted tool must not end the shell. */
    @ArchTest
    static final ArchRule ONLY_PROCESS_EXIT_EXITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("net.diag.sys.ProcessExit")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule NATIVE_ONLY_IN_SYS_AND_CAPTURE = noClasses()
            .that()
            .resideOutsideOfPackages("net.diag.sys..", "net.diag.capture..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.sun.jna..", "org.pcap4j..", "jnr.."));

    /** A one-shot tool loads no terminal library: colour needs Jansi's builder alone, a screen its terminal's description. */
    @ArchTest
    static final ArchRule ONLY_PALETTE_AND_TERMINAL_TYPE_USE_JLINE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("net.diag.cli.AnsiPalette")
            .and()
            .doNotHaveFullyQualifiedName("net.diag.cli.TerminalType")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jline.."));

    @ArchTest
    static final ArchRule NO_REFLECTION =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("java.lang.reflect.."));
}
