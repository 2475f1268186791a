package io.sectorwatch.processor.count;

import io.sectorwatch.processor.count.PolicyVersions.Contribution;
import io.sectorwatch.processor.count.PolicyVersions.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One period of a derived series: how its count changed from moment to moment, and by which events. */
final class CountedPeriod {
    private final NavigableMap<Instant, int[]> moments = new TreeMap<>();
    private final NavigableSet<Version> versions = new TreeSet<>();

    /** What a version of a policy that counts, or once counted, does to the count. */
    void apply(List<Contribution> contributions, int times) {
        for (Contribution contribution : contributions) {
            int[] moment = moments.computeIfAbsent(contribution.at(), none -> new int[2]);
            moment[0] += times;
            moment[1] += times * contribution.change();
            if (moment[0] == 0) {
                moments.remove(contribution.at());
            }
        }
    }

    /** The versions that fall into the period. */
    NavigableSet<Version> versions() {
        return versions;
    }

    /** The counts from a moment on, oldest first, where the count before it is known. */
    List<Count> from(Instant moment, int before) {
        List<Count> counts = new ArrayList<>();
        int sum = before;
        for (var change : moments.tailMap(moment, true).entrySet()) {
            sum += change.getValue()[1];
            counts.add(new Count(change.getKey(), sum));
        }
        return counts;
    }

    /** A count, and since when. */
    record Count(Instant at, int events) {}
}
