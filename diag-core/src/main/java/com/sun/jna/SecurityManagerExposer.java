package com.sun.jna;

/**
 * Stands before JNA's class of the same name on the class path, and keeps {@link SecurityManager} out of the start.
 *
 * <p>JNA looks its own class up by name when {@code Native} is initialised, to find a caller on a Java virtual machine
 * without {@link StackWalker}. That one extends {@code SecurityManager}, whose initialisation walks all modules: 5 ms
 * of a start on JDK 17, for nothing.
 */
final class SecurityManagerExposer {
    SecurityManagerExposer() {}

    /** Never called: every supported version of Java has {@link StackWalker}. */
    Class<?>[] getClassContext() {
        return new Class<?>[0];
    }
}
