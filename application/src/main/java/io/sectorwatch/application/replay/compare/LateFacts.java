package io.sectorwatch.application.replay.compare;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts that stand in their partition behind others that became known later, so that the live processor decided without
 * them for a while. Of each series the earliest is kept.
 */
public final class LateFacts {
    private static final String RANK = "rank";

    private final Map<Object, Long> newest = new HashMap<>();
    private final Map<Object, Long> earliest = new HashMap<>();

    // Ranks compare across areas, and counts are made from policies.
    private record Peers(String indicator, String sector) {}

    private record Counted(String area, String sector) {}

    /** The next fact of a partition. */
    public void add(Object partition, Message fact) {
        if (fact instanceof Tick) {
            // That time has passed makes no figure late.
            return;
        }
        long time = fact.time().toEpochMilli();
        long before = newest.getOrDefault(partition, Long.MIN_VALUE);
        if (time >= before) {
            newest.put(partition, time);
        } else if (fact instanceof Observation observation) {
            late(observation.series(), time);
            late(
                    new Peers(
                            observation.series().indicator(),
                            observation.series().sector()),
                    time);
        } else if (fact instanceof PolicyEvent policy) {
            List<String> sectors = policy.sectors();
            sectors.forEach(sector -> late(new Counted(policy.area(), sector), time));
        }
    }

    /** Whether a decision may have been made without one of them, or again because of it. */
    public boolean concern(Transition transition) {
        SeriesKey own = transition.series();
        boolean concerned = isLate(own, transition);
        if (transition.benchmark() != null && transition.benchmark().series() != null) {
            concerned |= isLate(transition.benchmark().series(), transition);
        }
        if (transition.measure().kind().equals(RANK)) {
            concerned |= earliest(new Peers(own.indicator(), own.sector())) <= time(transition);
        }
        return concerned;
    }

    private boolean isLate(SeriesKey series, Transition transition) {
        Object key = Partitions.isDerived(series.indicator()) ? new Counted(series.area(), series.sector()) : series;
        return earliest(key) <= time(transition);
    }

    private long earliest(Object key) {
        return earliest.getOrDefault(key, Long.MAX_VALUE);
    }

    private void late(Object key, long time) {
        earliest.merge(key, time, Math::min);
    }

    private static long time(Transition transition) {
        return transition.decidedAt().toEpochMilli();
    }
}
