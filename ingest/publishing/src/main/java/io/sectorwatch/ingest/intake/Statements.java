package io.sectorwatch.ingest.intake;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.mapping.Mapped;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.vintage.Release.Extent;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what one publication says into an intake, each fact as part of its release. */
final class Statements implements Mapped {
    private final String name;
    private final Intake intake;
    private final Consumer<Release> releases;
    private DataSet.Action action = DataSet.Action.INFORMATION;
    private @Nullable Mapping mapping;
    private @Nullable Instant published;
    private @Nullable Release release;

    /**
     * Takes them under the name of their source.
     *
     * @param releases is told of each release that says something, maybe more than once
     */
    Statements(String name, Intake intake, Consumer<Release> releases) {
        this.name = name;
        this.intake = intake;
        this.releases = releases;
    }

    @Override
    public void fact(Mapping by, @Nullable Instant at, Message fact, Row row) {
        try {
            intake.state(release(by, at), fact, name, row.line());
        } catch (MalformedMessageException e) {
            rejected(new Rejection(name, row.line(), String.valueOf(e.getMessage()), row.text()));
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        intake.reject(mapping == null ? name : mapping.name(), rejection);
    }

    /** The same rows, after a look at what they do to what was published before. */
    Rows watching(Rows rows) {
        return new Rows() {
            @Override
            public void begin(DataSet dataSet) {
                action = dataSet.action();
                release = null;
                rows.begin(dataSet);
            }

            @Override
            public void row(Row row) {
                rows.row(row);
            }

            @Override
            public void aside() {
                rows.aside();
            }

            @Override
            public void rejected(Rejection rejection) {
                rows.rejected(rejection);
            }
        };
    }

    private Release release(Mapping by, @Nullable Instant at) {
        if (release == null || !by.equals(mapping) || !Objects.equals(at, published)) {
            mapping = by;
            published = at;
            release = new Release(by.name(), at, at == null ? Extent.PART : extent(by), by.isOfOneSource());
            releases.accept(release);
        }
        return release;
    }

    private Extent extent(Mapping by) {
        if (action == DataSet.Action.APPEND || action == DataSet.Action.DELETE) {
            return Extent.PART;
        }
        return switch (by.holds()) {
            case PART -> Extent.PART;
            case SERIES -> Extent.SERIES;
            case WHOLE -> Extent.WHOLE;
        };
    }
}
