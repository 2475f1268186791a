package io.sectorwatch.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files a path given by a person stands for. */
final class SourceFiles {
    private static final Pattern JSON_LINES = Pattern.compile("[^.].*\\.(jsonl|ndjson)(\\.gz)?");

    /** A file itself, whatever its name; of a folder all files of JSON Lines under it, in the order of their paths. */
    static List<Path> of(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> JSON_LINES.matcher(name(file)).matches())
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new NoSuchFileException(
                        path.toString(), null, "the folder holds no file *.jsonl, *.ndjson or the same with .gz");
            }
            return found;
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private SourceFiles() {}
}
