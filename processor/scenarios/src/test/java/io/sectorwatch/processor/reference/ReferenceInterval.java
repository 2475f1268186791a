package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers a measure may be: a single one, those on one side of an edge, or all. */
record ReferenceInterval(@Nullable Edge lower, @Nullable Edge upper) {
    /** An end of an interval, which may belong to it. */
    record Edge(BigDecimal value, boolean included) {}

    static ReferenceInterval exactly(BigDecimal value) {
        Edge edge = new Edge(value, true);
        return new ReferenceInterval(edge, edge);
    }

    static ReferenceInterval of(BigDecimal value, @Nullable Bound comparator) {
        if (comparator == null) {
            return exactly(value);
        }
        return switch (comparator) {
            case LESS -> new ReferenceInterval(null, new Edge(value, false));
            case AT_MOST -> new ReferenceInterval(null, new Edge(value, true));
            case AT_LEAST -> new ReferenceInterval(new Edge(value, true), null);
            case MORE -> new ReferenceInterval(new Edge(value, false), null);
        };
    }

    ReferenceInterval minus(ReferenceInterval other) {
        return new ReferenceInterval(difference(lower, other.upper), difference(upper, other.lower));
    }

    private static @Nullable Edge difference(@Nullable Edge left, @Nullable Edge right) {
        return left == null || right == null
                ? null
                : new Edge(left.value.subtract(right.value), left.included && right.included);
    }

    ReferenceTruth below(BigDecimal limit) {
        if (upper != null) {
            int order = upper.value.compareTo(limit);
            if (order < 0 || order == 0 && !upper.included) {
                return ReferenceTruth.TRUE;
            }
        }
        return lower != null && lower.value.compareTo(limit) >= 0 ? ReferenceTruth.FALSE : ReferenceTruth.POSSIBLE;
    }

    ReferenceTruth atMost(BigDecimal limit) {
        if (upper != null && upper.value.compareTo(limit) <= 0) {
            return ReferenceTruth.TRUE;
        }
        if (lower != null) {
            int order = lower.value.compareTo(limit);
            if (order > 0 || order == 0 && !lower.included) {
                return ReferenceTruth.FALSE;
            }
        }
        return ReferenceTruth.POSSIBLE;
    }

    /** The number, or the edge where it is an interval; null where every number is possible. */
    @Nullable
    BigDecimal value() {
        Edge edge = lower == null ? upper : lower;
        return edge == null ? null : Numbers.plain(edge.value);
    }

    /** On which side of {@link #value()} the number is; null where it is that number, or any. */
    @Nullable
    Bound comparator() {
        if (lower != null && upper != null) {
            return null;
        }
        if (lower != null) {
            return lower.included ? Bound.AT_LEAST : Bound.MORE;
        }
        if (upper != null) {
            return upper.included ? Bound.AT_MOST : Bound.LESS;
        }
        return null;
    }
}
