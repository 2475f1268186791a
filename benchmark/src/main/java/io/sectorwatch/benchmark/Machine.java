package io.sectorwatch.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the numbers depend on. */
final class Machine {
    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** One line. */
    static String description() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GB, JDK %s, %s",
                cores(),
                System.getProperty("os.arch"),
                memory / 1e9,
                System.getProperty("java.version"),
                System.getProperty("os.name"));
    }

    private Machine() {}
}
