package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.mapping.MappingFields.Form;
import io.sectorwatch.ingest.period.FiscalYear;
import io.sectorwatch.ingest.period.PeriodForm;
import io.sectorwatch.ingest.period.PeriodReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapping takes periods from.
 *
 * @param frequency what they are taken to be; {@link Field#NONE} if the publisher or their form says it
 * @param headings which headings of a table are periods
 * @param reader how their texts are read; those of headings are read before
 */
record PeriodField(Field from, Field frequency, PeriodHeadings headings, PeriodReader reader) {
    /** The standard component, with nothing said. */
    static final PeriodField USUAL =
            new PeriodField(Field.component(DataSet.TIME_PERIOD), Field.NONE, HeadedPeriods.UNSAID, PeriodReader.USUAL);

    /** What stands in an object of a mapping; without {@code from} the standard components, if there are any. */
    static PeriodField read(MappingFields fields, List<String> standard) {
        // Of policy events there is one in a row.
        Field from = fields.components(Form.TEXT, standard);
        Field frequency = fields.field("frequency", Forms.FREQUENCY);
        @Nullable
        FiscalYear fiscal = fields.has("fiscal")
                ? FiscalYear.valueOf(
                        fields.choice("fiscal", "start", "start", "end").toUpperCase(Locale.ROOT))
                : null;
        PeriodReader reader = new PeriodReader(fiscal, form(fields));
        PeriodHeadings headings = standard.isEmpty() ? HeadedPeriods.UNSAID : headings(fields, from.skip(), reader);
        fields.noOthers();
        return new PeriodField(from, frequency, headings, headings.areSaid() ? PeriodReader.USUAL : reader);
    }

    private static @Nullable PeriodForm form(MappingFields fields) {
        @Nullable
        Integer since = fields.has("since") ? (Integer) fields.number("since").intValue() : null;
        if (!fields.has("form")) {
            if (since != null) {
                fields.wrong("since", "is the first year that one of two digits can be, and needs a form: MMM-yy");
            }
            return null;
        }
        if (fields.has("fiscal")) {
            fields.wrong(
                    "fiscal", "says which of two years counts, and a form says that itself: leave one of them out");
        }
        try {
            return PeriodForm.of(fields.text("form"), since);
        } catch (IllegalArgumentException e) {
            fields.wrong("form", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static PeriodHeadings headings(MappingFields period, List<Glob> skip, PeriodReader reader) {
        if (!period.has("columns")) {
            return HeadedPeriods.UNSAID;
        }
        if (period.has("from")) {
            period.wrong(
                    "columns",
                    "says that the periods are headings, and from: that they are in a column: leave one out");
        }
        if (!period.isText("columns")) {
            return HeadedPeriods.like(Glob.of(period.oneOrMore("columns")), skip, reader);
        }
        String word = period.choice("columns", HeadedPeriods.ANY, HeadedPeriods.WORDS);
        return HeadedPeriods.called(word, skip, reader);
    }
}
