package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.plausibility.Doubt;
import io.sectorwatch.ingest.plausibility.Implausible;
import io.sectorwatch.ingest.plausibility.Warned;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarningWordsTest {
    private static final Observation SLIP = figure("540");
    private static final Observation RIGHT = figure("54");

    private final Warned warned = new Warned();

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(WarningWords.of(warned, true)).isEmpty();
    }

    @Test
    void placeBothFiguresAndWhatToDo() {
        add(Doubt.LEAP, RIGHT, "", "");

        assertThat(WarningWords.of(warned, true))
                .containsExactly(
                        "facts.csv:7: warning: rd-intensity/CHN/economy/A/2023: 540 percent is at least ten times 54"
                                + " percent of 2023 (published 2024-03-13T00:00:00Z)",
                        "  ./sectorwatch facts void " + FactId.of(SLIP).substring(0, 12) + " --because TEXT",
                        "Warnings: 1 leap of ten times or a tenth.");
    }

    @Test
    void whatAnotherSourceSaysIsAQuestionOfUnitOrDefinition() {
        add(Doubt.OTHER_SOURCE, RIGHT, "", "");
        add(Doubt.OTHER_SOURCE, figure("41"), "", "");

        assertThat(WarningWords.of(warned, false))
                .containsExactly(
                        "facts.csv:7: warning: rd-intensity/CHN/economy/A/2023: 540 percent of nbs stands beside 54"
                                + " percent of nbs, the same with the decimal point elsewhere. Is it in another unit?",
                        "facts.csv:7: warning: rd-intensity/CHN/economy/A/2023: 540 percent of nbs stands beside 41"
                                + " percent of nbs. Do both mean the same, and in the same unit?",
                        "Warnings: 2 far from another source.");
    }

    @Test
    void whatIsNotPublishedIsNotTakenBack() {
        add(Doubt.LEAP, RIGHT, "", "");
        add(Doubt.NO_TOPIC, null, "robotics", "");

        assertThat(WarningWords.of(warned, false))
                .noneMatch(line -> line.contains("facts void"))
                .contains("  ./sectorwatch topics --sectors robotics");
    }

    @Test
    void ofManyTheFirstFewAndHowManyMore() {
        for (int i = 0; i < 317; i++) {
            add(Doubt.TOO_EARLY, null, "", "");
        }
        add(Doubt.NEW_AREA, null, "CHM", "; did you mean 'CHN'?");

        assertThat(WarningWords.of(warned, true))
                .contains(
                        "facts.csv:7: warning: area 'CHM' was never seen here; did you mean 'CHN'?",
                        "  ./sectorwatch facts list --area CHM",
                        " and 312 more published before the period began.",
                        "Warnings: 1 area never seen; 317 published before the period began.")
                .hasSize(2 + 5 * 2 + 2);
    }

    private void add(Doubt doubt, @Nullable Observation other, String code, String near) {
        warned.add(new Implausible(doubt, SLIP, other, code, near, "facts.csv", 7));
    }

    private static Observation figure(String value) {
        String json = """
                {"indicator":"rd-intensity","area":"CHN","period":"2023","value":%s,"unit":"percent",\
                "published":"2024-03-13T00:00:00Z","source":{"id":"nbs"}}""".formatted(value);
        return (Observation) new IndicatorCodec().read(json.getBytes(UTF_8));
    }
}
