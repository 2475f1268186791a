package io.sectorwatch.processor.scenario;

import io.sectorwatch.processor.scenario.Verdict.Outcome;
import io.sectorwatch.processor.scenario.Verdict.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts what was expected beside what was decided. */
final class ExpectationComparison {
    private static final int NONE = -1;

    private final List<Expectation> expected;
    private final List<DecidedTransition> actual;

    private ExpectationComparison(List<Expectation> expected, List<DecidedTransition> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** Each transition must be expected; the order counts per rule and series. */
    static List<Row> inOrder(List<Expectation> expected, List<DecidedTransition> actual) {
        ExpectationComparison comparison = new ExpectationComparison(expected, actual);
        int[] pairs = new Matching(expected, actual).largest();
        if (comparison.isComplete(pairs)) {
            Optional<int[]> ordered = new OrderedMatching(expected, actual).find();
            return ordered.isPresent()
                    ? comparison.rows(ordered.get(), Set.of())
                    : comparison.rows(pairs, comparison.outOfOrder(pairs));
        }
        return comparison.rows(pairs, comparison.outOfOrder(pairs));
    }

    /** Each transition must be expected, in whatever order. */
    static List<Row> inAnyOrder(List<Expectation> expected, List<DecidedTransition> actual) {
        return new ExpectationComparison(expected, actual).rows(new Matching(expected, actual).largest(), Set.of());
    }

    private boolean isComplete(int[] pairs) {
        return expected.size() == actual.size() && Arrays.stream(pairs).noneMatch(pair -> pair == NONE);
    }

    private Set<Integer> outOfOrder(int[] pairs) {
        Set<Integer> outOfOrder = new HashSet<>();
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < i && pairs[i] != NONE; j++) {
                if (pairs[j] > pairs[i]
                        && actual.get(pairs[i])
                                .thread()
                                .equals(actual.get(pairs[j]).thread())) {
                    outOfOrder.add(pairs[i]);
                }
            }
        }
        return outOfOrder;
    }

    private List<Row> rows(int[] pairs, Set<Integer> outOfOrder) {
        int[] expectedOf = new int[actual.size()];
        Arrays.fill(expectedOf, NONE);
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != NONE) {
                expectedOf[pairs[i]] = i;
            }
        }
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] == NONE) {
                missing.add(i);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < actual.size(); i++) {
            Optional<DecidedTransition> told = Optional.of(actual.get(i));
            if (expectedOf[i] != NONE) {
                rows.add(new Row(
                        outOfOrder.contains(i) ? Outcome.OUT_OF_ORDER : Outcome.MATCHES,
                        Optional.of(expected.get(expectedOf[i])),
                        told));
            } else if (missing.isEmpty()) {
                rows.add(new Row(Outcome.UNEXPECTED, Optional.empty(), told));
            } else {
                Integer nearest = nearest(missing, actual.get(i));
                missing.remove(nearest);
                rows.add(new Row(Outcome.DIFFERS, Optional.of(expected.get(nearest)), told));
            }
        }
        missing.forEach(i -> rows.add(new Row(Outcome.MISSING, Optional.of(expected.get(i)), Optional.empty())));
        return rows;
    }

    private Integer nearest(List<Integer> missing, DecidedTransition told) {
        Integer nearest = missing.get(0);
        for (Integer candidate : missing) {
            if (differences(candidate, told) < differences(nearest, told)) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    private int differences(int expectation, DecidedTransition told) {
        return expected.get(expectation).differences(told.transition()).size();
    }
}
