package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.fact.NotInTheFuture;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What decides when facts became known, beside what the mapping says of it.
 *
 * @param given by whoever ingests, who knows better than a message that may name the moment it was fetched; null if nobody
 *     did
 * @param now the end of what can be known
 */
public record Moment(@Nullable Instant given, Instant now) {
    /**
     * When a publication became known.
     *
     * @throws UnmappableException if nobody says so, or it is not yet
     */
    Instant of(Mapping mapping, DataSet dataSet) {
        Instant prepared = mapping.common().published().isTrusted() ? dataSet.published() : null;
        Instant published = given == null ? prepared : given;
        if (published == null) {
            throw new UnmappableException("when it was published stands nowhere in it, and history must not be dated by"
                    + " the day it is read: give it with --published 2024-03-13");
        }
        try {
            return notInTheFuture(published.truncatedTo(ChronoUnit.MILLIS));
        } catch (MalformedMessageException e) {
            throw new UnmappableException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The moment itself; throws MalformedMessageException for one that has not come yet. */
    Instant notInTheFuture(Instant published) {
        new NotInTheFuture(now).check(published);
        return published;
    }
}
