package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes over the known periods of a series in order, and finds the episodes of a rule. */
final class ReferenceFold {
    private final ReferenceRule rule;
    private final ReferenceWhen.Beyond when;
    private final SeriesKey series;
    private final Sight sight;

    private final List<Episode> ended = new ArrayList<>();
    private @Nullable Period streakSince;
    private int streak;
    private boolean active;
    private @Nullable Period last;

    ReferenceFold(ReferenceRule rule, ReferenceWhen.Beyond when, SeriesKey series, Sight sight) {
        this.rule = rule;
        this.when = when;
        this.series = series;
        this.sight = sight;
    }

    ReferenceFinding find() {
        for (Period period : sight.knownPeriods(series)) {
            Optional<ReferenceKind.Reading> reading = when.measure().at(period, series, sight);
            if (reading.isPresent()) {
                goOn(period, reading.get().interval());
            }
        }
        return new ReferenceFinding(ended, open());
    }

    private void goOn(Period period, ReferenceInterval measured) {
        if (active) {
            if (when.clears(measured) == ReferenceTruth.TRUE) {
                ended.add(episode());
                active = false;
                streak = 0;
            } else {
                last = period;
            }
            return;
        }
        ReferenceTruth holds = when.holds(measured);
        if (holds == ReferenceTruth.POSSIBLE && rule.holdsPossible()) {
            return;
        }
        if (holds == ReferenceTruth.FALSE) {
            streak = 0;
            return;
        }
        streakSince = streak == 0 ? period : streakSince;
        streak++;
        last = period;
        active = streak >= rule.forPeriods();
    }

    private Episode episode() {
        if (streakSince == null || last == null) {
            throw new IllegalStateException("an episode without a beginning");
        }
        return new Episode(streakSince, last);
    }

    private Optional<Open> open() {
        if (!active) {
            return Optional.empty();
        }
        Episode episode = episode();
        ReferenceKind.Reading reading =
                when.measure().at(episode.period(), series, sight).orElseThrow();
        Observation current = sight.current(series, episode.period()).orElseThrow();
        ReferenceFigure benchmark = reading.benchmark();
        Evidence evidence = new Evidence(
                rule.severity(),
                episode.since(),
                episode.period(),
                certainty(reading.interval()),
                when.kind(),
                reading.interval().value(),
                reading.interval().comparator(),
                new Expected.Figure(current.period(), current.value(), current.comparator()),
                current.status(),
                benchmark == null ? null : benchmark.expected());
        return Optional.of(new Open(evidence, sight.facts(reading.from())));
    }

    private Certainty certainty(ReferenceInterval measured) {
        ReferenceTruth holds = when.holds(measured);
        boolean insideTheHysteresis = holds == ReferenceTruth.FALSE && when.clears(measured) == ReferenceTruth.FALSE;
        return holds == ReferenceTruth.TRUE || insideTheHysteresis ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }
}
