package io.sectorwatch.ingest.describe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.mapping.Mapper;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.MappingFile;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.ingest.mapping.UnmappableException;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source holds, which mapping fits it, and what would be ingested with that: a text for a screen of 80 columns. The
 * source is read two or three times, in memory that does not grow with it.
 */
public final class Description {
    private final String text;

    /** A source that can be read more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private Description(String text) {
        this.text = text;
    }

    /**
     * Describes a source.
     *
     * @param reader of its format
     * @param mapping to try on it; null for the ready ones, and a proposal where none of them fits
     * @param now the end of what can be known
     * @throws IOException if it cannot be read to its end
     */
    public static Description of(String name, Source source, FormatReader reader, @Nullable Mapping mapping, Moment now)
            throws IOException {
        Contents contents = new Contents();
        try (InputStream in = source.open()) {
            reader.read(name, in, contents);
        }
        Rendering rendering = new Rendering(name, contents);
        rendering.contents(now.given());
        // Nothing is published: what nobody has dated yet is tried as of now.
        Instant given = now.given() == null && contents.published().isEmpty() ? now.now() : now.given();
        Attempt attempt = new Attempt(name, source, reader, new Moment(given, now.now()));
        if (mapping != null) {
            attempt.with(Mappings.named(mapping), rendering);
        } else if (!attempt.with(Mappings.ready(), rendering)) {
            Optional<String> proposal = Proposal.of(name, contents);
            rendering.proposal(proposal);
            if (proposal.isPresent()) {
                attempt.with(Mappings.named(parsed(proposal.get())), rendering);
            }
        }
        return new Description(rendering.text());
    }

    private record Attempt(String name, Source source, FormatReader reader, Moment moment) {
        /** Says what mappings would make of the source, if they want anything of it. */
        boolean with(Mappings mappings, Rendering rendering) throws IOException {
            Trial trial = new Trial();
            Mapper mapper = new Mapper(name, mappings, moment, trial);
            try (InputStream in = source.open()) {
                reader.read(name, in, mapper);
            } catch (UnmappableException e) {
                rendering.unmappable(e);
                return false;
            }
            boolean isWanted = mapper.unwanted() + mapper.unmapped() < mapper.rows();
            if (isWanted || mappings.isNamed()) {
                rendering.trial(trial, mapper.unwanted());
            }
            return isWanted;
        }
    }

    private static Mapping parsed(String proposal) {
        try {
            return MappingFile.read("proposal", new ByteArrayInputStream(proposal.getBytes(UTF_8)));
        } catch (UnusableFileException e) {
            throw new IllegalStateException("a proposal that cannot be read: " + e.getMessage(), e);
        }
    }

    /** The text, with a line break at its end. */
    @Override
    public String toString() {
        return text;
    }
}
