package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapping takes a field of a fact from.
 *
 * @param from components, of which the first one counts that says something; none for a constant
 * @param constant what the field always is; null where it has components, or is not said at all
 * @param codes what the texts of the components mean
 * @param skip texts whose rows are not wanted
 * @param unknown what a text is that the codes do not have
 * @param separator between several texts in one component; null where there is only one
 * @param headings of the columns that say it, each for the figures below it; none where no headings do
 */
record Field(
        List<String> from,
        @Nullable String constant,
        CodeList codes,
        List<Glob> skip,
        Unknown unknown,
        @Nullable String separator,
        List<Glob> headings) {

    /** What a text is that the codes do not have. */
    enum Unknown {
        /** Nonsense, to be reported. */
        REJECT,
        /** Not wanted, with its row. */
        SKIP,
        /** As if nothing were said. */
        NOTHING
    }

    /** A field of which nothing is said. */
    static final Field NONE = constant(null);

    Field {
        from = List.copyOf(from);
        skip = List.copyOf(skip);
        headings = List.copyOf(headings);
    }

    static Field constant(@Nullable String constant) {
        return new Field(List.of(), constant, CodeList.Same.SAME, List.of(), Unknown.REJECT, null, List.of());
    }

    static Field component(String component) {
        return new Field(List.of(component), null, CodeList.Same.SAME, List.of(), Unknown.REJECT, null, List.of());
    }

    /** Whether headings of a table say it. */
    boolean isHeaded() {
        return !headings.isEmpty();
    }

    /** Whether it is the same in every row. */
    boolean isConstant() {
        return from.isEmpty();
    }

    boolean isSaid() {
        return constant != null || !from.isEmpty();
    }

    /** The field in the rows of a data set; {@code parser} makes of our code what it means or refuses it. */
    <T> Column<T> column(String name, Places places, Function<String, T> parser) {
        if (from.isEmpty()) {
            return Column.always(Reading.of(constant == null ? null : parser.apply(constant)));
        }
        return Column.at(places.of(from), text -> one(name, text, parser), Reading.of(null));
    }

    /** The same for a field with several values. */
    <T> Column<List<T>> list(String name, Places places, Function<String, T> parser) {
        if (from.isEmpty()) {
            return Column.always(Reading.of(constant == null ? List.of() : List.of(parser.apply(constant))));
        }
        return Column.at(places.of(from), text -> several(name, text, parser), Reading.of(List.of()));
    }

    private <T> Reading<T> one(String name, String text, Function<String, T> parser) {
        if (Glob.anyMatches(skip, text)) {
            return Reading.unwanted();
        }
        String code = codes.find(text);
        if (code == null) {
            return unknown(name, text);
        }
        return Reading.of(code.isEmpty() ? null : parser.apply(code));
    }

    private <T> Reading<List<T>> several(String name, String text, Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        for (String part : separator == null ? new String[] {text} : text.split(Pattern.quote(separator))) {
            if (!part.isBlank()) {
                Reading<T> reading = one(name, part.strip(), parser);
                if (reading.isUnwanted()) {
                    return Reading.unwanted();
                }
                T value = reading.optional();
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return Reading.of(List.copyOf(values));
    }

    /** The reading of a text that the codes do not have. */
    <T> Reading<T> unknown(String name, String text) {
        return switch (unknown) {
            case SKIP -> Reading.unwanted();
            case NOTHING -> Reading.of(null);
            case REJECT ->
                Reading.nonsense((isHeaded() ? "the heading" : String.join(" or ", from)) + " is '" + Excerpt.of(text)
                        + "', which the mapping does not know: add it to the codes of '" + name
                        + "', or to its skip if such rows are not wanted" + codes.hint(text));
        };
    }
}
