package io.sectorwatch.benchmark.telling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How long each fact takes from a moment, such as the broker's acknowledgement, until it is told, in nanoseconds. */
final class Delays {
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final AtomicLong twice = new AtomicLong();

    /** From here on it takes the time of the fact of a series. */
    void begun(String series, long at) {
        begun.put(series, at);
    }

    /** It has been told. */
    void told(String series, long at) {
        if (told.putIfAbsent(series, at) != null) {
            twice.incrementAndGet();
        }
    }

    /** How many were told. */
    int told() {
        return told.size();
    }

    /** How many were told more than once. */
    long twice() {
        return twice.get();
    }

    /** Those that began at a time or later, the shortest first. */
    long[] since(long from) {
        return told.entrySet().stream()
                .filter(its -> begun.getOrDefault(its.getKey(), Long.MIN_VALUE) - from >= 0)
                // What is told may overtake the acknowledgement.
                .mapToLong(its -> Math.max(0, its.getValue() - begun.getOrDefault(its.getKey(), its.getValue())))
                .sorted()
                .toArray();
    }

    /** That which so many of a thousand do not exceed, in milliseconds. */
    static double perMille(long[] sorted, int share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) sorted.length * share / 1000)] / 1e6;
    }
}
