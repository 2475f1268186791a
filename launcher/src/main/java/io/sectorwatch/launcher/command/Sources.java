package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.FactSources;
import io.sectorwatch.ingest.Intake;
import io.sectorwatch.ingest.SourceFiles;
import io.sectorwatch.ingest.SourceReader;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the names given to {@code ingest} stand for. */
final class Sources {
    private static final String STANDARD_INPUT = "-";
    private static final long UNKNOWN = -1;

    /** One of them. */
    private sealed interface Source permits BuiltIn, StandardInput, InFile {}

    private record BuiltIn(BuiltInSet set) implements Source {}

    private record StandardInput() implements Source {}

    private record InFile(Path path) implements Source {}

    private final List<Source> sources;

    private Sources(List<Source> sources) {
        this.sources = sources;
    }

    /** Finds all of them; throws a CommandException for a name that stands for nothing. */
    static Sources named(List<String> names) {
        List<Source> sources = new ArrayList<>();
        for (String name : names) {
            try {
                if (BuiltInSet.find(name).isPresent()) {
                    sources.add(new BuiltIn(BuiltInSet.find(name).get()));
                } else if (name.equals(STANDARD_INPUT)) {
                    sources.add(new StandardInput());
                } else if (Files.exists(Path.of(name))) {
                    SourceFiles.of(Path.of(name)).forEach(file -> sources.add(new InFile(file)));
                } else {
                    throw CommandException.unusable("there is no file or folder '" + name
                            + "', and the built-in sets are " + String.join(", ", BuiltInSet.names()));
                }
            } catch (IOException e) {
                throw unreadable(name, e);
            }
        }
        return new Sources(sources);
    }

    /** All of them, where they are files, which can be read more than once; else throws a CommandException. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Source source : sources) {
            if (!(source instanceof InFile file)) {
                throw CommandException.unusable("--describe reads a file more than once: give files or folders");
            }
            files.add(file.path());
        }
        return files;
    }

    /** How many bytes they are, or -1 where nobody knows. */
    long bytes() {
        long bytes = 0;
        for (Source source : sources) {
            if (source instanceof StandardInput) {
                return UNKNOWN;
            }
            if (source instanceof InFile file) {
                bytes += file.path().toFile().length();
            }
        }
        return bytes;
    }

    /** Reads all of them, in the order in which they were named. */
    void read(Intake intake, SourceReader reader, ReadingProgress progress) {
        for (Source source : sources) {
            if (source instanceof BuiltIn builtIn) {
                FactSources.read(builtIn.set(), intake);
            } else if (source instanceof InFile file) {
                read(file.path(), reader, progress);
            } else {
                reader.read("standard input", progress.watch(System.in));
            }
        }
    }

    private static void read(Path file, SourceReader reader, ReadingProgress progress) {
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(file.toString(), progress.watch(in));
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static CommandException unreadable(String name, IOException e) {
        return CommandException.unusable(name + " cannot be read (" + e.getMessage() + ")");
    }
}
