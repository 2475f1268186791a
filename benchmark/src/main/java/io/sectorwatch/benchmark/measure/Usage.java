package io.sectorwatch.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the system says that a process has used. */
public record Usage(ProcessHandle process) {
    private static final String PEAK = "VmHWM:";

    /** User and system time in seconds, to a hundredth; empty where the system does not say. */
    public OptionalDouble cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> OptionalDouble.of(millis / 1000.0))
                .orElse(OptionalDouble.empty());
    }

    /** The most memory it has had resident, in bytes; empty where there is no /proc. */
    public OptionalLong peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
