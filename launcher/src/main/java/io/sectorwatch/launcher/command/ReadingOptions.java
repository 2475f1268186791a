package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.MappingFile;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person says of files that they do not say themselves. */
final class ReadingOptions {
    @Mixin
    private ContentOptions content = new ContentOptions();

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "The name of a ready mapping, or a file with one, for all sources; else each data set is"
                    + " recognised by one of the ready ones.")
    private @Nullable String mapping;

    /**
     * All of them, understood; throws a CommandException for one that makes no sense.
     *
     * @param err where the mistakes of a mapping are told, each in a line
     */
    SourceReader.Options options(PrintStream err) {
        return content.options(mapping(err));
    }

    /** All of them as a text, which changes with a mapping's file too. */
    String said() {
        String all = content.said() + '\n' + mapping;
        try {
            return mapping == null || !Files.isRegularFile(Path.of(mapping))
                    ? all
                    : all + '\n' + Files.readString(Path.of(mapping));
        } catch (IOException e) {
            throw CommandException.unusable("the mapping " + mapping + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private @Nullable Mapping mapping(PrintStream err) {
        if (mapping == null) {
            return null;
        }
        Path file = Path.of(mapping);
        if (!Files.isRegularFile(file)) {
            try {
                return Mappings.ready(mapping);
            } catch (IllegalArgumentException e) {
                throw CommandException.unusable("--mapping: " + e.getMessage());
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            return MappingFile.read(mapping, in);
        } catch (UnusableFileException e) {
            String.valueOf(e.getMessage()).lines().forEach(err::println);
            throw CommandException.unusable("the mapping " + mapping + " has mistakes, and nothing was read");
        } catch (IOException e) {
            throw CommandException.unusable("the mapping " + mapping + " cannot be read (" + e.getMessage() + ")");
        }
    }
}
