package io.sectorwatch.ingest.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files a path given by a person stands for. */
public final class SourceFiles {
    private static final Pattern DATA =
            Pattern.compile("(?i).*\\.(?:(?:jsonl|ndjson|json|xml|sdmx|csv|tsv|tab|txt|xlsx|xlsm)(?:\\.gz)?|zip)");

    /**
     * A file itself, whatever its name; of a folder all files under it whose names end like those of data, packed or not,
     * in the order of their paths. What is hidden, or in a hidden folder, is not among them.
     */
    public static List<Path> of(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("there is no such file or folder");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> DATA.matcher(name(file)).matches() && !isHidden(path.relativize(file)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IOException(
                        "the folder holds no file *.jsonl, *.ndjson, *.json, *.xml, *.csv, *.tsv, *.txt or *.xlsx, nor one"
                                + " packed with gzip or zip");
            }
            return found;
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private SourceFiles() {}
}
