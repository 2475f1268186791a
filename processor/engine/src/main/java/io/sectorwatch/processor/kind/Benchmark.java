package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.series.Codes;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The series that others are compared with, and how old its figure may be.
 *
 * @param maxLag how long before the end of a period the benchmark's period may have ended
 */
public record Benchmark(ComparedSeries series, Period maxLag) {

    static Benchmark parse(RuleFields fields) {
        RuleFields to = fields.object("to");
        ComparedSeries series = new ComparedSeries(
                to.code("area", Codes::area),
                to.optionalCode("indicator", Codes::indicator),
                to.optionalCode("sector", Codes::sector),
                to.optionalCodes("sources", id -> Codes.id("source", id)),
                false);
        to.noOthers();
        return new Benchmark(series, fields.duration("maxLag", Period.ZERO));
    }

    String area() {
        return series.area();
    }

    /** Row of the benchmark's figure for a period; View.NONE where there is none that is recent enough. */
    public int row(SeriesViews views, int period) {
        View benchmark = views.others().get(0);
        int row = benchmark.valuedUpTo(period);
        if (row == View.NONE || benchmark.history().period(row) == period) {
            return row;
        }
        if (maxLag.isZero()) {
            return View.NONE;
        }
        io.sectorwatch.schemas.series.Period own = new io.sectorwatch.schemas.series.Period(
                benchmark.history().key().frequency(), period);
        return own.end().isAfter(benchmark.history().periodOf(row).end().plus(maxLag)) ? View.NONE : row;
    }

    /** The distance of the value of a period to the benchmark; null where one of them is not known. */
    public @Nullable Interval gap(SeriesViews views, int period) {
        Interval value = Arithmetic.interval(views.own(), views.own().current(period));
        Interval other =
                value == null ? null : Arithmetic.interval(views.others().get(0), row(views, period));
        return value == null || other == null ? null : value.minus(other);
    }
}
