package io.sectorwatch.benchmark.delivering;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How long each fact takes from the broker's acknowledgement to the request that tells of it, in nanoseconds. */
final class Delays {
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final AtomicLong twice = new AtomicLong();

    /** The broker has a fact of a series. */
    void acknowledged(String series, long at) {
        acknowledged.put(series, at);
    }

    /** A request has come that tells of it. */
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

    /** Those of series that were acknowledged at a time or later, the shortest first. */
    long[] since(long from) {
        return told.entrySet().stream()
                .filter(its -> acknowledged.getOrDefault(its.getKey(), Long.MIN_VALUE) - from >= 0)
                // The request may overtake the acknowledgement.
                .mapToLong(its -> Math.max(0, its.getValue() - acknowledged.getOrDefault(its.getKey(), its.getValue())))
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
