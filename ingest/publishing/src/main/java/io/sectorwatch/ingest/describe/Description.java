package io.sectorwatch.ingest.describe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.MisreadException;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
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
        /**
         * Reads them.
         *
         * @param proposed what of marks, headings and columns they are read with; null for what was said already
         */
        void read(@Nullable Mapping proposed, Rows rows) throws IOException;
    }

    private final String name;
    private final Reading reading;
    private final Moment moment;
    private final Holdings holdings;
    private final @Nullable ObservationColumns guessed;

    private Description(
            String name, Reading reading, Moment moment, Holdings holdings, @Nullable ObservationColumns guessed) {
        this.name = name;
        this.reading = reading;
        this.moment = moment;
        this.holdings = holdings;
        this.guessed = guessed;
    }

    /**
     * Describes rows, and reads them two to four times for that.
     *
     * @param mapping to try on them; null for the ready ones, and a proposal where none of them wants any
     * @param guessed the columns of period and figure that the rows are read with; null where nobody had to guess
     * @throws IOException if they cannot be read to their end
     */
    static String of(
            String name,
            Reading reading,
            @Nullable Mapping mapping,
            Moment moment,
            @Nullable ObservationColumns guessed)
            throws IOException {
        Description description = read(name, reading, mapping, moment, guessed);
        return mapping == null ? description.withoutMapping() : description.with(mapping);
    }

    /**
     * A mapping for rows, with somebody's answers, and in sentences what is to be said of it.
     *
     * @throws UnreadableException if they have no figures
     */
    static MappingDraft draft(
            String name, Reading reading, Moment moment, @Nullable ObservationColumns guessed, Interview interview)
            throws IOException {
        return read(name, reading, null, moment, guessed).draft(interview);
    }

    private static Description read(
            String name,
            Reading reading,
            @Nullable Mapping mapping,
            Moment moment,
            @Nullable ObservationColumns guessed)
            throws IOException {
        Holdings holdings = new Holdings(mapping);
        reading.read(null, holdings);
        return new Description(name, reading, moment, holdings, guessed);
    }

    private String with(Mapping mapping) throws IOException {
        Rendering rendering = new Rendering(name, holdings);
        rendering.holdings(moment.given(), guessed);
        tried(Mappings.named(mapping), null).tell(rendering);
        return rendering.text();
    }

    private String withoutMapping() throws IOException {
        Outcome ready = tried(Mappings.ready(), null);
        if (ready.isWanted()) {
            Rendering rendering = new Rendering(name, heldAsReadBy(ready));
            rendering.holdings(moment.given(), guessed);
            ready.tell(rendering);
            return rendering.text();
        }
        Rendering rendering = new Rendering(name, holdings);
        rendering.holdings(moment.given(), guessed);
        Optional<Proposal> proposal = Proposal.of(name, holdings, guessed);
        rendering.proposal(proposal);
        if (proposal.isPresent()) {
            tried(proposal.get()).tellProposed(rendering, proposal.get());
        }
        return rendering.text();
    }

    private MappingDraft draft(Interview interview) throws IOException {
        if (!holdings.hasFigures()) {
            throw new UnreadableException(
                    "there is no figure in it; docs/ingest.md says how a mapping for policy events is written");
        }
        Rendering rendering = new Rendering(name, holdings);
        Outcome ready = tried(Mappings.ready(), null);
        if (ready.isWanted()) {
            rendering.readyMappingFits(ready.trial());
        }
        Proposal proposal = Proposal.asking(name, holdings, guessed, interview);
        rendering.doubts(proposal.doubts());
        tried(proposal).tellProposed(rendering, proposal);
        return new MappingDraft(proposal.file(), rendering.text());
    }

    // Days that a mapping takes for quarters are not understood without it.
    private Holdings heldAsReadBy(Outcome ready) throws IOException {
        Optional<Mapping> mapping = ready.trial().onlyMapping();
        if (holdings.withoutPeriod() == 0 || mapping.isEmpty()) {
            return holdings;
        }
        Holdings again = new Holdings(mapping.get());
        reading.read(null, again);
        return again;
    }

    private Outcome tried(Proposal proposal) throws IOException {
        Mapping mapping = parsed(proposal.filledIn());
        return tried(Mappings.named(mapping), mapping);
    }

    private Outcome tried(Mappings mappings, @Nullable Mapping proposed) throws IOException {
        // Nothing is published: what nobody has dated yet is tried as of now.
        Instant given = moment.given() == null && holdings.published().isEmpty() ? moment.now() : moment.given();
        Trial trial = new Trial();
        Mapper mapper = new Mapper(name, mappings, new Moment(given, moment.now()), trial);
        @Nullable Exception failure = null;
        try {
            reading.read(proposed, mapper);
            mapper.requireComponents();
        } catch (UnmappableException | MisreadException e) {
            failure = e;
        }
        boolean isWanted = failure != null || mapper.unwanted() + mapper.unmapped() < mapper.rows();
        return new Outcome(trial, mapper.unwanted(), isWanted, failure);
    }

    /**
     * What mappings would make of the rows.
     *
     * @param isWanted whether they want any, which of ready ones none may
     * @param failure why they make nothing of them; null where they do
     */
    private record Outcome(
            Trial trial,
            long unwanted,
            boolean isWanted,
            @Nullable Exception failure) {
        void tell(Rendering rendering) {
            if (failure == null) {
                rendering.trial(trial, unwanted);
            } else {
                rendering.unmappable(failure);
            }
        }

        void tellProposed(Rendering rendering, Proposal proposal) {
            tell(rendering);
            rendering.doubtsOf(trial, proposal.areas());
        }
    }

    private static Mapping parsed(String proposal) {
        try {
            return MappingFile.read("proposal", new ByteArrayInputStream(proposal.getBytes(UTF_8)));
        } catch (UnusableFileException e) {
            throw new IllegalStateException("a proposal that cannot be read: " + e.getMessage(), e);
        }
    }
}
