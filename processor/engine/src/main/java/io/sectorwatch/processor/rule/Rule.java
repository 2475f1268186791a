package io.sectorwatch.processor.rule;

import io.sectorwatch.processor.kind.Kind;
import io.sectorwatch.schemas.message.Severity;
import java.time.Period;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A condition on series, with its severity.
 *
 * @param streak in how many periods in a row the condition must hold
 * @param horizon how long ago the last period of an episode may have ended for it to raise; null without limit
 * @param hidden status codes whose vintages are not seen
 * @param raisesOnPossible whether a condition that is only possible raises
 * @param hash names the rule's whole content
 * @param json the rule in its canonical form
 */
public record Rule(
        String id,
        String title,
        Severity severity,
        SeriesSelection series,
        Kind when,
        int streak,
        @Nullable Period horizon,
        Set<String> hidden,
        boolean raisesOnPossible,
        SortedMap<String, String> labels,
        String hash,
        String json) {

    /** The same rule, with an equal kind in the place of its own. */
    public Rule with(Kind equal) {
        return new Rule(
                id, title, severity, series, equal, streak, horizon, hidden, raisesOnPossible, labels, hash, json);
    }
}
