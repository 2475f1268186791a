package io.sectorwatch.benchmark.plan;

import io.sectorwatch.benchmark.history.Workload;
import java.util.List;

/**
 * What is to be measured, and how.
 *
 * @param plain whether the history comes without CloudEvents headers
 * @param runs rounds, each of which runs every job once
 * @param jvmOptions of the jobs
 */
public record BenchmarkPlan(
        Workload workload, boolean plain, int runs, int partitions, int threads, List<String> jvmOptions) {}
