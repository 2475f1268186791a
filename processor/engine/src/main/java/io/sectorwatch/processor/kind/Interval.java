package io.sectorwatch.processor.kind;

import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where the true measure lies: at one number, on one side of it, or anywhere.
 *
 * @param number null where the measure may be anything
 * @param bound null for an exact number
 */
public record Interval(
        @Nullable BigDecimal number, @Nullable Bound bound) {
    private static final Interval ANYTHING = new Interval(null, null);

    /** One exact number, brought to its canonical form. */
    public static Interval exact(BigDecimal number) {
        return new Interval(Decimals.computed(number), null);
    }

    public boolean isExact() {
        return number != null && bound == null;
    }

    /** Where the difference lies. */
    public Interval minus(Interval other) {
        if (number == null || other.number == null) {
            return ANYTHING;
        }
        BigDecimal difference = Decimals.computed(number.subtract(other.number));
        if (other.bound == null) {
            return new Interval(difference, bound);
        }
        Bound mirrored = mirror(other.bound);
        if (bound == null || bound == mirrored) {
            return new Interval(difference, mirrored);
        }
        return upward(bound) == upward(mirrored)
                ? new Interval(difference, upward(bound) ? Bound.MORE : Bound.LESS)
                : ANYTHING;
    }

    /** Whether it is on the given side of a limit. */
    public Truth is(Limit.Side side, BigDecimal limit) {
        if (number == null) {
            return Truth.POSSIBLE;
        }
        int order = number.compareTo(limit);
        if (bound == null) {
            return holds(side, order) ? Truth.TRUE : Truth.FALSE;
        }
        boolean upward = upward(bound);
        boolean open = bound == Bound.MORE || bound == Bound.LESS;
        boolean wantsMore = !side.downward();
        if (upward == wantsMore) {
            boolean all = order == 0 ? open || holds(side, 0) : upward == order > 0;
            return all ? Truth.TRUE : Truth.POSSIBLE;
        }
        boolean none = order == 0 ? open || !holds(side, 0) : upward == order > 0;
        return none ? Truth.FALSE : Truth.POSSIBLE;
    }

    /** The comparison that ends what this one began. */
    public static Limit.Side opposite(Limit.Side side) {
        return switch (side) {
            case BELOW -> Limit.Side.AT_LEAST;
            case AT_MOST -> Limit.Side.ABOVE;
            case ABOVE -> Limit.Side.AT_MOST;
            case AT_LEAST -> Limit.Side.BELOW;
        };
    }

    private static boolean holds(Limit.Side side, int order) {
        return switch (side) {
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static boolean upward(Bound bound) {
        return bound == Bound.MORE || bound == Bound.AT_LEAST;
    }

    private static Bound mirror(Bound bound) {
        return switch (bound) {
            case LESS -> Bound.MORE;
            case AT_MOST -> Bound.AT_LEAST;
            case AT_LEAST -> Bound.AT_MOST;
            case MORE -> Bound.LESS;
        };
    }
}
