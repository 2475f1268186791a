package io.sectorwatch.processor.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The figures of one series in a release, each by its period and the number of its origin: eight bytes for each of a million. */
final class TouchedFigures {
    private long[] entries = new long[1];
    private int size;

    void add(int period, int origin) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size + (size >> 1) + 1);
        }
        long entry = entry(period, origin);
        int at = size;
        while (at > 0 && entries[at - 1] > entry) {
            entries[at] = entries[at - 1];
            at--;
        }
        entries[at] = entry;
        size++;
    }

    /** How many figures of a period come from an origin. */
    int count(int period, int origin) {
        long entry = entry(period, origin);
        int at = Arrays.binarySearch(entries, 0, size, entry);
        if (at < 0) {
            return 0;
        }
        int count = 1;
        for (int before = at - 1; before >= 0 && entries[before] == entry; before--) {
            count++;
        }
        for (int behind = at + 1; behind < size && entries[behind] == entry; behind++) {
            count++;
        }
        return count;
    }

    /** Goes over the periods with a figure, each once. */
    void forEachPeriod(IntConsumer taker) {
        for (int i = 0; i < size; i++) {
            int period = period(i);
            if (i == 0 || period(i - 1) != period) {
                taker.accept(period);
            }
        }
    }

    private int period(int index) {
        return (int) (entries[index] >> Integer.SIZE);
    }

    private static long entry(int period, int origin) {
        return (long) period << Integer.SIZE | Integer.toUnsignedLong(origin);
    }
}
