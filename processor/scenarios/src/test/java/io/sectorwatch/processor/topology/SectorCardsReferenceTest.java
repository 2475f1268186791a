package io.sectorwatch.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.reference.Input;
import io.sectorwatch.processor.reference.RandomHistory;
import io.sectorwatch.processor.reference.ReferenceSectorCards;
import io.sectorwatch.processor.scenario.Simulation;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.SectorCard.Comparison;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.AreaNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the cards of sectors that the topology publishes against a slow and separate computation. */
class SectorCardsReferenceTest {
    private static final int HISTORIES = Integer.getInteger(
            "sectorwatch.histories", System.getenv("SECTORWATCH_TEST_THOROUGHLY") == null ? 300 : 1_000);
    private static final long FIRST = Long.getLong("sectorwatch.seed", 20251129L);
    private static final int AT_ONCE = 100;

    static LongStream seeds() {
        return LongStream.iterate(FIRST, seed -> seed + AT_ONCE).limit(Math.max(1, HISTORIES / AT_ONCE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysOfEachSectorWhatIsKnownAtEveryTime(long first) {
        int cards = 0;
        for (long seed = first; seed < first + AT_ONCE; seed++) {
            cards += compare(RandomHistory.of(seed));
        }
        assertThat(cards).isGreaterThan(AT_ONCE);
    }

    private static int compare(RandomHistory history) {
        ReferenceSectorCards reference = new ReferenceSectorCards();
        SortedMap<String, Transition> open = new TreeMap<>();
        SortedMap<String, Scorecard> areas = new TreeMap<>();
        SortedMap<String, SectorCard> sectors = new TreeMap<>();
        int compared = 0;
        try (Simulation simulation = new Simulation()) {
            int fed = 0;
            for (Input input : history.inputs()) {
                Feed.into(simulation, input);
                reference.accept(input);
                if (++fed % 5 > 0 && fed < history.inputs().size()) {
                    continue;
                }
                simulation.transitions().forEach(transition -> {
                    if (transition.transition().opens()) {
                        open.put(transition.key(), transition);
                    } else {
                        open.remove(transition.key());
                    }
                });
                areas.putAll(simulation.scorecards());
                sectors.putAll(simulation.sectorCards());
                assertThat(sectors.values())
                        .extracting(SectorCard::sector)
                        .containsExactlyElementsOf(areas.values().stream()
                                .map(Scorecard::sector)
                                .distinct()
                                .sorted()
                                .toList());
                for (SectorCard card : sectors.values()) {
                    assertThat(ReferenceSectorCards.text(card))
                            .as("after %d of %s", fed, history)
                            .isEqualTo(reference.expected(card.sector(), card.knownAt(), open.values()));
                    assertThatItIsThatOfTheAreas(card, areas);
                    compared++;
                }
            }
        }
        return compared;
    }

    private static void assertThatItIsThatOfTheAreas(SectorCard card, SortedMap<String, Scorecard> all) {
        List<Scorecard> areas = all.values().stream()
                .filter(area -> area.sector().equals(card.sector()))
                .toList();
        assertThat(card.knownAt())
                .isEqualTo(areas.stream()
                        .map(Scorecard::knownAt)
                        .max(Instant::compareTo)
                        .orElseThrow());
        for (SectorCard.Spread spread : card.indicators()) {
            List<Scorecard.Line> lines = new ArrayList<>();
            areas.stream()
                    .filter(area -> !AreaNames.isGroup(area.area()))
                    .forEach(area -> area.indicators().stream()
                            .filter(line -> line.indicator().equals(spread.indicator())
                                    && line.frequency() == spread.frequency()
                                    && line.gap() != null)
                            .forEach(lines::add));
            Comparison benchmark = spread.benchmark();
            assertThat(benchmark == null ? 0 : benchmark.areas())
                    .as(lines.stream().map(Scorecard.Line::toString).collect(Collectors.joining("\n")))
                    .isEqualTo(lines.size());
        }
    }
}
