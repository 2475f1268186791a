package io.sectorwatch.processor.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs every expectation with a transition so that those of one rule and series are met in their order: each expectation
 * in turn takes the next transition of some rule and series.
 */
final class OrderedMatching {
    // Only expectations that name neither rule nor series, and are in the wrong order, come near this.
    private static final int MOST_DEAD_ENDS = 100_000;

    private final List<Expectation> expected;
    private final List<DecidedTransition> actual;
    private final List<List<Integer>> threads;
    private final List<Integer> taken = new ArrayList<>();
    private final Set<List<Integer>> deadEnds = new HashSet<>();
    private final int[] pairs;

    OrderedMatching(List<Expectation> expected, List<DecidedTransition> actual) {
        this.expected = expected;
        this.actual = actual;
        this.pairs = new int[expected.size()];
        Map<String, List<Integer>> byThread = new LinkedHashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            byThread.computeIfAbsent(actual.get(i).thread(), key -> new ArrayList<>())
                    .add(i);
        }
        this.threads = List.copyOf(byThread.values());
        threads.forEach(thread -> taken.add(0));
    }

    /** For each expectation the index of what meets it; empty where they cannot all be met. */
    Optional<int[]> find() {
        return place(0) ? Optional.of(pairs) : Optional.empty();
    }

    private boolean place(int expectation) {
        if (expectation == expected.size()) {
            return true;
        }
        for (int thread = 0; thread < threads.size(); thread++) {
            int next = taken.get(thread);
            if (next == threads.get(thread).size()) {
                continue;
            }
            int candidate = threads.get(thread).get(next);
            if (expected.get(expectation).matches(actual.get(candidate).transition())) {
                pairs[expectation] = candidate;
                taken.set(thread, next + 1);
                if (!deadEnds.contains(taken) && place(expectation + 1)) {
                    return true;
                }
                deadEnds.add(List.copyOf(taken));
                if (deadEnds.size() > MOST_DEAD_ENDS) {
                    return false;
                }
                taken.set(thread, next);
            }
        }
        return false;
    }
}
