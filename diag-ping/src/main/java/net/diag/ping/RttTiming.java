package net.diag.ping;

/** Where the two ends of a round-trip time were stamped. */
enum RttTiming {
    /** Both by the kernel: from the driver to the driver. */
    KERNEL("kernel"),
    /** Departure by this program, arrival by the kernel. */
    KERNEL_RECEIVE("kernel-receive"),
    /** Both by this program, by the monotonic clock. */
    USER("user"),
    /** The clock was set while the probe was under way; the step has been taken out. */
    CLOCK_STEP("clock-step");

    private final String word;

    RttTiming(String word) {
        this.word = word;
    }

    /** The value in records. */
    String word() {
        return word;
    }
}
