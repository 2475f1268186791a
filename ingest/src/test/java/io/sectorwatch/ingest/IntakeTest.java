package io.sectorwatch.ingest;

import static io.sectorwatch.ingest.Facts.at;
import static io.sectorwatch.ingest.Facts.observation;
import static io.sectorwatch.ingest.Facts.observationLine;
import static io.sectorwatch.ingest.Facts.policy;
import static io.sectorwatch.ingest.Facts.policyLine;
import static io.sectorwatch.ingest.Facts.tickLine;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final String EARLY = "2024-02-23T00:00:00Z";
    private static final String LATE = "2025-01-23T00:00:00Z";

    private final Intake intake = new Intake(at("2026-06-01T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void takesTheFilesOfAFolderInOrderAndLeavesOthersAlone() throws IOException {
        Path deeper = Files.createDirectory(folder.resolve("deeper"));
        Path first = Files.writeString(folder.resolve("a.jsonl"), observationLine("CHN", "2023", "2.65", LATE));
        Path second = Files.writeString(deeper.resolve("b.ndjson"), policyLine("p", "2023", EARLY) + "\n{}\n");
        Files.writeString(folder.resolve("README.md"), "not facts");
        Files.writeString(folder.resolve(".hidden.jsonl"), "not facts either");

        intake.read(folder);

        assertThat(intake.facts())
                .containsExactly(policy("p", "2023", EARLY), observation("CHN", "2023", "2.65", LATE));
        assertThat(intake.report().dataSets())
                .extracting(Report.DataSet::name)
                .containsExactly(first.toString(), second.toString());
        assertThat(intake.report().rejections())
                .extracting(Rejection::file, Rejection::line, Rejection::row)
                .containsExactly(tuple(second.toString(), 2L, "{}"));
    }

    @Test
    void takesAFileOfAnyName() throws IOException {
        intake.read(Files.writeString(folder.resolve("facts.txt"), observationLine("CHN", "2023", "2.65", LATE)));
        assertThat(intake.facts()).hasSize(1);
    }

    @Test
    void saysWhenThereIsNothingToRead() {
        assertThatThrownBy(() -> intake.read(folder.resolve("gone.jsonl")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("gone.jsonl: there is no such file or folder");
        assertThatThrownBy(() -> intake.read(folder)).hasMessageContaining("the folder holds no file *.jsonl");
    }

    @Test
    void rejectsWhatIsKnownMoreThanAnHourFromNow() throws IOException {
        String lines = String.join(
                "\n",
                tickLine("2026-06-01T01:00:00Z"),
                tickLine("2026-06-01T01:00:00.001Z"),
                observationLine("CHN", "2023", "2.65", "2030-01-01T00:00:00Z"));
        intake.read("-", new ByteArrayInputStream(lines.getBytes(UTF_8)));

        assertThat(intake.facts()).hasSize(1);
        assertThat(intake.report().rejections()).extracting(Rejection::line).containsExactly(2L, 3L);
        assertThat(intake.report().rejections().get(1).reason())
                .contains("2030-01-01T00:00:00Z", "more than an hour ahead of now (2026-06-01T00:00:00Z)");
    }

    @Test
    void countsWhatWasReadPublishedAndRejected() throws IOException {
        intake.read(BuiltInSet.BRIEF);
        intake.read("-", new ByteArrayInputStream("not a fact".getBytes(UTF_8)));

        Report before = intake.report();
        assertThat(before.readCount()).isEqualTo(16);
        assertThat(before.publishedCount()).isZero();
        assertThat(before.rejections()).hasSize(1);
        assertThat(before.published().publishedCount()).isEqualTo(15);
    }

    @Test
    void rejectsBuiltInFactsOnAMachineWhoseClockIsYearsBehind() {
        Intake behind = new Intake(at("2024-01-01T00:00:00Z"));
        behind.read(BuiltInSet.BRIEF);
        assertThat(behind.facts()).isEmpty();
        assertThat(behind.report().rejections()).hasSize(15);
    }
}
