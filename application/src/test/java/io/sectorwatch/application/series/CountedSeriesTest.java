package io.sectorwatch.application.series;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountedSeriesTest {
    private static final SeriesKey YEARS = SeriesKey.parse("policy-activity/CHN/economy/A");
    private static final Instant TICK = Instant.parse("2025-02-01T00:00:00Z");
    private static final List<PolicyEvent> EVENTS = List.of(
            event("one", "2022-03", "2022-04-01"),
            event("two", "2022-05", "2023-01-01"),
            event("three", "2024", "2024-06-01"));

    @Test
    void eventsAreCountedByTheirPeriodsAndPeriodsBetweenAreZero() {
        assertThat(counts(TICK, null)).containsExactly("2022=2", "2023=0", "2024=1", "2025=0");
    }

    @Test
    void aCountIsWhatWasKnownThen() {
        assertThat(counts(null, Instant.parse("2022-12-31T00:00:00Z"))).containsExactly("2022=1");
        PeriodFigures first = figures(TICK, null).get(0);
        assertThat(first.otherwiseAtFirst())
                .isNotNull()
                .extracting(vintage -> vintage.observation().value())
                .isEqualTo(BigDecimal.ONE);
    }

    private static List<String> counts(@Nullable Instant tick, @Nullable Instant asOf) {
        return figures(tick, asOf).stream()
                .map(figure -> figure.period() + "="
                        + requireNonNull(figure.current()).observation().value())
                .toList();
    }

    private static List<PeriodFigures> figures(@Nullable Instant tick, @Nullable Instant asOf) {
        return SeriesFigures.of(
                requireNonNull(CountedSeries.of(EVENTS, tick, asOf).get(YEARS)), asOf);
    }

    private static PolicyEvent event(String id, String occurred, String published) {
        return new PolicyEvent(
                id,
                id,
                "CHN",
                List.of(PolicyEvent.ECONOMY),
                "funding",
                List.of(),
                List.of(),
                "support",
                Period.parse(occurred),
                Instant.parse(published + "T00:00:00Z"),
                new Source("x", null, null));
    }
}
