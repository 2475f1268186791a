package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.format.registry.Formats;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.MappingFile;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person says of files that they do not say themselves. */
final class ReadingOptions {
    private static final String AUTOMATIC = "auto";

    @Option(
            names = "--format",
            defaultValue = AUTOMATIC,
            paramLabel = "FORMAT",
            description =
                    "auto recognises it by content (default). Else one of sdmx-ml, sdmx-csv, sdmx-json,"
                            + " world-bank-csv, world-bank-json, eurostat-tsv, json-stat, owid-csv, oecd-csv, csv, table, jsonl.")
    private String format = AUTOMATIC;

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "The name of a ready mapping, or a file with one, for all sources; else each data set is"
                    + " recognised by one of the ready ones.")
    private @Nullable String mapping;

    @Option(
            names = "--published",
            paramLabel = "TIME",
            description = "When the sources became known, whatever they say of it themselves: 2024-03-13, or"
                    + " 2024-03-13T11:00:00Z.")
    private @Nullable String published;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Of text that is not UTF-8, such as windows-1252.")
    private @Nullable String encoding;

    /**
     * All of them, understood; throws a CommandException for one that makes no sense.
     *
     * @param err where the mistakes of a mapping are told, each in a line
     */
    SourceReader.Options options(PrintStream err) {
        return new SourceReader.Options(format(), encoding(), mapping(err), published());
    }

    /** All of them as a text, which changes with a mapping's file too. */
    String said() {
        String all = String.join("\n", format, String.valueOf(mapping), String.valueOf(encoding));
        try {
            return mapping == null || !Files.isRegularFile(Path.of(mapping))
                    ? all
                    : all + '\n' + Files.readString(Path.of(mapping));
        } catch (IOException e) {
            throw CommandException.unusable("the mapping " + mapping + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private @Nullable Format format() {
        return format.equals(AUTOMATIC)
                ? null
                : Formats.named(format)
                        .orElseThrow(() -> CommandException.unusable(
                                "--format '" + format + "' is not known: auto, " + String.join(", ", Formats.names())));
    }

    private @Nullable Charset encoding() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw CommandException.unusable(
                    "--encoding '" + encoding + "' is not known; UTF-8, UTF-16, windows-1252 and ISO-8859-1 are");
        }
    }

    private @Nullable Instant published() {
        return published == null
                ? null
                : PublicationTime.parse(published)
                        .orElseThrow(() -> CommandException.unusable("--published '" + published
                                + "' is no time: write 2024-03-13 or 2024-03-13T11:00:00Z"));
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
