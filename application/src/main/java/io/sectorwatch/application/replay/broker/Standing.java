package io.sectorwatch.application.replay.broker;

import io.sectorwatch.ingest.fact.FactOrder;
import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.Correction;
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
 * would show it: each indicator in its own partition, all in the order in which they became known, and none at a moment at
 * which something else happens that is read from another topic, since nothing orders the two.
 */
final class Standing {
    private final int partition;
    private final int partitions;
    private final Set<Long> taken;
    private final Map<String, Boolean> placed = new HashMap<>();
    private final Set<Long> ticks = new HashSet<>();
    private @Nullable Message last;
    private long next;
    private boolean inOrder = true;
    private long observations;
    private long policies;

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

    /** The fact at an offset; one that was there before is passed over. */
    synchronized void add(long offset, Message fact) {
        if (offset < next) {
            return;
        }
        next = offset + 1;
        if (fact.equals(last)) {
            return;
        }
        inOrder &= isPlaced(fact) && !isTaken(fact);
        inOrder &= last == null || FactOrder.BY_KNOWLEDGE_TIME.compare(last, fact) <= 0;
        last = fact;
        // What was void from the beginning is told by no partition.
        inOrder &= !(fact instanceof Correction);
        if (fact instanceof AboutFacts) {
            return;
        }
        if (fact instanceof Tick) {
            ticks.add(fact.time().toEpochMilli());
        } else if (fact instanceof PolicyEvent) {
            policies++;
        } else {
            observations++;
        }
    }

    /** Whether it can be read where it is, as far as it has been looked at. */
    synchronized boolean inOrder() {
        return inOrder;
    }

    /** Observations, the same one again left out. */
    synchronized long observations() {
        return observations;
    }

    /** Policy events, the same one again left out. */
    synchronized long policies() {
        return policies;
    }

    /** The moments of the ticks, in milliseconds. */
    synchronized Set<Long> ticks() {
        return Set.copyOf(ticks);
    }

    private boolean isTaken(Message fact) {
        return !taken.isEmpty() && taken.contains(fact.time().toEpochMilli());
    }

    private boolean isPlaced(Message fact) {
        return !(fact instanceof Observation observation)
                || placed.computeIfAbsent(
                        observation.series().indicator(),
                        indicator -> Partitions.of(indicator, partitions) == partition);
    }
}
