package io.sectorwatch.processor.series;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every vintage known of one series, sorted by period and then by the order of vintages, so that the last row of a period
 * is its current one. Kept as numbers, a row's together: millions of vintages must fit a small heap, and be found with few
 * looks at it. A row number is good until the next change.
 *
 * <p>A series of counts is 0 before its first period too: rows below {@link #NONE} are those periods, the nearest first.
 */
public final class SeriesHistory {
    /** No row. */
    public static final int NONE = -1;

    private static final byte WITHDRAWN = -1;
    private static final byte LARGE = -2;
    private static final int FIRST_CAPACITY = 4;
    private static final int DIGITS_OF_A_LONG = 19;

    // What the words of a row are: its period above the number of its origin; its time above the scale of its value;
    // the
    // digits of its value, or the number of a large one.
    private static final int WORDS = 3;
    private static final int PERIOD_AND_ORIGIN = 0;
    private static final int TIME_AND_SCALE = 1;
    private static final int DIGITS = 2;

    private final SeriesKey key;
    private final int number;
    private final Origins origins;
    private int size;
    private long[] words = new long[FIRST_CAPACITY * WORDS];
    private final List<BigDecimal> large = new ArrayList<>(0);
    private final boolean counts;
    private long newest = Long.MIN_VALUE;
    private long corrected = Long.MIN_VALUE;
    private int foldsFrom = Integer.MIN_VALUE;
    private int zeroUpTo = Integer.MIN_VALUE;
    private @Nullable String unit;
    private long unitSince = Long.MIN_VALUE;

    /** An empty one; its number is among the series of its task, and of this run only. */
    public SeriesHistory(SeriesKey key, int number, Origins origins) {
        this.key = key;
        this.number = number;
        this.origins = origins;
        this.counts = Partitions.isDerived(key.indicator());
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

    /** The newest moment at which anything of the series became known, or was corrected; Long.MIN_VALUE without any. */
    public long known() {
        return Math.max(newest, corrected);
    }

    /** Notes that a fact of the series was corrected. */
    public void corrected(long at) {
        corrected = Math.max(corrected, at);
    }

    /** The unit of the newest vintage that has one; where none has any more, of one that is gone; null where none had. */
    public @Nullable String unit() {
        return unit;
    }

    /** Says up to which period a series of counts is known to be 0 where nothing was counted. */
    public void zeroUpTo(int period) {
        zeroUpTo = period;
    }

    /** From which period on the series is to be judged. */
    public int foldsFrom() {
        return foldsFrom;
    }

    /** Says from which period on the series is to be judged; what lies before is only looked back to. */
    public void foldFrom(int period) {
        foldsFrom = period;
    }

    /** Adds a vintage; its row, or -1 where it is known already. */
    public int add(Observation observation) {
        int period = observation.period().ordinal();
        int row = end(period);
        while (row > 0 && period(row - 1) == period) {
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
        noteKnown(row);
        return row;
    }

    /** The row of a vintage; NONE where it is not known. */
    public int find(Observation observation) {
        int period = observation.period().ordinal();
        for (int row = start(period); row < size && period(row) == period; row++) {
            if (compare(row, observation) == 0) {
                return row;
            }
        }
        return NONE;
    }

    /** Takes out a vintage as if it had never been known. */
    public void remove(int row) {
        shift(row + 1, -1);
        size--;
        renoteKnown();
    }

    /** Puts other vintages, in order, in the place of those of a period that were published at a moment or later. */
    public void replace(int period, long published, List<Observation> vintages) {
        int to = end(period);
        int from = to;
        while (from > 0 && period(from - 1) == period && published(from - 1) >= published) {
            from--;
        }
        // The rows of a period are in the order of their time.
        boolean newestGoes = to > from
                && published(to - 1) == newest
                && (vintages.isEmpty()
                        || vintages.get(vintages.size() - 1).published().toEpochMilli() < newest);
        shift(to, from - to);
        size += from - to;
        for (int i = 0; i < vintages.size(); i++) {
            insert(from + i, vintages.get(i));
            noteKnown(from + i);
        }
        if (newestGoes) {
            renoteKnown();
        }
    }

    /** The last period; only where there is a row. */
    public int lastPeriod() {
        return period(size - 1);
    }

    /** First row of a period, or where it would be. */
    public int start(int period) {
        if (size == 0 || period(size - 1) < period) {
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (period(middle) < period) {
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
        if (row < NONE) {
            return period(0) + row + 1;
        }
        return (int) (words[row * WORDS + PERIOD_AND_ORIGIN] >> Integer.SIZE);
    }

    public Period periodOf(int row) {
        return new Period(key.frequency(), period(row));
    }

    public long published(int row) {
        if (row < NONE) {
            return periodOf(row).startsAt().toEpochMilli();
        }
        return words[row * WORDS + TIME_AND_SCALE] >> Byte.SIZE;
    }

    /** The number of a row's origin, of this run only. */
    public int originNumber(int row) {
        return (int) words[Math.max(row, 0) * WORDS + PERIOD_AND_ORIGIN];
    }

    public Origin origin(int row) {
        return origins.get(originNumber(row));
    }

    /** The value of a row; null for a withdrawal. */
    public @Nullable BigDecimal value(int row) {
        if (row < NONE) {
            return BigDecimal.ZERO;
        }
        byte scale = scale(row);
        if (scale == WITHDRAWN) {
            return null;
        }
        long digits = words[row * WORDS + DIGITS];
        return scale == LARGE ? large.get((int) digits) : BigDecimal.valueOf(digits, scale);
    }

    public boolean hasValue(int row) {
        return row < NONE || scale(row) != WITHDRAWN;
    }

    /** The row of the last period up to one that is before the first in which something was counted; else NONE. */
    public int uncountedUpTo(int period) {
        return counts && size > 0 && period < period(0) ? uncounted(Math.min(period, zeroUpTo)) : NONE;
    }

    /** The row of a period before the first in which something was counted; NONE for any other period and series. */
    public int uncounted(int period) {
        return counts && size > 0 && period < period(0) && period <= zeroUpTo ? period - period(0) - 1 : NONE;
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
                Instant.ofEpochMilli(published(row)),
                new Source(from.source(), null, null),
                from.nextRelease());
    }

    private void noteKnown(int row) {
        newest = Math.max(newest, published(row));
        String its = origin(row).unit();
        if (its != null
                && (unit == null
                        || published(row) > unitSince
                        || published(row) == unitSince && its.compareTo(unit) > 0)) {
            unit = its;
            unitSince = published(row);
        }
    }

    private void renoteKnown() {
        String before = unit;
        newest = Long.MIN_VALUE;
        unit = null;
        unitSince = Long.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            noteKnown(row);
        }
        // What is said of figures that are gone is said in their unit.
        unit = unit == null ? before : unit;
    }

    private int compare(int row, Observation other) {
        int order = Long.compare(published(row), other.published().toEpochMilli());
        if (order == 0) {
            order = origin(row).source().compareTo(other.source().id());
        }
        if (order == 0) {
            order = compareValues(value(row), other.value());
        }
        return order == 0 ? compareIds(observation(row), other) : order;
    }

    // An id is a digest, and most facts that come this far are the same one published again.
    private static int compareIds(Observation one, Observation other) {
        return Arrays.equals(IndicatorCodec.identity(one), IndicatorCodec.identity(other))
                ? 0
                : FactId.of(one).compareTo(FactId.of(other));
    }

    private static int compareValues(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }

    private void insert(int row, Observation observation) {
        if (size * WORDS == words.length) {
            words = Arrays.copyOf(words, (size + (size >> 1) + 1) * WORDS);
        }
        shift(row, 1);
        size++;
        byte scale = WITHDRAWN;
        long digits = 0;
        BigDecimal value = observation.value();
        if (value != null && value.precision() < DIGITS_OF_A_LONG) {
            scale = (byte) value.scale();
            // Unlike unscaledValue(), this makes no BigInteger on the way.
            digits = value.scaleByPowerOfTen(value.scale()).longValue();
        } else if (value != null) {
            scale = LARGE;
            digits = large.size();
            large.add(value);
        }
        int origin = origins.number(observation, row > 0 ? originNumber(row - 1) : -1);
        int first = row * WORDS;
        words[first + PERIOD_AND_ORIGIN] =
                (long) observation.period().ordinal() << Integer.SIZE | Integer.toUnsignedLong(origin);
        words[first + TIME_AND_SCALE] =
                observation.published().toEpochMilli() << Byte.SIZE | Byte.toUnsignedLong(scale);
        words[first + DIGITS] = digits;
    }

    private void shift(int from, int by) {
        System.arraycopy(words, from * WORDS, words, (from + by) * WORDS, (size - from) * WORDS);
    }

    private byte scale(int row) {
        return (byte) words[row * WORDS + TIME_AND_SCALE];
    }
}
