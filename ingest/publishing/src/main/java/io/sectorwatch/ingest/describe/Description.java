package io.sectorwatch.ingest.describe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.MisreadException;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.mapping.Mapper;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.MappingFile;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.ingest.mapping.UnmappableException;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rows hold, which mapping fits them, and what would be ingested with that: a text for a screen of 80 columns, made in
 * memory that does not grow with them.
 */
final class Description {

    /** Rows that can be read more than once. */
    @FunctionalInterface
    interface Reading {
        void read(Rows rows) throws IOException;
    }

    /**
     * Describes rows, and reads them two or three times for that.
     *
     * @param mapping to try on them; null for the ready ones, and a proposal where none of them wants any
     * @throws IOException if they cannot be read to their end
     */
    static String of(String name, Reading reading, @Nullable Mapping mapping, Moment moment) throws IOException {
        Holdings holdings = new Holdings(mapping);
        reading.read(holdings);
        Rendering rendering = new Rendering(name, holdings);
        rendering.holdings(moment.given());
        // Nothing is published: what nobody has dated yet is tried as of now.
        Instant given = moment.given() == null && holdings.published().isEmpty() ? moment.now() : moment.given();
        Attempt attempt = new Attempt(name, reading, new Moment(given, moment.now()), rendering);
        if (mapping != null) {
            attempt.with(Mappings.named(mapping));
        } else if (!attempt.with(Mappings.ready())) {
            Optional<String> proposal = Proposal.of(name, holdings);
            rendering.proposal(proposal);
            if (proposal.isPresent()) {
                attempt.with(Mappings.named(parsed(Proposal.filledIn(proposal.get()))));
            }
        }
        return rendering.text();
    }

    private record Attempt(String name, Reading reading, Moment moment, Rendering rendering) {
        /** Says what mappings would make of the rows; whether they want any, which of ready ones none may. */
        boolean with(Mappings mappings) throws IOException {
            Trial trial = new Trial();
            Mapper mapper = new Mapper(name, mappings, moment, trial);
            try {
                reading.read(mapper);
                mapper.requireComponents();
            } catch (UnmappableException | MisreadException e) {
                rendering.unmappable(e);
                return true;
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

    private Description() {}
}
