package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The largest difference between the current and the preceding figure among the last periods. A figure published again
 * unchanged is no other figure.
 */
public record RevisionKind(int periods, boolean percent, Limit limit) implements MeasureKind {
    static RevisionKind parse(RuleFields fields) {
        return new RevisionKind(
                fields.count("periods", 1, 1),
                fields.choice("as", "difference", "difference", "percent").equals("percent"),
                fields.limit(false));
    }

    @Override
    public String name() {
        return "revision";
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        View own = views.own();
        if (own.valued(period) == View.NONE) {
            return null;
        }
        BigDecimal largest = BigDecimal.ZERO;
        int of = period;
        for (int p = period; p > period - periods; p--) {
            int row = own.valued(p);
            int before = row == View.NONE ? View.NONE : own.previous(row);
            if (row != View.NONE && own.history().origin(row).comparator() != null) {
                return null;
            }
            if (before != View.NONE) {
                BigDecimal size = size(own, row, before);
                if (size == null) {
                    return null;
                }
                if (size.compareTo(largest) > 0) {
                    largest = size;
                    of = p;
                }
            }
        }
        return new Measurement(
                Interval.exact(largest),
                View.NONE,
                of == period ? null : new Period(own.history().key().frequency(), of));
    }

    @Override
    public void inputs(SeriesViews views, int period, BiConsumer<View, Integer> rows) {
        for (int p = period; p > period - periods; p--) {
            int row = views.own().valued(p);
            if (row != View.NONE) {
                rows.accept(views.own(), row);
                int before = views.own().previous(row);
                if (before != View.NONE) {
                    rows.accept(views.own(), before);
                }
            }
        }
    }

    @Override
    public String condition(Wording words) {
        String number = limit.value().toPlainString();
        return "revision " + Wording.limit(limit, percent ? number + " %" : number);
    }

    @Override
    public @Nullable String measured(Interval measure, Wording words) {
        BigDecimal number = measure.number();
        return number == null ? null : "a revision of " + Rounded.of(number) + (percent ? " %" : "");
    }

    private @Nullable BigDecimal size(View own, int row, int before) {
        BigDecimal value = Arithmetic.exact(own, row);
        BigDecimal previous = Arithmetic.exact(own, before);
        if (value == null || previous == null) {
            return null;
        }
        BigDecimal difference = value.subtract(previous).abs();
        if (!percent) {
            return difference;
        }
        return previous.signum() <= 0 ? null : Arithmetic.quotient(difference.multiply(Arithmetic.HUNDRED), previous);
    }
}
