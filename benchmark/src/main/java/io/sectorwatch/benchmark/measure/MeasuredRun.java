package io.sectorwatch.benchmark.measure;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one run of a job took.
 *
 * @param startSeconds from the start of its process until it was given its partitions
 * @param seconds from then until its last event was committed
 * @param cpuSeconds over the same time and on to the last commit of all, which what follows from the events may have put off
 * @param peakMemory in bytes, of the whole process
 * @param othersCores how many cores were busy with anything but the job and its broker: near 0 for a run to be believed
 */
public record MeasuredRun(
        double startSeconds,
        double seconds,
        OptionalDouble cpuSeconds,
        OptionalLong peakMemory,
        OptionalDouble othersCores) {}
