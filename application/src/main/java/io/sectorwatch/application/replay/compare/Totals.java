package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.compare.Finding.Cause;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many findings there are, by rule, outcome and cause. */
public final class Totals implements LogComparison.Taker {
    private final SortedMap<String, Map<Outcome, Long>> byRule = new TreeMap<>();
    private final Map<Cause, Long> byCause = new EnumMap<>(Cause.class);
    private final Map<Outcome, Long> all = new EnumMap<>(Outcome.class);

    @Override
    public void take(Finding finding) {
        all.merge(finding.outcome(), 1L, Long::sum);
        byRule.computeIfAbsent(finding.either().rule(), rule -> new EnumMap<>(Outcome.class))
                .merge(finding.outcome(), 1L, Long::sum);
        if (finding.cause() != null) {
            byCause.merge(finding.cause(), 1L, Long::sum);
        }
    }

    public SortedMap<String, Map<Outcome, Long>> byRule() {
        return byRule;
    }

    public long of(Cause cause) {
        return byCause.getOrDefault(cause, 0L);
    }

    public long of(Outcome outcome) {
        return all.getOrDefault(outcome, 0L);
    }

    /** Whether nothing differs. */
    public boolean allSame() {
        return byCause.isEmpty();
    }
}
