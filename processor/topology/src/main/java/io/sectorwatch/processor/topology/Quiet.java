package io.sectorwatch.processor.topology;

/** For how long a count has stood still. */
final class Quiet {
    private long seen = -1;
    private int steps;

    /** For how many steps before this one the count was what it is. */
    int stepsAt(long count) {
        steps = count == seen ? steps + 1 : 0;
        seen = count;
        return steps;
    }
}
