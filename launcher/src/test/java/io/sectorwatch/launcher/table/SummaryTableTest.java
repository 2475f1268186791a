package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.vintage.Release.Extent;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTableTest {
    private static final String MORNING = "2024-03-13T09:00:00Z";
    private static final String NOON = "2024-03-13T12:00:00Z";

    @TempDir
    Path temporary = Path.of("");

    private Intake intake = new Intake(Instant.now(), temporary, rejection -> {});

    @BeforeEach
    void begin() {
        intake.close();
        intake = new Intake(Instant.now(), temporary, rejection -> {});
    }

    @AfterEach
    void end() {
        intake.close();
    }

    @Test
    void tellsTheReleasesOfADayApart() {
        state("CHN", "2.5", MORNING);
        state("CHN", "2.6", NOON);
        intake.reject("set", new Rejection("file", 7, "why", "row"));

        assertThat(table(KnownFacts.NONE)).isEqualTo("""
                        set: 1 row rejected
                         Published         Series  Observations  New  Revised  Withdrawn  Unchanged
                         2024-03-13T09:00       1             1    1        0          0          0
                         2024-03-13T12:00       1             1    0        1          0          0
                        """);
    }

    @Test
    void tellsTheReleasesOfAMinuteApart() {
        state("CHN", "2.5", MORNING);
        state("CHN", "2.6", "2024-03-13T09:00:48Z");

        assertThat(table(KnownFacts.NONE).lines())
                .anyMatch(line -> line.startsWith(" 2024-03-13T09:00:00  "))
                .anyMatch(line -> line.startsWith(" 2024-03-13T09:00:48  "))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void saysWhenLaterVintagesWereKnown() {
        state("CHN", "2.5", MORNING);

        List<String> lines = table((wanted, taker) -> taker.take(observation("CHN", "2.6", NOON)))
                .lines()
                .toList();

        assertThat(lines)
                .contains(" Later vintages than of 2024-03-13 were known already.")
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void saysWhichFigureCountsInPlaceOfOneThatDoesNotAndHowToMakeItVoid() {
        Message typed = observation("CHN", "540", MORNING);
        state("CHN", "54.0", MORNING);

        String table = table((wanted, taker) -> taker.take(typed));

        assertThat(table).isEqualTo("""
                        set
                         Published   Series  Observations  New  Revised  Withdrawn  Unchanged
                         2024-03-13       1             1    0        0          0          0
                         rd-intensity/CHN/economy/A/2021: 54 does not count, 540 of the same moment
                         does. Unless that is void:
                          ./sectorwatch facts void %s --because TEXT
                        """.formatted(FactId.of(typed).substring(0, 12)));
    }

    @Test
    void saysHowManyMoreDoNotCount() {
        List<String> areas = List.of("AUT", "BEL", "CHN", "DEU", "ESP", "FRA", "GBR");
        areas.forEach(area -> state(area, "54.0", MORNING));

        List<String> lines = table((wanted, taker) -> {
                    for (String area : areas) {
                        taker.take(observation(area, "540", MORNING));
                    }
                })
                .lines()
                .toList();

        assertThat(lines).filteredOn(line -> line.contains("facts void")).hasSize(5);
        assertThat(lines)
                .endsWith(" 2 more do not count: of one moment another one does.")
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void saysWhatIsVoidHereAndStaysSo() {
        Message typed = observation("CHN", "540", MORNING);
        state("CHN", "540", MORNING);
        state("CHN", "2.6", NOON);

        assertThat(table((wanted, taker) -> {
                    taker.take(typed);
                    taker.take(new Correction(FactId.of(typed), State.VOID, "typed", Instant.parse(NOON)));
                }))
                .endsWith("""
                         rd-intensity/CHN/economy/A/2021: 540 is void here, and stays so. Unless it is
                         valid after all:
                          ./sectorwatch facts reinstate %s
                        """.formatted(FactId.of(typed).substring(0, 12)));
    }

    @Test
    void saysNothingOfFactsThatBelongToNoRelease() {
        intake.take("facts.jsonl", observation("CHN", "2.6", NOON));
        assertThat(table(KnownFacts.NONE)).isEmpty();
    }

    private String table(KnownFacts known) {
        assertThat(intake.compare(known).count()).isPositive();
        return SummaryTable.of(intake.summary());
    }

    private void state(String area, String value, String published) {
        Release release = new Release("set", Instant.parse(published), Extent.WHOLE);
        intake.state(release, observation(area, value, published), "file", 1);
    }

    private static Message observation(String area, String value, String published) {
        return new IndicatorCodec().read("""
                {"indicator":"rd-intensity","area":"%s","period":"2021","value":%s,"published":"%s","source":{"id":"oecd"}}""".formatted(area, value, published).getBytes(UTF_8));
    }
}
