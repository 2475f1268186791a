package io.sectorwatch.application.series;

import io.sectorwatch.application.codes.CodeSort;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.codes.UnmetCode;
import io.sectorwatch.application.facts.FactFilter;
import io.sectorwatch.application.facts.FactsOnTopics;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The series that the facts of an installation make. */
public final class SeriesOnTopics {
    private final FactsOnTopics facts;

    public SeriesOnTopics(FactsOnTopics facts) {
        this.facts = facts;
    }

    /**
     * What a list has.
     *
     * @param unmet codes of the filter that no fact has
     */
    public record Listed(List<SeriesSummary> series, List<UnmetCode> unmet) {
        public Listed {
            series = List.copyOf(series);
            unmet = List.copyOf(unmet);
        }
    }

    /** The series that the wanted figures make, by their keys; those counted from policy events only if asked for by indicator. */
    public Listed list(FactFilter filter) {
        KnownCodes codes = new KnownCodes();
        Policies policies = new Policies(null);
        boolean withCounts = filter.indicators().stream().anyMatch(Partitions::isDerived);
        SortedMap<SeriesKey, SeriesHistory> histories = new TreeMap<>();
        Origins origins = new Origins();
        facts.forEach(
                message -> {
                    codes.add(message);
                    policies.look(message);
                    return message instanceof Observation
                            ? filter.wants(message)
                            : withCounts && message instanceof PolicyEvent;
                },
                fact -> {
                    if (fact.state() == State.VOID) {
                        return;
                    }
                    if (fact.fact() instanceof Observation observation) {
                        histories
                                .computeIfAbsent(
                                        observation.series(), key -> new SeriesHistory(key, histories.size(), origins))
                                .add(observation);
                    } else {
                        policies.take(fact);
                    }
                });
        List<SeriesSummary> series = new ArrayList<>();
        histories.values().forEach(history -> series.add(summary(history)));
        policies.counted().forEach((key, vintages) -> {
            codes.add(CodeSort.INDICATOR, key.indicator());
            if (filter.wants(vintages.get(0).observation())) {
                series.add(summary(key, vintages));
            }
        });
        return new Listed(series, filter.unmet(codes));
    }

    /**
     * One series as it was known at a moment.
     *
     * @param asOf null for all that is known
     * @throws SeriesChoiceException if no series is meant, or several may be
     */
    public ShownSeries show(SeriesName name, @Nullable Instant asOf) {
        boolean derived = Partitions.isDerived(name.indicator());
        Set<SeriesKey> known = new TreeSet<>();
        KnownCodes codes = new KnownCodes();
        Policies policies = new Policies(asOf);
        SortedMap<SeriesKey, List<Vintage>> meant = new TreeMap<>();
        facts.forEach(
                message -> {
                    codes.add(message);
                    policies.look(message);
                    if (message instanceof Observation observation) {
                        known.add(observation.series());
                        return name.matches(observation.series());
                    }
                    return derived && message instanceof PolicyEvent;
                },
                fact -> {
                    if (fact.fact() instanceof Observation observation) {
                        meant.computeIfAbsent(observation.series(), key -> new ArrayList<>())
                                .add(new Vintage(fact.id(), observation, fact.correction()));
                    } else if (fact.state() != State.VOID) {
                        policies.take(fact);
                    }
                });
        policies.counted().forEach((key, vintages) -> {
            codes.add(CodeSort.INDICATOR, key.indicator());
            known.add(key);
            if (name.matches(key)) {
                meant.put(key, vintages);
            }
        });
        SeriesKey series = SeriesMeant.by(name, meant.keySet(), known, codes);
        return new ShownSeries(series, derived, SeriesFigures.of(meant.getOrDefault(series, List.of()), asOf));
    }

    private static SeriesSummary summary(SeriesHistory history) {
        int periods = 0;
        int first = SeriesHistory.NONE;
        int last = SeriesHistory.NONE;
        for (int row = 0; row < history.size(); row++) {
            boolean isCurrent = row == history.size() - 1 || history.period(row + 1) != history.period(row);
            if (isCurrent && history.hasValue(row)) {
                periods++;
                first = first == SeriesHistory.NONE ? row : first;
                last = row;
            }
        }
        Period firstPeriod = first == SeriesHistory.NONE ? null : history.periodOf(first);
        Observation newest = last == SeriesHistory.NONE ? null : history.observation(last);
        return new SeriesSummary(history.key(), periods, firstPeriod, newest, Instant.ofEpochMilli(history.newest()));
    }

    private static SeriesSummary summary(SeriesKey key, List<Vintage> vintages) {
        List<PeriodFigures> periods = SeriesFigures.of(vintages, null);
        Instant published = vintages.stream()
                .map(vintage -> vintage.observation().published())
                .max(Instant::compareTo)
                .orElseThrow();
        Vintage newest = periods.get(periods.size() - 1).current();
        return new SeriesSummary(
                key, periods.size(), periods.get(0).period(), newest == null ? null : newest.observation(), published);
    }

    /** The policy events among the facts, and how far time has come. */
    private static final class Policies {
        private final @Nullable Instant asOf;
        private final List<PolicyEvent> events = new ArrayList<>();
        private @Nullable Instant tick;

        Policies(@Nullable Instant asOf) {
            this.asOf = asOf;
        }

        void look(Message message) {
            if (message instanceof Tick passed
                    && (asOf == null || !passed.tick().isAfter(asOf))
                    && (tick == null || passed.tick().isAfter(tick))) {
                tick = passed.tick();
            }
        }

        void take(ListedFact fact) {
            events.add((PolicyEvent) fact.fact());
        }

        SortedMap<SeriesKey, List<Vintage>> counted() {
            return CountedSeries.of(events, tick, asOf);
        }
    }
}
