package io.sectorwatch.benchmark.plan;

import io.sectorwatch.benchmark.history.Workload;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured, and how.
 *
 * @param plain whether the history comes without CloudEvents headers
 * @param runs rounds, each of which runs every job once
 * @param jvmOptions of the jobs
 * @param against another build of Sectorwatch, to run in place of the plain copy
 * @param releases whether the history comes as releases, and is compared with the same history figure by figure
 */
public record BenchmarkPlan(
        Workload workload,
        boolean plain,
        int runs,
        int partitions,
        int threads,
        List<String> jvmOptions,
        @Nullable Path against,
        boolean releases) {
    /** What the job is called that this build is compared with. */
    public String other() {
        return releases ? "figure by figure" : against == null ? "plain copy" : "other build";
    }
}
