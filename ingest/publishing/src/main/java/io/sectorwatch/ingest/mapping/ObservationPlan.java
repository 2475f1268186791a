package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.BoundedFigure;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.json.Century;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes observations. */
final class ObservationPlan implements RowPlan {
    /** SDMX's CL_UNIT_MULT ends at 15. */
    private static final int LARGEST_MULTIPLIER = 30;

    private final boolean deletes;
    private final Provenance provenance;
    private final SeriesKeys keys = new SeriesKeys();
    private final Column<String> area;
    private final Column<String> indicator;
    private final Column<String> sector;
    private final Column<String> unit;
    private final Column<Bound> comparator;
    private final Column<LocalDate> nextRelease;
    private final StatusColumn status;
    private final PeriodColumn period;
    private final int value;
    private final Figures figures;
    private final Column<Integer> multiplier;

    ObservationPlan(Mapping.Common common, ObservationKind kind, DataSet dataSet, Moment moment) {
        Places places = new Places(dataSet);
        this.deletes = dataSet.action() == DataSet.Action.DELETE;
        this.provenance = new Provenance(common, places, moment);
        this.area = common.area().column("area", places, Codes::area);
        this.indicator = kind.indicator().column("indicator", places, Forms::indicator);
        this.sector = kind.sector().column("sector", places, Codes::sector);
        this.unit = kind.unit().column("unit", places, Forms::unit);
        this.comparator = kind.comparator().column("comparator", places, Bound::of);
        this.nextRelease = kind.nextRelease().column("nextRelease", places, Forms::day);
        this.status = new StatusColumn(kind.status(), places);
        this.period = PeriodColumn.besideFrequency("period", kind.period(), places);
        int named = places.of(kind.value().from());
        this.value = named >= 0 ? named : places.of(DataSet.OBS_VALUE);
        this.figures = kind.value().figures();
        this.multiplier = kind.value().power().column("value", places, ObservationPlan::multiplier);
    }

    @Override
    public @Nullable Observation fact(Row row, @Nullable Instant ofPublication) {
        Reading<Period> when = period.of(row);
        Reading<String> where = area.of(row);
        Reading<String> what = indicator.of(row);
        Reading<String> inSector = sector.of(row);
        Reading<String> inUnit = unit.of(row);
        Reading<List<String>> codes = status.of(row);
        if (codes.complaint() != null && isMissing(row)) {
            codes = status.ofMissing(row);
        }
        Reading<Bound> bound = comparator.of(row);
        Reading<LocalDate> next = nextRelease.of(row);
        if (when.isUnwanted()
                || where.isUnwanted()
                || what.isUnwanted()
                || inSector.isUnwanted()
                || inUnit.isUnwanted()
                || codes.isUnwanted()
                || bound.isUnwanted()
                || next.isUnwanted()
                || provenance.isUnwanted(row)) {
            return null;
        }
        Period known = when.required("period");
        Instant published = provenance.published(row, ofPublication);
        Century.check(known, published);
        @Nullable BoundedFigure bounded = deletes ? null : bounded(text(row));
        BigDecimal figure = deletes ? null : figure(row, bounded == null ? text(row) : bounded.figure());
        return new Observation(
                keys.of(
                        what.required("indicator"),
                        where.required("area"),
                        inSector.required("sector"),
                        known.frequency()),
                known,
                figure,
                figure == null ? null : bounded == null ? bound.optional() : Bound.of(bounded.sign()),
                inUnit.optional(),
                status(figure, codes.required("status")),
                published,
                provenance.source(row),
                next.optional());
    }

    @Override
    public @Nullable String misread() {
        return period.complaint();
    }

    private boolean isMissing(Row row) {
        try {
            return figures.parse(deletes ? null : text(row)) == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable String text(Row row) {
        return value < 0 ? null : row.get(value);
    }

    // What the row says of its own figure counts before what the mapping says of all.
    private @Nullable BoundedFigure bounded(@Nullable String text) {
        return text != null && figures.marks().bounded() ? BoundedFigure.of(text) : null;
    }

    private @Nullable BigDecimal figure(Row row, @Nullable String text) {
        try {
            Integer power = text == null ? null : multiplier.of(row).optional();
            return power == null || power == 0
                    ? figures.parse(text)
                    : scaled(figures, power).parse(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()));
        }
    }

    private static Figures scaled(Figures figures, int power) {
        return new Figures(figures.marks(), figures.missing(), figures.factor().scaleByPowerOfTen(power));
    }

    private static List<String> status(@Nullable BigDecimal figure, List<String> codes) {
        if (figure == null) {
            return StatusColumn.ofMissing(codes);
        }
        if (codes.contains("M") || codes.contains("O")) {
            throw new MalformedMessageException(
                    "a figure with the status of a missing one (" + String.join(", ", codes) + ")");
        }
        return codes;
    }

    private static Integer multiplier(String text) {
        try {
            int power = Integer.parseInt(text);
            if (Math.abs(power) <= LARGEST_MULTIPLIER) {
                return power;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for one that is too large.
        }
        throw new IllegalArgumentException("'" + text + "' is no power of ten to multiply figures with");
    }
}
