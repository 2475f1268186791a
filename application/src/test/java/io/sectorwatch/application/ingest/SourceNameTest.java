package io.sectorwatch.application.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceNameTest {
    @TempDir
    private Path directory;

    @Test
    void aFileMayBeDatedByItsName() throws IOException {
        Path file = Files.writeString(directory.resolve("figures.csv"), "");

        assertThat(SourceName.of(file.toString())).isEqualTo(new SourceName.OnDisk(file, null));
        assertThat(SourceName.of(file + "@2024-06-15"))
                .isEqualTo(new SourceName.OnDisk(file, Instant.parse("2024-06-15T00:00:00Z")));
        assertThat(SourceName.of(file + "@2024-06-15T11:00:00Z"))
                .isEqualTo(new SourceName.OnDisk(file, Instant.parse("2024-06-15T11:00:00Z")));
    }

    @Test
    void aSheetOfAWorkbookStandsBehindItsName(@TempDir Path folder) throws IOException {
        Path book = Files.createFile(folder.resolve("book.xlsx"));
        assertThat(SourceName.of(book + "#Table 1")).isEqualTo(new SourceName.OnDisk(book, null, "Table 1"));
        assertThat(SourceName.of(book + "#Table 1@2024-06-15"))
                .isEqualTo(new SourceName.OnDisk(book, Instant.parse("2024-06-15T00:00:00Z"), "Table 1"));
    }

    @Test
    void aFileThatIsThereIsItselfWhateverItsName() throws IOException {
        Path file = Files.writeString(directory.resolve("figures.csv@2024-06-15"), "");

        assertThat(SourceName.of(file.toString())).isEqualTo(new SourceName.OnDisk(file, null));
    }

    @Test
    void aDateThatIsNoneIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("figures.csv"), "");

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> SourceName.of(file + "@June"))
                .withMessageContaining("'June' is no time of publication")
                .withMessageContaining("figures.csv@2024-03-13");
    }
}
