package io.sectorwatch.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeCardTest {
    @ParameterizedTest
    @CsvSource({"10, 10, true", "20000, 10, false", "400, 1900, true", "3000, 1900, false"})
    void fitsIntoARecordWhateverItsIndicatorsAre(int indicators, int lengthOfUnits, boolean whole) {
        List<Scorecard.Line> lines = IntStream.range(0, indicators)
                .mapToObj(i -> new Scorecard.Line(
                        "x" + i,
                        Frequency.A,
                        Period.parse("2023"),
                        BigDecimal.ONE,
                        null,
                        "u".repeat(lengthOfUnits),
                        List.of("A"),
                        null,
                        null,
                        null))
                .toList();
        Scorecard.Counts none = new Scorecard.Counts(0, new TreeMap<>(), new TreeMap<>());
        Scorecard card = new Scorecard(
                "CHN",
                "economy",
                null,
                lines,
                new Scorecard.Policies(none, none),
                new TreeMap<>(),
                Instant.parse("2024-02-23T00:00:00Z"));

        Envelope fitting = FittingCard.of(card);

        assertThat(fitting.value().length).isLessThanOrEqualTo(900_000);
        Scorecard told = new ScorecardCodec().read(fitting.value());
        assertThat(told.indicators())
                .isNotEmpty()
                .isEqualTo(lines.subList(0, told.indicators().size()));
        assertThat(told.indicators().size() == lines.size()).isEqualTo(whole);
    }
}
