package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.workbook.SheetChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person says about the data sets of one kind: which rows are wanted, and which component of them is what. */
public final class Mapping {
    /** What a release says by leaving something out. */
    public enum Holds {
        /** Nothing: it may be any part. */
        PART,
        /** It holds every period of each series in it: one that is missing was withdrawn. */
        SERIES,
        /** It holds all there is: an area that is missing was withdrawn, too. */
        WHOLE
    }

    private final String name;
    private final @Nullable String sheet;
    private final Match match;
    private final Map<String, List<Glob>> where;
    private final Common common;
    private final Kind kind;

    /** What every fact has, of whatever kind. */
    record Common(Field area, SourceFields source, Publication published, Holds holds) {}

    /** Where the source of a fact is taken from. */
    record SourceFields(Field id, Field locator, Field url) {}

    /** What kind of facts the rows are. */
    sealed interface Kind permits ObservationKind, PolicyKind {
        /** Fields that every fact of the kind needs. */
        List<Field> needed();
    }

    Mapping(String name, @Nullable String sheet, Match match, Map<String, List<Glob>> where, Common common, Kind kind) {
        this.name = name;
        this.sheet = sheet;
        this.match = match;
        this.where = Map.copyOf(where);
        this.common = common;
        this.kind = kind;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What a release says by leaving something out. */
    public Holds holds() {
        return common.holds();
    }

    /** Whether all its facts are of the one source that it names. */
    public boolean isOfOneSource() {
        return common.source().id().isConstant();
    }

    /** Whether each row says when it became known, so that the publication as a whole has no such moment. */
    public boolean isPublishedByRow() {
        return common.published().isByRow();
    }

    /** Which columns of a table hold period and figure, where the mapping names them. */
    public Optional<ObservationColumns> columns() {
        return kind instanceof ObservationKind observations ? observations.columns() : Optional.empty();
    }

    /** Which headings of a table are periods. */
    public PeriodHeadings headings() {
        return kind instanceof ObservationKind observations ? observations.headings() : HeadedPeriods.UNSAID;
    }

    /** What is wanted of a workbook. */
    public SheetChoice sheet() {
        return new SheetChoice(sheet, marks().fraction().character());
    }

    /** What it says of the marks in figures. */
    public FigureMarks marks() {
        return kind instanceof ObservationKind observations
                ? observations.value().figures().marks()
                : FigureMarks.UNSAID;
    }

    /** Whether the data set is of the kind that the mapping is for. */
    public boolean fits(DataSet dataSet) {
        return match.fits(dataSet) && missing(dataSet).isEmpty();
    }

    /** Components the mapping cannot do without, and the data set does not have. */
    List<String> missing(DataSet dataSet) {
        Places places = new Places(dataSet);
        List<String> missing = new ArrayList<>();
        for (String component : where.keySet()) {
            if (!places.has(component)) {
                missing.add(component);
            }
        }
        Stream.concat(
                        Stream.of(
                                common.area(),
                                common.source().id(),
                                common.published().row()),
                        kind.needed().stream())
                .filter(field ->
                        !field.from().isEmpty() && field.from().stream().noneMatch(places::has))
                .forEach(field -> missing.add(String.join(" or ", field.from())));
        return missing;
    }

    Map<String, List<Glob>> where() {
        return where;
    }

    Common common() {
        return common;
    }

    Kind kind() {
        return kind;
    }

    @Override
    public String toString() {
        return name;
    }
}
