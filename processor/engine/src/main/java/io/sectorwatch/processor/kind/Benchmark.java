package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The series that others are compared with, and how old its figure may be.
 *
 * @param indicator null for the one of the series compared with it; so for the sector
 * @param maxLag how long before the end of a period the benchmark's period may have ended
 */
public record Benchmark(
        String area,
        @Nullable String indicator,
        @Nullable String sector,
        @Nullable List<String> trust,
        Period maxLag) {

    static Benchmark parse(RuleFields fields) {
        RuleFields to = fields.object("to");
        Benchmark benchmark = new Benchmark(
                to.code("area", Codes::area),
                to.optionalCode("indicator", Codes::indicator),
                to.optionalCode("sector", Codes::sector),
                to.optionalCodes("sources", id -> Codes.id("source", id)),
                fields.duration("maxLag", Period.ZERO));
        to.noOthers();
        return benchmark;
    }

    ComparedSeries of(SeriesKey series) {
        SeriesKey other = new SeriesKey(
                indicator == null ? series.indicator() : indicator,
                area,
                sector == null ? series.sector() : sector,
                series.frequency());
        return new ComparedSeries(other, trust);
    }

    /** Row of the benchmark's figure for a period; View.NONE where there is none that is recent enough. */
    public int row(SeriesViews lens, int period) {
        View benchmark = lens.others().get(0);
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
    public @Nullable Interval gap(SeriesViews lens, int period) {
        Interval value = Arithmetic.interval(lens.own(), lens.own().current(period));
        Interval other =
                value == null ? null : Arithmetic.interval(lens.others().get(0), row(lens, period));
        return value == null || other == null ? null : value.minus(other);
    }
}
