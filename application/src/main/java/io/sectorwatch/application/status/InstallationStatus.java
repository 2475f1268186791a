package io.sectorwatch.application.status;

import io.sectorwatch.application.replay.StrayCorrection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an installation stands.
 *
 * @param lastWritten by the clock of the processor, when the newest transition was; null where there is none
 * @param letters null where their topic is missing, or nobody has looked
 * @param rulesWithoutSeries ids of rules in effect that watch nothing; null where nobody has looked
 * @param strayCorrections those that count for nothing; null where nobody has looked
 * @param missingTopics names of topics that have to be there
 * @param topicDifferences a line for each setting of topics that is not as it must be
 */
public record InstallationStatus(
        Deciding deciding,
        ProcessorGroup group,
        List<PartitionProgress> partitions,
        @Nullable Instant lastWritten,
        @Nullable LettersStanding letters,
        @Nullable List<String> rulesWithoutSeries,
        @Nullable List<StrayCorrection> strayCorrections,
        List<String> missingTopics,
        List<String> topicDifferences) {
    public InstallationStatus {
        partitions = List.copyOf(partitions);
        rulesWithoutSeries = rulesWithoutSeries == null ? null : List.copyOf(rulesWithoutSeries);
        strayCorrections = strayCorrections == null ? null : List.copyOf(strayCorrections);
        missingTopics = List.copyOf(missingTopics);
        topicDifferences = List.copyOf(topicDifferences);
    }

    /** Whether nothing is wrong. Dead letters, rules without a series and stray corrections are news, and no faults of the installation. */
    public boolean isWell() {
        return deciding.isWell() && missingTopics.isEmpty() && topicDifferences.isEmpty();
    }

    /** How many offsets are left to decide. */
    public long behind() {
        return partitions.stream().mapToLong(PartitionProgress::behind).sum();
    }

    /** The newest knowledge time that is decided; null where nothing is. */
    public @Nullable Instant newestDecided() {
        Instant newest = null;
        for (PartitionProgress partition : partitions) {
            Instant its = partition.newestDecided();
            if (its != null && (newest == null || its.isAfter(newest))) {
                newest = its;
            }
        }
        return newest;
    }
}
