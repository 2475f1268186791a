package io.sectorwatch.application.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFiguresTest {
    private static final SeriesKey SERIES = SeriesKey.parse("rd-intensity/CHN/economy/A");

    private static final Vintage BRIEF = vintage("2023", "2.6", Bound.MORE, "2024-02-23", "eai-brief-1752");
    private static final Vintage COMMUNIQUE = vintage("2023", "2.64", null, "2024-02-29", "nbs");
    private static final Vintage REVISED = vintage("2023", "2.58", null, "2025-01-23", "nbs");

    @Test
    void whatCountsIsTheNewestKnownThen() {
        List<Vintage> all = List.of(REVISED, BRIEF, COMMUNIQUE);

        assertThat(current(all, null)).isEqualTo(REVISED);
        assertThat(current(all, Instant.parse("2025-01-22T23:59:59.999Z"))).isEqualTo(COMMUNIQUE);
        assertThat(current(all, BRIEF.observation().published())).isEqualTo(BRIEF);
        assertThat(SeriesFigures.of(all, Instant.parse("2024-02-22T00:00:00Z"))).isEmpty();
    }

    @Test
    void whatWasFirstSaidIsToldOnlyWhereItDiffers() {
        assertThat(only(List.of(BRIEF, COMMUNIQUE), null).otherwiseAtFirst()).isEqualTo(BRIEF);
        assertThat(only(List.of(BRIEF), null).otherwiseAtFirst()).isNull();
        Vintage again = vintage("2023", "2.640", null, "2024-10-02", "oecd");
        assertThat(only(List.of(COMMUNIQUE, again), null).otherwiseAtFirst()).isNull();
        Vintage bound = vintage("2023", "2.64", Bound.MORE, "2024-10-02", "oecd");
        assertThat(only(List.of(COMMUNIQUE, bound), null).otherwiseAtFirst()).isEqualTo(COMMUNIQUE);
    }

    @Test
    void ofOneMomentTheOneThatCountedWasFirst() {
        Vintage lesser = vintage("2023", "2.6", null, "2024-02-29", "eurostat");

        assertThat(only(List.of(lesser, COMMUNIQUE, REVISED), null).first()).isEqualTo(COMMUNIQUE);
    }

    @Test
    void aWithdrawalLeavesThePeriodWithoutAValue() {
        Vintage withdrawn = vintage("2023", null, null, "2024-06-01", "nbs");

        Vintage current = current(List.of(BRIEF, COMMUNIQUE, withdrawn), null);

        assertThat(current).isEqualTo(withdrawn);
        Vintage atOnce = vintage("2023", null, null, "2024-02-29", "nbs");
        assertThat(current(List.of(atOnce, COMMUNIQUE), null))
                .as("of one moment and source a value counts before a withdrawal")
                .isEqualTo(COMMUNIQUE);
    }

    @Test
    void aVoidVintageCountsAsNeverKnownAndIsListed() {
        Vintage typed = corrected(vintage("2023", "264", null, "2024-02-24", "nbs"), State.VOID);

        PeriodFigures before = only(List.of(typed, BRIEF), Instant.parse("2024-02-25T00:00:00Z"));

        assertThat(before.current()).isEqualTo(BRIEF);
        assertThat(before.vintages()).containsExactly(BRIEF, typed);
        PeriodFigures alone = only(List.of(typed), null);
        assertThat(alone.current()).isNull();
        assertThat(alone.first()).isNull();
        assertThat(alone.otherwiseAtFirst()).isNull();
        Vintage reinstated = corrected(typed, State.VALID);
        assertThat(only(List.of(reinstated, BRIEF), null).current()).isEqualTo(reinstated);
    }

    @Test
    void periodsAreInTheirOrder() {
        Vintage later = vintage("2024", "2.68", null, "2025-01-23", "nbs");

        assertThat(SeriesFigures.of(List.of(later, BRIEF), null))
                .extracting(PeriodFigures::period)
                .containsExactly(Period.parse("2023"), Period.parse("2024"));
    }

    @Test
    void severalSeriesAreNone() {
        Observation other = new Observation(
                SeriesKey.parse("rd-intensity/FRA/economy/A"),
                Period.parse("2023"),
                BigDecimal.ONE,
                null,
                null,
                Observation.NORMAL,
                Instant.EPOCH,
                new Source("x", null, null),
                null);

        assertThatThrownBy(() -> SeriesFigures.of(List.of(BRIEF, new Vintage("id", other, null)), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rd-intensity/FRA/economy/A");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theProcessorThinksTheSameInWhateverOrderTheyCome(long seed) {
        Random random = new Random(seed);
        List<Vintage> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(vintage(
                    Integer.toString(2020 + random.nextInt(3)),
                    random.nextInt(5) == 0 ? null : Integer.toString(random.nextInt(3)),
                    random.nextInt(4) == 0 ? Bound.MORE : null,
                    "2024-01-0" + (1 + random.nextInt(3)),
                    random.nextBoolean() ? "a" : "b"));
        }
        SeriesHistory history = new SeriesHistory(SERIES, 0, new Origins());
        all.forEach(vintage -> history.add(vintage.observation()));
        Collections.shuffle(all, random);

        List<PeriodFigures> figures = SeriesFigures.of(all.stream().distinct().toList(), null);

        assertThat(figures).isNotEmpty().allSatisfy(figure -> {
            Observation expected =
                    history.observation(history.end(figure.period().ordinal()) - 1);
            assertThat(figure.current()).isNotNull().extracting(Vintage::id).isEqualTo(FactId.of(expected));
        });
    }

    private static @Nullable Vintage current(List<Vintage> vintages, @Nullable Instant asOf) {
        return only(vintages, asOf).current();
    }

    private static PeriodFigures only(List<Vintage> vintages, @Nullable Instant asOf) {
        List<PeriodFigures> figures = SeriesFigures.of(vintages, asOf);
        assertThat(figures).hasSize(1);
        return figures.get(0);
    }

    private static Vintage corrected(Vintage vintage, State state) {
        return new Vintage(
                vintage.id(),
                vintage.observation(),
                new Correction(vintage.id(), state, "typed wrong", Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static Vintage vintage(
            String period, @Nullable String value, @Nullable Bound comparator, String day, String source) {
        Observation observation = new Observation(
                SERIES,
                Period.parse(period),
                value == null ? null : new BigDecimal(value),
                value == null ? null : comparator,
                null,
                value == null ? Observation.MISSING : Observation.NORMAL,
                Instant.parse(day + "T00:00:00Z"),
                new Source(source, null, null),
                null);
        return new Vintage(FactId.of(observation), observation, null);
    }
}
