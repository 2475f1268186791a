package io.sectorwatch.benchmark.measure;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the numbers depend on. */
public final class Machine {
    /** As many as the JVM may use. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** One line. */
    public static String description() {
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

    /** How many cores have been busy since this was last asked, on average; not a number where the system does not say. */
    public static double busyCores() {
        double load =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getCpuLoad()
                        : -1;
        return load < 0 ? Double.NaN : load * cores();
    }

    private Machine() {}
}
