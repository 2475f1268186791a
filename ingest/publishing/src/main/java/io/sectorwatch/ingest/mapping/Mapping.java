package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureHeadings;
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
        /** Fields that a reader gives under SDMX's names, where it can be told what they are called. */
        List<Field> renamed();

        /** Fields that every fact of the kind needs. */
        List<Field> needed();

        /** Fields that a fact can do without, unless the mapping says where they are. */
        List<Field> named();

        /** Those of them of which a publication that lists no components may have nothing to say. */
        List<Field> silent();
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
        if (!(kind instanceof ObservationKind observations)) {
            return Optional.empty();
        }
        return isHeaded() ? observations.periodColumn() : observations.columns();
    }

    /** Which headings of a table say of what the figures below them are; empty where none does. */
    public Optional<FigureHeadings> figureHeadings() {
        return isHeaded() ? Optional.of(HeadedFigures.of(this)) : Optional.empty();
    }

    private boolean isHeaded() {
        return kind instanceof ObservationKind observations
                && (common.area().isHeaded() || observations.indicator().isHeaded());
    }

    /** Every component that it names for something. */
    Stream<String> components() {
        Stream<Field> fields = Stream.of(
                        Stream.of(common.area(), common.published().row()),
                        Stream.of(common.source().id()),
                        named(),
                        kind.needed().stream(),
                        kind.silent().stream(),
                        kind.renamed().stream())
                .flatMap(each -> each);
        return Stream.concat(where.keySet().stream(), fields.flatMap(field -> field.from().stream()));
    }

    /** Which headings of a table are periods. */
    public PeriodHeadings headings() {
        return kind instanceof ObservationKind observations
                ? observations.period().headings()
                : HeadedPeriods.UNSAID;
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

    /** Fields that the data set lacks though its format gives every component under its own name. */
    List<String> missingColumns(DataSet dataSet) {
        List<String> missing = new ArrayList<>();
        add(missing, new Places(dataSet), kind.renamed().stream());
        return missing;
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
        add(
                missing,
                places,
                Stream.concat(
                        Stream.of(
                                common.area(),
                                common.source().id(),
                                common.published().row()),
                        kind.needed().stream()));
        if (!dataSet.mayGrow()) {
            add(missing, places, named());
        }
        return missing;
    }

    /** Components that the mapping names and no row of the whole data set has, which may list none beforehand. */
    List<String> unseen(DataSet dataSet) {
        List<String> unseen = new ArrayList<>();
        add(unseen, new Places(dataSet), named().filter(field -> !kind.silent().contains(field)));
        return unseen;
    }

    private Stream<Field> named() {
        return Stream.concat(
                Stream.of(common.source().locator(), common.source().url()), kind.named().stream());
    }

    private static void add(List<String> missing, Places places, Stream<Field> fields) {
        fields.filter(field -> !field.from().isEmpty() && field.from().stream().noneMatch(places::has))
                .map(field -> String.join(" or ", field.from()))
                .filter(component -> !missing.contains(component))
                .forEach(missing::add);
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
