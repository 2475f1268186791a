package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.describe.Interview;
import io.sectorwatch.ingest.describe.MappingDraft;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.Moment;
import java.io.IOException;
import java.time.Instant;

/** Proposes mappings for sources. */
public final class SourceMapping {
    /**
     * One for the first of the sources, with somebody's answers.
     *
     * @throws ReadOnceException where it can be read once alone
     * @throws SourceException where it cannot be read
     */
    public static MappingDraft of(Sources sources, SourceReader.Options options, Instant now, Interview interview) {
        NamedSource source = sources.all().get(0);
        Describer describer = new Describer(
                options::formatOf, options.reading(), options.mapping(), new Moment(options.published(), now));
        try {
            return describer.draft(source.name(), source.reopened(), interview);
        } catch (IOException e) {
            throw SourceException.unreadable(source.name(), e);
        }
    }

    private SourceMapping() {}
}
