package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.plaintable.PlainTable;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import io.sectorwatch.schemas.json.Suggestion;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mappings that a row may be read with; of those that want it the first one counts. */
public final class Mappings {
    private static final int MOST_NAMED = 12;

    private final List<Mapping> mappings;
    private final boolean isNamed;
    private final boolean areNamesKept;

    private Mappings(List<Mapping> mappings, boolean isNamed, boolean areNamesKept) {
        this.mappings = List.copyOf(mappings);
        this.isNamed = isNamed;
        this.areNamesKept = areNamesKept;
    }

    /** Those that come with Sectorwatch and recognise a data set as theirs. */
    public static Mappings ready() {
        return new Mappings(ReadyMappings.ALL, false, false);
    }

    /** A mapping that somebody has named for what is read, whatever it recognises. */
    public static Mappings named(Mapping mapping) {
        return new Mappings(List.of(mapping), true, false);
    }

    /**
     * What readers are told.
     *
     * @param mapping that somebody has named; null if nobody has
     */
    public static ReadOptions reading(@Nullable Charset encoding, @Nullable Mapping mapping) {
        return mapping == null
                ? new ReadOptions(encoding, null, HeadedPeriods.UNSAID, null, FigureMarks.UNSAID)
                : new ReadOptions(
                        encoding,
                        mapping.columns().orElse(null),
                        mapping.headings(),
                        mapping.figureHeadings().orElse(null),
                        mapping.marks());
    }

    /** The ready mapping of that name; throws IllegalArgumentException naming those there are. */
    public static Mapping ready(String name) {
        List<String> names = new ArrayList<>();
        for (Mapping mapping : ReadyMappings.ALL) {
            if (mapping.name().equals(name)) {
                return mapping;
            }
            names.add(mapping.name());
        }
        throw new IllegalArgumentException("there is no file and no mapping '" + name + "'; ready ones are "
                + String.join(", ", names) + Suggestion.among(names, name));
    }

    /**
     * How to read a table that was recognised as one of observations: as that, or as it is, where one of these mappings
     * makes policy events of it.
     *
     * @param head its first bytes
     */
    public Format format(Format recognised, byte[] head, ReadOptions options) {
        if (!(recognised instanceof TidyTable)) {
            return recognised;
        }
        boolean isOfPolicies = FirstColumns.of(head, options).stream()
                .flatMap(columns -> fitting(columns).stream())
                .anyMatch(mapping -> mapping.kind() instanceof PolicyKind);
        return isOfPolicies ? new PlainTable() : recognised;
    }

    /** The same for a format that gives every component under its own name, whatever a mapping calls period and figure. */
    public Mappings keepingNames() {
        return new Mappings(mappings, isNamed, true);
    }

    /** Whether somebody has named them. */
    public boolean isNamed() {
        return isNamed;
    }

    /** Those that fit. */
    List<Mapping> fitting(DataSet dataSet) {
        return mappings.stream()
                .filter(mapping -> missing(mapping, dataSet).isEmpty() && (isNamed || mapping.fits(dataSet)))
                .toList();
    }

    /** Why none fits, to a person. */
    String complaint(DataSet dataSet) {
        if (isNamed) {
            return needs(mappings.get(0), missing(mappings.get(0), dataSet), dataSet);
        }
        String listed = listed(dataSet.components());
        @Nullable String id = dataSet.id();
        return "no mapping is known for " + (id == null ? "this data set" : "data set '" + Excerpt.of(id) + "'")
                + " with " + listed + ": --describe proposes one, --mapping takes it";
    }

    private List<String> missing(Mapping mapping, DataSet dataSet) {
        List<String> missing = mapping.missing(dataSet);
        if (areNamesKept) {
            missing.addAll(mapping.missingColumns(dataSet));
        }
        return missing;
    }

    /** That a data set lacks what a mapping names, to a person. */
    static String needs(Mapping mapping, List<String> missing, DataSet dataSet) {
        List<String> components = dataSet.components();
        return "mapping '" + mapping + "' needs " + String.join(", ", missing)
                + (missing.size() > 1 ? ", which are not among " : ", which is not among ") + listed(components)
                + suggestion(components, missing);
    }

    private static String listed(List<String> components) {
        return components.stream().limit(MOST_NAMED).map(Excerpt::of).collect(Collectors.joining(", "))
                + (components.size() > MOST_NAMED ? ", …" : "");
    }

    private static String suggestion(List<String> components, List<String> missing) {
        return missing.isEmpty() ? "" : Suggestion.among(components, missing.get(0));
    }
}
