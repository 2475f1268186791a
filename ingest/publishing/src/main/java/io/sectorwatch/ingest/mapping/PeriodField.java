package io.sectorwatch.ingest.mapping;

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
 * @param reader how their texts are read
 */
record PeriodField(Field from, Field frequency, PeriodReader reader) {
    /** What stands in an object of a mapping; without {@code from} the standard components, if there are any. */
    static PeriodField read(MappingFields fields, List<String> standard) {
        Field from = fields.components(Form.TEXT, standard);
        Field frequency = fields.field("frequency", Forms.FREQUENCY);
        @Nullable
        FiscalYear fiscal = fields.has("fiscal")
                ? FiscalYear.valueOf(
                        fields.choice("fiscal", "start", "start", "end").toUpperCase(Locale.ROOT))
                : null;
        PeriodReader reader = new PeriodReader(fiscal, form(fields));
        fields.noOthers();
        return new PeriodField(from, frequency, reader);
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
}
