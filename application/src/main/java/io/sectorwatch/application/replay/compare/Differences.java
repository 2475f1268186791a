package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.compare.Finding.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The first of what differs: as many as a person reads. */
public final class Differences implements LogComparison.Taker {
    private static final int SHOWN = 20;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    @Override
    public void take(Finding finding) {
        if (finding.outcome() != Outcome.SAME) {
            count++;
            if (first.size() < SHOWN) {
                first.add(finding);
            }
        }
    }

    public List<Finding> first() {
        return List.copyOf(first);
    }

    /** How many more there are. */
    public long more() {
        return count - first.size();
    }
}
