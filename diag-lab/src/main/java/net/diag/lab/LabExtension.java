package net.diag.lab;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import net.diag.sys.Users;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests their {@link Lab} and closes it after them; decides whether they can run at all.
 *
 * <p>A lab asked for by a test method or {@code @BeforeEach} lives as long as that test. One asked for by
 * {@code @BeforeAll} or a constructor lives as long as the class, and is then also the one that its tests get.
 */
final class LabExtension implements ParameterResolver, ExecutionCondition {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(LabExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(missing(context), Users.isRoot() || "true".equals(System.getenv("CI")));
    }

    /** Run, skip with a reason, or fail where skipping would hide that nothing was tested. */
    static ConditionEvaluationResult decide(String missing, boolean mustRun) {
        if (missing == null) {
            return ConditionEvaluationResult.enabled("root, and all programs are there");
        }
        if (mustRun) {
            throw new LabException("may not be skipped here, but: " + missing);
        }
        return ConditionEvaluationResult.disabled(missing);
    }

    private static String missing(ExtensionContext context) {
        if (!Users.isRoot()) {
            return "network namespaces need root";
        }
        String[] programs = AnnotationSupport.findAnnotation(context.getElement(), InLab.class)
                .map(InLab::programs)
                .orElse(new String[0]);
        for (String program : programs) {
            if (!isOnPath(program)) {
                return "program not installed: " + program;
            }
        }
        return null;
    }

    private static boolean isOnPath(String program) {
        for (String folder : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes what it holds; a store of a test also sees what its class holds.
        return context.getStore(STORE).getOrComputeIfAbsent(Lab.class, key -> new Lab(), Lab.class);
    }
}
