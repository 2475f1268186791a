package io.sectorwatch.processor.series;

import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every vintage known of one series, sorted by period and then by the order of vintages, so that the last row of a period
 * is its current one. Kept in columns: millions of vintages must fit a small heap. A row number is good until the next
 * change.
 */
public final class SeriesHistory {
    private static final byte WITHDRAWN = -1;
    private static final byte LARGE = -2;
    private static final int FIRST_CAPACITY = 4;
    private static final int DIGITS_OF_A_LONG = 19;

    private final SeriesKey key;
    private final int number;
    private final Origins origins;
    private int size;
    private int[] periods = new int[FIRST_CAPACITY];
    private long[] published = new long[FIRST_CAPACITY];
    private long[] unscaled = new long[FIRST_CAPACITY];
    private byte[] scales = new byte[FIRST_CAPACITY];
    private int[] origin = new int[FIRST_CAPACITY];
    private final List<BigDecimal> large = new ArrayList<>(0);
    private long newest = Long.MIN_VALUE;

    /** An empty one; its number is among the series of its task, and of this run only. */
    public SeriesHistory(SeriesKey key, int number, Origins origins) {
        this.key = key;
        this.number = number;
        this.origins = origins;
    }

    public SeriesKey key() {
        return key;
    }

    public int number() {
        return number;
    }

    public int size() {
        return size;
    }

    /** The newest knowledge time of the series' own vintages; Long.MIN_VALUE without any. */
    public long newest() {
        return newest;
    }

    /** Adds a vintage; its row, or -1 where it is known already. */
    public int add(Observation observation) {
        int period = observation.period().ordinal();
        int row = end(period);
        while (row > 0 && periods[row - 1] == period) {
            int order = compare(row - 1, observation);
            if (order == 0) {
                return -1;
            }
            if (order < 0) {
                break;
            }
            row--;
        }
        insert(row, observation);
        newest = Math.max(newest, published[row]);
        return row;
    }

    /** Puts other vintages, in order, in the place of those of a period. */
    public void replace(int period, List<Observation> vintages) {
        int from = start(period);
        int to = end(period);
        shift(to, from - to);
        size += from - to;
        for (int i = 0; i < vintages.size(); i++) {
            insert(from + i, vintages.get(i));
            newest = Math.max(newest, published[from + i]);
        }
    }

    /** The last period; only where there is a row. */
    public int lastPeriod() {
        return periods[size - 1];
    }

    /** First row of a period, or where it would be. */
    public int start(int period) {
        if (size == 0 || periods[size - 1] < period) {
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (periods[middle] < period) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The row after the last of a period. */
    public int end(int period) {
        return period == Integer.MAX_VALUE ? size : start(period + 1);
    }

    public int period(int row) {
        return periods[row];
    }

    public Period periodOf(int row) {
        return new Period(key.frequency(), periods[row]);
    }

    public long published(int row) {
        return published[row];
    }

    /** The number of a row's origin, of this run only. */
    public int originNumber(int row) {
        return origin[row];
    }

    public Origin origin(int row) {
        return origins.get(origin[row]);
    }

    /** The value of a row; null for a withdrawal. */
    public @Nullable BigDecimal value(int row) {
        byte scale = scales[row];
        if (scale >= 0) {
            return BigDecimal.valueOf(unscaled[row], scale);
        }
        return scale == WITHDRAWN ? null : large.get((int) unscaled[row]);
    }

    public boolean hasValue(int row) {
        return scales[row] != WITHDRAWN;
    }

    /** The vintage of a row, without its place in the publication. */
    public Observation observation(int row) {
        Origin from = origin(row);
        return new Observation(
                key,
                periodOf(row),
                value(row),
                from.comparator(),
                from.unit(),
                from.status(),
                Instant.ofEpochMilli(published[row]),
                new Source(from.source(), null, null),
                from.nextRelease());
    }

    /** Compares two rows, of any periods, in the order of vintages. */
    public int order(int row, int other) {
        return compare(row, observation(other));
    }

    private int compare(int row, Observation other) {
        int order = Long.compare(published[row], other.published().toEpochMilli());
        if (order == 0) {
            order = origin(row).source().compareTo(other.source().id());
        }
        if (order == 0) {
            order = compareValues(value(row), other.value());
        }
        return order == 0
                ? Arrays.compareUnsigned(IndicatorCodec.identity(observation(row)), IndicatorCodec.identity(other))
                : order;
    }

    private static int compareValues(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }

    private void insert(int row, Observation observation) {
        if (size == periods.length) {
            grow(size + (size >> 1) + 1);
        }
        shift(row, 1);
        size++;
        periods[row] = observation.period().ordinal();
        published[row] = observation.published().toEpochMilli();
        origin[row] = origins.number(observation, row > 0 ? origin[row - 1] : -1);
        BigDecimal value = observation.value();
        if (value == null) {
            scales[row] = WITHDRAWN;
        } else if (value.precision() < DIGITS_OF_A_LONG) {
            scales[row] = (byte) value.scale();
            // Unlike unscaledValue(), this makes no BigInteger on the way.
            unscaled[row] = value.scaleByPowerOfTen(value.scale()).longValue();
        } else {
            scales[row] = LARGE;
            unscaled[row] = large.size();
            large.add(value);
        }
    }

    private void shift(int from, int by) {
        int count = size - from;
        if (count > 0 && by != 0) {
            System.arraycopy(periods, from, periods, from + by, count);
            System.arraycopy(published, from, published, from + by, count);
            System.arraycopy(unscaled, from, unscaled, from + by, count);
            System.arraycopy(scales, from, scales, from + by, count);
            System.arraycopy(origin, from, origin, from + by, count);
        }
    }

    private void grow(int capacity) {
        periods = Arrays.copyOf(periods, capacity);
        published = Arrays.copyOf(published, capacity);
        unscaled = Arrays.copyOf(unscaled, capacity);
        scales = Arrays.copyOf(scales, capacity);
        origin = Arrays.copyOf(origin, capacity);
    }
}
