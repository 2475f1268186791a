package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.format.registry.Formats;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.Mapping;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person says of what is in files, whatever they are to become. */
final class ContentOptions {
    private static final String AUTOMATIC = "auto";

    @Option(
            names = "--format",
            defaultValue = AUTOMATIC,
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            description = "auto recognises it by content (default). Else one of ${COMPLETION-CANDIDATES}.")
    private String format = AUTOMATIC;

    @Option(
            names = "--published",
            paramLabel = "TIME",
            description = "When the sources became known, whatever they say of it themselves: 2024-03-13, or"
                    + " 2024-03-13T11:00:00Z.")
    private @Nullable String published;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Of text that is not UTF-8, such as windows-1252.")
    private @Nullable String encoding;

    /** All of them, understood, with a mapping; throws a CommandException for one that makes no sense. */
    SourceReader.Options options(@Nullable Mapping mapping) {
        return new SourceReader.Options(format(), encoding(), mapping, published());
    }

    /** Those that hold for every edition, as a text. */
    String said() {
        return format + '\n' + encoding;
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

    /** The formats, for the help and for shells. */
    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.names().iterator();
        }
    }
}
