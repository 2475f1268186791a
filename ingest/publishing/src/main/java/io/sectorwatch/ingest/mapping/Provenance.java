package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.json.Texts;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Codes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose the facts of a data set are, and when they became known. */
final class Provenance {
    private final Column<String> id;
    private final Column<String> locator;
    private final Column<String> url;
    private final @Nullable Source always;
    private final Column<Instant> published;

    Provenance(Mapping.Common common, Places places, Moment moment) {
        this.id = common.source().id().column("source", places, code -> Codes.id("source", code));
        this.locator = common.source().locator().column("source.locator", places, text -> Texts.line("locator", text));
        this.url = common.source().url().column("source.url", places, text -> Texts.line("url", text));
        boolean constant = id.isConstant() && locator.isConstant() && url.isConstant();
        this.always = constant
                ? new Source(
                        id.constant().required("source"),
                        locator.constant().optional(),
                        url.constant().optional())
                : null;
        Publication publication = common.published();
        this.published =
                publication.row().column("published", places, text -> moment.notInTheFuture(publication.parse(text)));
    }

    boolean isUnwanted(Row row) {
        return always == null && id.of(row).isUnwanted() || published.of(row).isUnwanted();
    }

    Source source(Row row) {
        if (always != null) {
            return always;
        }
        return new Source(
                id.of(row).required("source"),
                locator.of(row).optional(),
                url.of(row).optional());
    }

    /** The moment the row names, or that of the publication. */
    Instant published(Row row, @Nullable Instant ofPublication) {
        if (ofPublication != null) {
            return ofPublication;
        }
        Instant said = published.of(row).optional();
        if (said == null) {
            throw new MalformedMessageException("the row does not say when it became known");
        }
        return said;
    }
}
