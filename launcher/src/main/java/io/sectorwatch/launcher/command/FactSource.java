package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.Rejection;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.jsonl.JsonLines;
import io.sectorwatch.schemas.message.Message;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One thing facts are read from. */
interface FactSource {

    /** Reads all of it. */
    void read(Consumer<Message> facts, Consumer<Rejection> rejections);

    /** What the names stand for: a built-in set before a file, a folder for the files in it. */
    static List<FactSource> find(List<String> names) {
        List<FactSource> sources = new ArrayList<>();
        for (String name : names) {
            Optional<BuiltInSet> builtIn = BuiltInSet.find(name);
            Path path = Path.of(name);
            if (builtIn.isPresent()) {
                sources.add((facts, rejections) -> builtIn.get().facts().forEach(facts));
            } else if (name.equals("-")) {
                sources.add((facts, rejections) -> lines("standard input", FactSource::input, facts, rejections));
            } else if (Files.isDirectory(path)) {
                files(path).forEach(file -> sources.add(file(file)));
            } else if (Files.exists(path)) {
                sources.add(file(path));
            } else {
                throw CommandException.unusable("there is no file or folder '" + name + "', and the built-in sets are "
                        + String.join(", ", BuiltInSet.names()));
            }
        }
        return sources;
    }

    private static FactSource file(Path path) {
        return (facts, rejections) -> lines(path.toString(), () -> Files.newInputStream(path), facts, rejections);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw CommandException.unusable("the folder " + folder + " holds no file *.jsonl");
            }
            return found;
        } catch (IOException e) {
            throw CommandException.unusable("the folder " + folder + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private static void lines(String name, Opening opening, Consumer<Message> facts, Consumer<Rejection> rejections) {
        try (InputStream in = opening.open()) {
            JsonLines.read(name, in, facts, rejections);
        } catch (IOException e) {
            throw CommandException.unusable(name + " cannot be read (" + e.getMessage() + ")");
        }
    }

    // Standard input belongs to the process, and is not ours to close.
    private static InputStream input() {
        return new FilterInputStream(System.in) {
            @Override
            public void close() {}
        };
    }

    /** Opens what is to be read. */
    interface Opening {
        InputStream open() throws IOException;
    }
}
