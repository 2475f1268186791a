package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what an alert states with what is found now.
 *
 * @param open what the alert states afterwards; null where none is open
 */
record ReferenceDecision(
        List<Expected> transitions, @Nullable Evidence open) {

    static ReferenceDecision of(
            ReferenceRule rule,
            SeriesKey series,
            ReferenceFinding finding,
            @Nullable Evidence stated,
            Reason reason,
            Instant decidedAt) {
        Optional<Evidence> open = finding.open();
        if (stated != null && open.isPresent() && open.get().since().compareTo(stated.period()) <= 0) {
            List<Expected> update = open.get().equals(stated)
                    ? List.of()
                    : List.of(opening(Transition.Type.UPDATED, reason, rule.id(), series, open.get(), decidedAt));
            return new ReferenceDecision(update, open.get());
        }
        List<Expected> transitions = new ArrayList<>();
        if (stated != null) {
            transitions.add(ending(rule, series, finding, stated, reason, decidedAt));
        }
        Optional<Evidence> raised = open.filter(evidence -> rule.reaches(evidence.period(), decidedAt));
        raised.ifPresent(evidence ->
                transitions.add(opening(Transition.Type.RAISED, reason, rule.id(), series, evidence, decidedAt)));
        return new ReferenceDecision(transitions, raised.orElse(null));
    }

    /** The end of an alert whose rule no longer speaks of the series. */
    static ReferenceDecision gone(String rule, SeriesKey series, Evidence stated, Instant decidedAt) {
        return new ReferenceDecision(
                List.of(clearedAsStated(rule, series, stated, Reason.RULE_CHANGED, decidedAt)), null);
    }

    private static Expected ending(
            ReferenceRule rule,
            SeriesKey series,
            ReferenceFinding finding,
            Evidence stated,
            Reason reason,
            Instant decidedAt) {
        if (reason == Reason.RULE_CHANGED || rule.when() instanceof ReferenceWhen.Overdue) {
            return clearedAsStated(rule.id(), series, stated, reason, decidedAt);
        }
        Optional<Episode> last = finding.ended().stream()
                .filter(episode -> episode.since().compareTo(stated.period()) <= 0
                        && episode.period().compareTo(stated.since()) >= 0)
                .reduce((earlier, later) -> later);
        if (last.isPresent()) {
            Episode episode = last.get();
            return closing(
                    Transition.Type.CLEARED,
                    reason,
                    rule.id(),
                    series,
                    stated,
                    episode.since(),
                    episode.period(),
                    Certainty.CERTAIN,
                    decidedAt);
        }
        return closing(
                Transition.Type.RETRACTED,
                reason,
                rule.id(),
                series,
                stated,
                stated.since(),
                stated.period(),
                finding.doubtAt().apply(stated.period()),
                decidedAt);
    }

    private static Expected clearedAsStated(
            String rule, SeriesKey series, Evidence stated, Reason reason, Instant decidedAt) {
        return closing(
                Transition.Type.CLEARED,
                reason,
                rule,
                series,
                stated,
                stated.since(),
                stated.period(),
                Certainty.CERTAIN,
                decidedAt);
    }

    private static Expected closing(
            Transition.Type type,
            Reason reason,
            String rule,
            SeriesKey series,
            Evidence stated,
            Period since,
            Period period,
            Certainty certainty,
            Instant decidedAt) {
        return new Expected(
                type,
                reason,
                rule,
                stated.severity(),
                series,
                since,
                period,
                certainty,
                stated.kind(),
                null,
                null,
                null,
                null,
                decidedAt);
    }

    private static Expected opening(
            Transition.Type type, Reason reason, String rule, SeriesKey series, Evidence evidence, Instant decidedAt) {
        return new Expected(
                type,
                reason,
                rule,
                evidence.severity(),
                series,
                evidence.since(),
                evidence.period(),
                evidence.certainty(),
                evidence.kind(),
                evidence.measure(),
                evidence.comparator(),
                evidence.observation(),
                evidence.benchmark(),
                decidedAt);
    }
}
