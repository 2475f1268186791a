package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.Manual;
import io.sectorwatch.application.replay.StrayCorrection;
import io.sectorwatch.application.status.Deciding;
import io.sectorwatch.application.status.InstallationStatus;
import io.sectorwatch.application.status.LettersStanding;
import io.sectorwatch.application.status.PartitionProgress;
import io.sectorwatch.application.status.ProcessorGroup;
import io.sectorwatch.schemas.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final Instant KNOWN = Instant.parse("2025-10-06T00:00:00Z");
    private static final ProcessorGroup ALIVE =
            new ProcessorGroup("sectorwatch", "Stable", List.of(new ProcessorGroup.Member("one", "127.0.0.1", 4)));
    private static final ProcessorGroup GONE = new ProcessorGroup("sectorwatch", "Empty", List.of());

    @Test
    void allIsWell() {
        InstallationStatus status = status(Deciding.UP_TO_DATE, ALIVE, false, List.of(), List.of());

        assertThat(status.isWell()).isTrue();
        assertThat(text(status)).isEqualToNormalizingNewlines("""
                processor     up to date: it is a member of its group, and nothing waits
                group         sectorwatch, stable: one at 127.0.0.1 with 4 partitions
                decided up to 2025-10-06T00:00:00Z of knowledge time
                              sectorwatch.indicators/0: 10 of 12
                topics        all there, as they must be
                dead letters  none
                rules         each watches a series
                """);
    }

    @Test
    void aProcessorThatIsGoneOrStandsStillIsSaidToBeSo() {
        InstallationStatus gone = status(Deciding.NOBODY, GONE, true, List.of(), List.of("mistyped"));
        InstallationStatus still = status(Deciding.STANDING_STILL, ALIVE, true, List.of(), List.of());

        assertThat(gone.isWell()).isFalse();
        assertThat(text(gone))
                .contains("NOT RUNNING: its group has no member, and there are 2 records", "without a series: mistyped")
                .contains("sectorwatch.indicators/0: 10 of 12, 2 behind");
        assertThat(still.isWell()).isFalse();
        assertThat(text(still)).contains("STANDING STILL", "committed nothing for 10 s");
    }

    @Test
    void aMissingTopicIsAFaultAndADeadLetterIsNone() {
        InstallationStatus missing =
                status(Deciding.UP_TO_DATE, ALIVE, false, List.of("sectorwatch.alerts"), List.of());
        InstallationStatus letters = new InstallationStatus(
                Deciding.CATCHING_UP,
                ALIVE,
                List.of(),
                KNOWN,
                new LettersStanding(3, 1, KNOWN, "not JSON"),
                null,
                null,
                List.of(),
                List.of());

        assertThat(missing.isWell()).isFalse();
        assertThat(text(missing)).contains("MISSING: sectorwatch.alerts");
        assertThat(letters.isWell()).isTrue();
        assertThat(text(letters))
                .contains("3, 1 of them redriven; the newest, of 2025-10-06T00:00:00Z: not JSON", "not looked at")
                .contains("last alert    written 2025-10-06T00:00:00Z");
    }

    @Test
    void itIsSaidInTheWordsThatTheManualExplains() {
        Map<String, InstallationStatus> said = Map.of(
                "up to date", status(Deciding.UP_TO_DATE, ALIVE, false, List.of(), List.of()),
                "catching up", status(Deciding.CATCHING_UP, ALIVE, true, List.of(), List.of()),
                "STANDING STILL", status(Deciding.STANDING_STILL, ALIVE, true, List.of(), List.of()),
                "NOT RUNNING", status(Deciding.NOBODY, GONE, false, List.of(), List.of()),
                "MISSING", status(Deciding.UP_TO_DATE, ALIVE, false, List.of("sectorwatch.alerts"), List.of()),
                "NOT AS THEY MUST BE", differing("topic sectorwatch.rules has 1 partitions, expected 2"));
        List<String> words = Manual.cells("it says");
        List<String> exits = Manual.cells("status");
        assertThat(said.keySet())
                .containsExactlyInAnyOrderElementsOf(words.stream()
                        .flatMap(cell -> Stream.of(cell.split(", ")))
                        .toList());

        for (int row = 0; row < words.size(); row++) {
            for (String word : words.get(row).split(", ")) {
                InstallationStatus status = Objects.requireNonNull(said.get(word));
                assertThat(text(status)).contains(" " + word + ": ");
                assertThat(status.isWell() ? "0" : "1").as(word).isEqualTo(exits.get(row));
            }
        }
    }

    private static InstallationStatus differing(String topic) {
        return new InstallationStatus(
                Deciding.UP_TO_DATE, ALIVE, List.of(), null, null, List.of(), List.of(), List.of(), List.of(topic));
    }

    @Test
    void correctionsThatCountForNothingAreNamedWithWhereTheirFactIs() throws IOException {
        StrayCorrection elsewhere = new StrayCorrection("a".repeat(32), new TreeSet<>(Set.of(1, 2)), 0);
        StrayCorrection unknown = new StrayCorrection("b".repeat(32), new TreeSet<>(Set.of(1)), null);
        InstallationStatus strays = new InstallationStatus(
                Deciding.UP_TO_DATE,
                ALIVE,
                List.of(),
                null,
                null,
                List.of(),
                List.of(elsewhere, unknown),
                List.of(),
                List.of());

        assertThat(strays.isWell()).isTrue();
        assertThat(text(strays))
                .contains("corrections   count for nothing: of aaaaaaaaaaaa in partition 1, 2, since the fact is in 0")
                .contains("of bbbbbbbbbbbb in partition 1, since no fact has that id");
        assertThat(Files.readString(Path.of("../docs/operation.md"))).contains("`count for nothing`");
        var json = Json.tree(StatusText.forPrograms(strays).getBytes(UTF_8));
        assertThat(json.at("/strayCorrections/0/home").intValue()).isZero();
        assertThat(json.at("/strayCorrections/1/partitions/0").intValue()).isEqualTo(1);
        assertThat(json.at("/strayCorrections/1").has("home")).isFalse();
    }

    @Test
    void programsGetOneObject() {
        var json = Json.tree(StatusText.forPrograms(status(Deciding.STANDING_STILL, ALIVE, true, List.of(), List.of()))
                .getBytes(UTF_8));

        assertThat(json.path("well").booleanValue()).isFalse();
        assertThat(json.path("deciding").textValue()).isEqualTo("standing-still");
        assertThat(json.at("/partitions/0/behind").intValue()).isEqualTo(2);
        assertThat(json.at("/group/members/0/clientId").textValue()).isEqualTo("one");
    }

    private static String text(InstallationStatus status) {
        return StatusText.forPeople(status, Duration.ofSeconds(10), Screen.PLAIN);
    }

    private static InstallationStatus status(
            Deciding deciding, ProcessorGroup group, boolean waiting, List<String> missing, List<String> idle) {
        return new InstallationStatus(
                deciding,
                group,
                List.of(new PartitionProgress("sectorwatch.indicators", 0, 10, 12, waiting, KNOWN, null)),
                null,
                new LettersStanding(0, 0, null, null),
                idle,
                List.of(),
                missing,
                List.of());
    }
}
