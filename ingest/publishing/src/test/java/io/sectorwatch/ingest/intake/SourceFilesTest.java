package io.sectorwatch.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    @TempDir
    Path folder;

    @Test
    void takesDataOfEveryFormatPackedOrNot() throws IOException {
        List<String> data = List.of(
                "a.csv",
                "b.csv.gz",
                "c.JSON",
                "d.jsonl.gz",
                "e/f.tsv",
                "e/g.xml",
                "h.zip",
                "i.csv.zip",
                "j.txt",
                "k.ndjson",
                "l.xlsx");
        List<String> others = List.of(
                "README.md",
                "table.ods",
                "dump.tar.gz",
                "noextension",
                ".hidden.csv",
                ".git/config.txt",
                "e/.cache/x.csv",
                "__MACOSX/._a.csv",
                "a.csv~");
        for (List<String> names : List.of(data, others)) {
            for (String name : names) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, "");
            }
        }
        assertThat(SourceFiles.of(folder))
                .containsExactlyElementsOf(data.stream().map(folder::resolve).toList());
    }

    @Test
    void takesAFolderThatIsHiddenItself() throws IOException {
        Path hidden = Files.createDirectory(folder.resolve(".data"));
        Path file = Files.writeString(hidden.resolve("a.csv"), "");
        assertThat(SourceFiles.of(hidden)).containsExactly(file);
    }

    @Test
    void takesAFileWhateverItsName() throws IOException {
        Path file = Files.writeString(folder.resolve(".facts"), "");
        assertThat(SourceFiles.of(file)).containsExactly(file);
    }
}
