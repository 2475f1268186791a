package io.sectorwatch.processor.rule;

import io.sectorwatch.processor.kind.RuleFields;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The series a rule is about; null stands for all.
 *
 * @param trust the sources that are seen, the most trusted first; null where all count alike
 */
public record SeriesSelection(
        @Nullable String indicator,
        @Nullable Set<String> areas,
        Set<String> except,
        @Nullable Set<String> sectors,
        @Nullable Frequency frequency,
        @Nullable List<String> trust) {
    private static final String ALL = "*";

    static SeriesSelection parse(RuleFields fields) {
        String indicator = fields.optionalCode("indicator", orAll(Codes::indicator));
        String frequency =
                fields.optionalCode("frequency", code -> Frequency.of(code).name());
        SeriesSelection selection = new SeriesSelection(
                ALL.equals(indicator) ? null : indicator,
                set(fields.optionalCodes("areas", orAll(Codes::area))),
                Set.copyOf(orNone(fields.optionalCodes("except", Codes::area))),
                set(fields.optionalCodes("sectors", orAll(Codes::sector))),
                frequency == null || frequency.length() != 1 || "ASQMWD".indexOf(frequency) < 0
                        ? null
                        : Frequency.of(frequency),
                fields.optionalCodes("sources", id -> Codes.id("source", id)));
        fields.noOthers();
        return selection;
    }

    /** Whether a series is one of them. */
    public boolean matches(SeriesKey series) {
        return (indicator == null || indicator.equals(series.indicator()))
                && (areas == null || areas.contains(series.area()))
                && !except.contains(series.area())
                && (sectors == null || sectors.contains(series.sector()))
                && (frequency == null || frequency == series.frequency());
    }

    private static UnaryOperator<String> orAll(UnaryOperator<String> check) {
        return code -> code.equals(ALL) ? code : check.apply(code);
    }

    private static @Nullable Set<String> set(@Nullable List<String> codes) {
        return codes == null || codes.contains(ALL) ? null : Set.copyOf(codes);
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes.stream().distinct().toList();
    }
}
