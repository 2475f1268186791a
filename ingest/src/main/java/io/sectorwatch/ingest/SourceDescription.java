package io.sectorwatch.ingest;

import io.sectorwatch.ingest.SourceReader.Options;
import io.sectorwatch.ingest.describe.Description;
import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.ingest.unpack.Content;
import io.sectorwatch.ingest.unpack.Contents;
import io.sectorwatch.ingest.unpack.UnpackLimits;
import io.sectorwatch.ingest.unpack.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes files to a person: what they hold, which mapping fits them, what would be ingested. */
public final class SourceDescription {
    private final Options options;
    private final Instant now;

    /** Describes files as they would be read with the options. */
    public SourceDescription(Options options, Instant now) {
        this.options = options;
        this.now = now;
    }

    /**
     * A description of the file, or of each that is packed in it.
     *
     * @throws IOException if it cannot be read to its end
     */
    public List<String> of(Path file) throws IOException {
        Map<String, Format> formats = new LinkedHashMap<>();
        read(file, content -> formats.put(content.name(), options.formatOf(content)));
        List<String> descriptions = new ArrayList<>();
        for (Map.Entry<String, Format> entry : formats.entrySet()) {
            descriptions.add(description(file, entry.getKey(), entry.getValue()));
        }
        return descriptions;
    }

    private String description(Path file, String name, Format format) throws IOException {
        if (format == Format.JSON_LINES) {
            return name + ": finished messages, one a line, which need no mapping";
        }
        FormatReader reader = format.reader(options.reading());
        FormatReader ofContent =
                (source, in, rows) -> Unpacking.read(source, in, UnpackLimits.USUAL, (Only) content -> {
                    if (content.name().equals(name)) {
                        reader.read(name, content.stream(), rows);
                    }
                });
        return Description.of(
                        file.toString(),
                        () -> Files.newInputStream(file),
                        ofContent,
                        options.mapping(),
                        new Moment(options.published(), now))
                .toString();
    }

    private static void read(Path file, Only contents) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Unpacking.read(file.toString(), in, UnpackLimits.USUAL, contents);
        }
    }

    /** Contents without what is left out. */
    private interface Only extends Contents {
        @Override
        default void skipped(String name, String reason) {
            // It is not ingested either.
        }

        @Override
        void content(Content content) throws IOException;
    }
}
