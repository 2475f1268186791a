package io.sectorwatch.launcher.replay.broker;

import io.sectorwatch.ingest.FactOrder;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one partition as they stand there, and whether a processor that reads them there sees what a sorted history
 * would show it: each indicator in its own partition, all in the order in which they became known, and at no moment at
 * which something else happens that is read from another topic, since nothing orders the two.
 */
final class Standing {
    private final int partition;
    private final int partitions;
    private final Set<Long> taken;
    private final Map<String, Boolean> placed = new HashMap<>();
    private final Set<Long> ticks = new HashSet<>();
    private final Set<Long> policyMoments = new HashSet<>();
    private @Nullable Message last;
    private boolean inOrder = true;
    private long observations;
    private long policies;
    private long newest;

    /**
     * Of a partition, one of so many.
     *
     * @param taken the moments of what is read from other topics, in milliseconds
     */
    Standing(int partition, int partitions, Set<Long> taken) {
        this.partition = partition;
        this.partitions = partitions;
        this.taken = taken;
    }

    /** The next fact of the partition. */
    void add(Message fact) {
        if (fact.equals(last)) {
            return;
        }
        long time = fact.time().toEpochMilli();
        inOrder &= isInPlace(fact) && !taken.contains(time);
        inOrder &= last == null || FactOrder.BY_KNOWLEDGE_TIME.compare(last, fact) <= 0;
        newest = Math.max(newest, time);
        last = fact;
        if (fact instanceof Tick) {
            ticks.add(time);
        } else if (fact instanceof PolicyEvent) {
            policies++;
            policyMoments.add(time);
        } else {
            observations++;
        }
    }

    /** Whether it can be read where it is, as far as it has been looked at. */
    boolean inOrder() {
        return inOrder;
    }

    /** Observations, the same one again left out. */
    long observations() {
        return observations;
    }

    /** Policy events, the same one again left out. */
    long policies() {
        return policies;
    }

    /** The moments of the policy events, in milliseconds. */
    Set<Long> policyMoments() {
        return policyMoments;
    }

    /** The moments of the ticks, in milliseconds. */
    Set<Long> ticks() {
        return ticks;
    }

    /** The newest knowledge time in milliseconds; the epoch without any. */
    long newest() {
        return newest;
    }

    private boolean isInPlace(Message fact) {
        return !(fact instanceof Observation observation)
                || placed.computeIfAbsent(
                        observation.series().indicator(),
                        indicator -> Partitions.of(indicator, partitions) == partition);
    }
}
