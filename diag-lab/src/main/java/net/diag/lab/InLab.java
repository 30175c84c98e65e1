package net.diag.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class, or a method, that runs in the test bed and may take a {@link Lab} as a parameter.
 *
 * <p>It needs root. Without, it is skipped, with the reason; unless {@code CI=true} is set in the environment: then it
 * fails, for a build server that skips its tests proves nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
@ExtendWith(LabExtension.class)
public @interface InLab {
    /**
     * Programs that must be on the PATH. Where one is missing the test fails if it may not be skipped (root, or
     * {@code CI=true}), and is skipped otherwise.
     */
    String[] programs() default {};
}
