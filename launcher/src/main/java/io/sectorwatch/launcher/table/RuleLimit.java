package io.sectorwatch.launcher.table;

import io.sectorwatch.processor.kind.MeasureKind;
import io.sectorwatch.processor.kind.Rounded;
import io.sectorwatch.processor.kind.Wording;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.series.AreaNames;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When a rule raises and ends its alerts, in words. */
final class RuleLimit {
    /** "at least 2.6 %, in 2 periods in a row; it ends below 2.4 %". */
    static String of(Rule rule, @Nullable String unit) {
        Wording words = new InUnit(unit);
        String condition = rule.when().condition(words)
                + (rule.streak() > 1 ? ", in " + Wording.periods(rule.streak()) + " in a row" : "");
        if (!(rule.when() instanceof MeasureKind measure) || measure.limit().clear() == null) {
            return condition;
        }
        return condition + "; it ends " + end(measure.limit());
    }

    /** The same, where no more is known than the limit itself. */
    static String of(Limit limit) {
        return Wording.limit(limit, limit.value().toPlainString())
                + (limit.clear() == null ? "" : "; it ends " + end(limit));
    }

    private static String end(Limit limit) {
        String number = limit.clearValue().toPlainString();
        return switch (limit.side()) {
            case BELOW -> "at " + number + " or more";
            case AT_MOST -> "above " + number;
            case ABOVE -> "at " + number + " or less";
            case AT_LEAST -> "below " + number;
        };
    }

    private record InUnit(@Nullable String unit) implements Wording {
        @Override
        public String amount(BigDecimal number) {
            return Rounded.of(number) + (unit != null && unit.startsWith("percent") ? " %" : "");
        }

        @Override
        public String area(String code) {
            return AreaNames.of(code);
        }
    }

    private RuleLimit() {}
}
