package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.FigureMarks.Mark;
import io.sectorwatch.ingest.mapping.MappingFields.Form;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Codes;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a mapping that observations and policy events do not have in common. */
final class KindFile {
    private static final String USUAL_STATUS = "OBS_STATUS";
    private static final Pattern CURRENCY =
            Pattern.compile("[\\p{L}\\p{Sc}](?:[\\p{L}\\p{Sc}. ]{0,8}[\\p{L}\\p{Sc}.])?");

    /** Observations of such areas. */
    static ObservationKind observations(MappingFields fields, Field area) {
        PeriodField period = fields.has("period")
                ? PeriodField.read(fields.placed("period"), List.of(DataSet.TIME_PERIOD))
                : PeriodField.USUAL;
        Field sector = fields.field("sector", Forms.SECTOR);
        Field indicator = fields.requiredOrHeaded("indicator", Forms.INDICATOR);
        ObservationKind.Value value = value(fields);
        requireOneHeaded(fields, area, indicator, period, value);
        return new ObservationKind(
                indicator,
                sector.isSaid() ? sector : Field.constant(PolicyEvent.ECONOMY),
                fields.field("unit", Forms.UNIT),
                fields.has("status") ? fields.field("status", Forms.STATUS) : Field.component(USUAL_STATUS),
                fields.has("status"),
                period,
                value,
                fields.field("comparator", Forms.COMPARATOR),
                fields.field("nextRelease", Forms.DAY));
    }

    private static void requireOneHeaded(
            MappingFields fields, Field area, Field indicator, PeriodField period, ObservationKind.Value value) {
        if (!area.isHeaded() && !indicator.isHeaded()) {
            return;
        }
        if (area.isHeaded() && indicator.isHeaded()) {
            fields.wrong("indicator", "is said to be the headings as the area is: only one of them can be");
        }
        if (period.headings().areSaid()) {
            fields.wrong("period", "is said to be the headings as the area or indicator is: only one of them can be");
        }
        if (!value.from().equals(DataSet.OBS_VALUE)) {
            fields.wrong("value", "is a column of its own below each heading: leave out its from:");
        }
    }

    static PolicyKind policies(MappingFields fields) {
        if (!fields.has("occurred")) {
            fields.wrong("occurred", "is missing: write occurred: {from: COMPONENT}");
        }
        return new PolicyKind(
                fields.field("id", Forms.LINE),
                fields.required("title", Forms.LINE),
                fields.field("sectors", Forms.SECTOR),
                fields.required("kind", Form.words(kind -> Codes.word("kind", kind))),
                fields.required("stance", Form.words(KindFile::stance)),
                fields.field("instruments", Forms.LINE),
                fields.field("actors", Forms.LINE),
                PeriodField.read(fields.placed("occurred"), List.of()));
    }

    private static ObservationKind.Value value(MappingFields fields) {
        if (!fields.has("value")) {
            return new ObservationKind.Value(
                    DataSet.OBS_VALUE, new Figures(FigureMarks.UNSAID, Set.of(), BigDecimal.ONE), null);
        }
        MappingFields value = fields.placed("value");
        String from = value.has("from") ? value.text("from") : DataSet.OBS_VALUE;
        FigureMarks marks = marks(value);
        Set<String> missing = new HashSet<>(value.has("missing") ? value.oneOrMore("missing") : List.of());
        BigDecimal factor = BigDecimal.ONE;
        @Nullable String unitMultiplier = null;
        if (value.isText("multiply")) {
            unitMultiplier = value.text("multiply");
        } else if (value.has("multiply")) {
            factor = value.number("multiply");
            if (factor.signum() == 0) {
                value.wrong("multiply", "makes every figure 0");
            }
            if (factor.signum() < 0 && marks.bounded()) {
                value.wrong("multiply", "turns bounds round: at least 95 would be at most -95");
            }
        }
        value.noOthers();
        return new ObservationKind.Value(from, new Figures(marks, missing, factor), unitMultiplier);
    }

    private static FigureMarks marks(MappingFields value) {
        @Nullable Mark decimal = mark(value, "decimal", "point", "comma");
        @Nullable Mark thousands = mark(value, "thousands", "comma", "point", "space", "apostrophe");
        if (decimal != null && decimal == thousands) {
            value.wrong("thousands", "is the mark that stands before the fraction");
        }
        boolean parentheses =
                value.choice("negative", "minus", "minus", "parentheses").equals("parentheses");
        boolean flagged =
                value.has("flags") && value.choice("flags", "behind", "behind").equals("behind");
        boolean bounded = value.has("bounds")
                && value.choice("bounds", "before", "before").equals("before");
        return new FigureMarks(decimal, thousands, parentheses, flagged, bounded, currency(value));
    }

    private static @Nullable String currency(MappingFields value) {
        if (!value.has("currency")) {
            return null;
        }
        String sign = value.text("currency").strip();
        if (!CURRENCY.matcher(sign).matches()) {
            value.wrong("currency", "is one sign beside figures, such as $, US$ or EUR, and '" + sign + "' is none");
        }
        return sign;
    }

    private static @Nullable Mark mark(MappingFields value, String field, String... choices) {
        return value.has(field)
                ? Mark.valueOf(value.choice(field, choices[0], choices).toUpperCase(Locale.ROOT))
                : null;
    }

    private static String stance(String code) {
        if (!PolicyCodec.STANCES.contains(code)) {
            throw new IllegalArgumentException("stance '" + code + "' is none of "
                    + String.join(", ", PolicyCodec.STANCES) + Suggestion.among(PolicyCodec.STANCES, code));
        }
        return code;
    }

    private KindFile() {}
}
