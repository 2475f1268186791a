package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what an alert states with what is found now.
 *
 * @param open what is open afterwards; null where nothing is
 */
record ReferenceDecision(
        List<Expected> transitions, @Nullable Open open) {

    static ReferenceDecision of(
            ReferenceRule rule,
            SeriesKey series,
            ReferenceFinding finding,
            @Nullable Open stated,
            Why why,
            Knowledge knowledge,
            Instant decidedAt) {
        Optional<Open> open = finding.open();
        if (stated != null && open.isPresent() && open.get().overlaps(stated)) {
            boolean saysSomething = why.ruleChanged() || !open.get().evidence().equals(stated.evidence());
            List<Expected> update = saysSomething
                    ? List.of(opening(Transition.Type.UPDATED, why, rule.id(), series, open.get(), decidedAt))
                    : List.of();
            return new ReferenceDecision(update, saysSomething ? open.get() : stated);
        }
        List<Expected> transitions = new ArrayList<>();
        if (stated != null) {
            transitions.add(ending(rule, series, finding, stated, why, knowledge, decidedAt));
        }
        Optional<Open> raised = open.filter(episode -> rule.reaches(episode.period(), decidedAt));
        raised.ifPresent(episode ->
                transitions.add(opening(Transition.Type.RAISED, why, rule.id(), series, episode, decidedAt)));
        return new ReferenceDecision(transitions, raised.orElse(null));
    }

    /** The end of an alert whose rule no longer speaks of the series. */
    static ReferenceDecision gone(String rule, SeriesKey series, Open stated, Instant decidedAt) {
        return new ReferenceDecision(
                List.of(cleared(rule, series, stated, asStated(stated), Reason.RULE_CHANGED, decidedAt)), null);
    }

    private static Expected ending(
            ReferenceRule rule,
            SeriesKey series,
            ReferenceFinding finding,
            Open stated,
            Why why,
            Knowledge knowledge,
            Instant decidedAt) {
        boolean overdue = stated.evidence().isOverdue() && isKnown(stated, series, knowledge);
        if (why.ruleChanged() || overdue) {
            return cleared(rule.id(), series, stated, asStated(stated), why.reason(), decidedAt);
        }
        return finding.ended().stream()
                .filter(stated::overlaps)
                .reduce((earlier, later) -> later)
                .map(episode -> cleared(rule.id(), series, stated, episode, why.reason(), decidedAt))
                .orElseGet(() -> closing(
                        Transition.Type.RETRACTED,
                        why.reasonOfRetraction(),
                        rule.id(),
                        series,
                        stated,
                        asStated(stated),
                        decidedAt));
    }

    private static boolean isKnown(Open stated, SeriesKey series, Knowledge knowledge) {
        return stated.restsOn().named().stream().anyMatch(fact -> knowledge.knows(series, fact));
    }

    private static Episode asStated(Open stated) {
        return new Episode(stated.since(), stated.period());
    }

    private static Expected cleared(
            String rule, SeriesKey series, Open stated, Episode episode, Reason reason, Instant decidedAt) {
        return closing(Transition.Type.CLEARED, reason, rule, series, stated, episode, decidedAt);
    }

    /** It happens only when it is certain. */
    private static Expected closing(
            Transition.Type type,
            Reason reason,
            String rule,
            SeriesKey series,
            Open stated,
            Episode episode,
            Instant decidedAt) {
        return new Expected(
                type,
                reason,
                rule,
                stated.evidence().severity(),
                series,
                episode.since(),
                episode.period(),
                Certainty.CERTAIN,
                stated.evidence().kind(),
                null,
                null,
                null,
                null,
                null,
                decidedAt);
    }

    private static Expected opening(
            Transition.Type type, Why why, String rule, SeriesKey series, Open open, Instant decidedAt) {
        Evidence evidence = open.evidence();
        return new Expected(
                type,
                why.reason(),
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
                open.restsOn(),
                decidedAt);
    }
}
