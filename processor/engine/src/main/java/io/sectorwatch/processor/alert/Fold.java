package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Truth;

/**
 * What one rule made of the known periods of one series, taken in their order so far. It knows periods by their ordinals
 * and conditions by their truth, and nothing else.
 */
final class Fold {
    /** No period. */
    static final int NONE = Integer.MIN_VALUE;

    private boolean active;
    private int since = NONE;
    private int last = NONE;
    private int streak;
    private int streakFirst = NONE;
    private int endedFirst = NONE;
    private int endedLast = NONE;
    private int clearedAt = NONE;

    /**
     * Takes the next period whose measure is defined.
     *
     * @param wanted in how many periods in a row the condition must hold
     * @param raisesOnPossible whether a possible condition raises; otherwise it is passed over while inactive
     */
    void step(int period, Truth condition, Truth clearing, int wanted, boolean raisesOnPossible) {
        if (active) {
            if (clearing == Truth.TRUE) {
                active = false;
                endedFirst = since;
                endedLast = last;
                clearedAt = period;
                streak = 0;
            } else {
                last = period;
            }
            return;
        }
        if (condition == Truth.POSSIBLE && !raisesOnPossible) {
            return;
        }
        if (condition == Truth.FALSE) {
            streak = 0;
            return;
        }
        if (streak == 0) {
            streakFirst = period;
        }
        streak++;
        if (streak >= wanted) {
            active = true;
            since = streakFirst;
            last = period;
        }
    }

    /** Makes it what another is. */
    void set(Fold other) {
        active = other.active;
        since = other.since;
        last = other.last;
        streak = other.streak;
        streakFirst = other.streakFirst;
        endedFirst = other.endedFirst;
        endedLast = other.endedLast;
        clearedAt = other.clearedAt;
    }

    /** Whether an episode is open. */
    boolean active() {
        return active;
    }

    /** First period of the open episode. */
    int since() {
        return since;
    }

    /** Last period of the open episode. */
    int last() {
        return last;
    }

    /** The latest episode that has ended; its periods are NONE where there is none. */
    Ended ended() {
        return new Ended(endedFirst, endedLast, clearedAt);
    }

    /** An episode that has ended, and the period that ended it. */
    record Ended(int first, int last, int clearedAt) {
        boolean overlaps(int from, int to) {
            return first != NONE && first <= to && last >= from;
        }
    }
}
