package io.sectorwatch.processor.scenario;

import java.util.Arrays;
import java.util.List;

/** Finds as many pairs as there can be, by augmenting paths: an expectation gives way if it can be met elsewhere. */
final class Matching {
    private static final int NONE = -1;

    private final List<Expectation> expected;
    private final List<DecidedTransition> actual;
    private final int[] expectedOf;

    Matching(List<Expectation> expected, List<DecidedTransition> actual) {
        this.expected = expected;
        this.actual = actual;
        this.expectedOf = new int[actual.size()];
        Arrays.fill(expectedOf, NONE);
    }

    /** For each expectation the index of what meets it; -1 where nothing does. */
    int[] largest() {
        for (int i = 0; i < expected.size(); i++) {
            place(i, new boolean[actual.size()]);
        }
        int[] pairs = new int[expected.size()];
        Arrays.fill(pairs, NONE);
        for (int i = 0; i < expectedOf.length; i++) {
            if (expectedOf[i] != NONE) {
                pairs[expectedOf[i]] = i;
            }
        }
        return pairs;
    }

    private boolean place(int expectation, boolean[] tried) {
        // Nobody gives way while there is a free one, so that what is in order stays so.
        for (int i = 0; i < tried.length; i++) {
            if (expectedOf[i] == NONE && fits(expectation, i)) {
                expectedOf[i] = expectation;
                return true;
            }
        }
        for (int i = 0; i < tried.length; i++) {
            if (!tried[i] && fits(expectation, i)) {
                tried[i] = true;
                if (place(expectedOf[i], tried)) {
                    expectedOf[i] = expectation;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(int expectation, int told) {
        return expected.get(expectation).matches(actual.get(told).transition());
    }
}
