package io.sectorwatch.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.ingest.WebAccess;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.watch.Memory;
import io.sectorwatch.ingest.web.Address;
import io.sectorwatch.ingest.web.Backoff;
import io.sectorwatch.ingest.web.WebListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Watched WATCHED =
            new Watched(List.of(), List.of(), List.of(), new SourceReader.Options(null, null, null, null), "");
    private static final String FACT =
            "{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":2.64,"
                    + "\"published\":\"2024-02-29T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}\n";

    @TempDir
    Path directory = Path.of("");

    @TempDir
    Path state = Path.of("");

    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Instant> notBefore = new HashMap<>();
    private RoundTally tally = new RoundTally();

    @Test
    void aFileIsReadAgainOnlyWhenItIsNotWhatItWas() throws Exception {
        write("a.jsonl", FACT, 60);
        round(directory);
        assertThat(tally.read()).isEqualTo(1);

        round(directory);
        assertThat(tally.unchanged()).isEqualTo(1);
        assertThat(tally.read()).isZero();

        write("a.jsonl", FACT, 30);
        write("b.jsonl", FACT, 60);
        round(directory);
        assertThat(tally.read()).isEqualTo(2);
    }

    @Test
    void aFileThatIsStillBeingWrittenWaitsForTheNextRound() throws Exception {
        write("a.jsonl", "{\"indicator", 1);
        write("b.jsonl", FACT, 60);

        round(directory);

        assertThat(tally.unsettled()).isEqualTo(1);
        assertThat(tally.read()).isEqualTo(1);
        assertThat(rejections).isEmpty();
    }

    @Test
    void aBadSourceStopsNoGoodOne() throws Exception {
        write("a.jsonl", FACT, 60);
        write("b.jsonl", "%PDF-1.4", 60);

        round(directory.resolve("nowhere"), directory);
        assertThat(tally.failed()).isEqualTo(2);
        assertThat(complaints).singleElement().asString().contains("nowhere: ", "no such file or folder");
        assertThat(tally.read()).isEqualTo(1);
        assertThat(rejections)
                .extracting(Rejection::reason)
                .singleElement()
                .asString()
                .contains("PDF");

        round(directory);
        assertThat(tally.unchanged()).as("a bad file is not told again").isEqualTo(2);
        assertThat(rejections).isEmpty();
    }

    @Test
    void anErrorPageThatComesAsAnAnswerIsNotRemembered() throws Exception {
        try (Office office = new Office("<html><title>Maintenance</title></html>")) {
            Address address = Address.of(office.address(Office.PATH));
            assertThat(round(address).read()).isEmpty();
            assertThat(tally.failed()).isEqualTo(1);
            assertThat(rejections)
                    .extracting(Rejection::reason)
                    .singleElement()
                    .asString()
                    .contains("a web page");

            office.shut();
            office.open(Office.edition("2024-03-28", "2.55", "2.64"));
            assertThat(round(address).read()).hasSize(1);

            round(address);
            assertThat(tally.unchanged()).isEqualTo(1);
            assertThat(office.answers()).containsExactly("200", "200", "304");
        }
    }

    @Test
    void aServerThatAsksToBeLeftAloneIsLeftAlone() throws Exception {
        try (Office office = new Office("")) {
            Address address = Address.of(office.address(Office.BUSY));
            round(address);
            assertThat(complaints).singleElement().asString().endsWith("asks to be left alone for 60 min");

            round(address);
            assertThat(complaints).singleElement().asString().contains("is left alone until ");
            assertThat(office.answers()).containsExactly("429");
        }
    }

    @Test
    void aReleaseIsInPartWhereAnotherAddressThatWasNotReadHasItsDataSet() throws Exception {
        try (Office office = new Office(Office.edition("2024-03-28", "2.55", "2.64"))) {
            Address address = Address.of(office.address(Office.PATH));
            Gathering first = round(address);
            Release next = new Release(
                    "world-bank-rd-intensity-api", Instant.parse("2025-01-23T00:00:00Z"), Release.Extent.WHOLE);
            assertThat(first.isInPart(next)).as("it was read").isFalse();

            Gathering second = round(address);
            assertThat(second.isInPart(next)).as("it was not").isTrue();
        }
    }

    private void round(Path... paths) throws IOException {
        Memory memory = begin();
        try (Intake intake = new Intake(NOW, state, rejections::add)) {
            Gathering gathering = gathering(memory, intake);
            List.of(paths).forEach(gathering::path);
            memory.note(gathering.read());
        }
    }

    private Gathering round(Address address) throws IOException {
        Memory memory = begin();
        try (Intake intake = new Intake(NOW, state, rejections::add)) {
            Gathering gathering = gathering(memory, intake);
            Backoff once = new Backoff(1, Duration.ZERO);
            gathering.address(address, WebAccess.asking(null, once, WebListener.NONE), notBefore);
            memory.note(gathering.read());
            return gathering;
        }
    }

    private Memory begin() throws IOException {
        tally = new RoundTally();
        rejections.clear();
        complaints.clear();
        return Memory.in(state.resolve("memory.json"));
    }

    private Gathering gathering(Memory memory, Intake intake) {
        return new Gathering(
                WATCHED,
                memory,
                intake,
                NOW,
                tally,
                (name, reason) -> complaints.add(name + ": " + reason),
                note -> {});
    }

    private Path write(String name, String content, int secondsAgo) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsAgo)));
    }
}
