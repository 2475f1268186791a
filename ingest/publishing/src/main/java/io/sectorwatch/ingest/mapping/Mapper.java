package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.MisreadException;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of the rows of one source. Rows that no mapping wants are counted; rows that make no sense are rejected, and so
 * is, once, a data set that no mapping fits. Where nobody says when a data set was published, an {@link UnmappableException}
 * ends the reading. Not thread-safe.
 */
public final class Mapper implements Rows {
    private static final int MOST_COMPLAINTS = 100;

    private final String name;
    private final Mappings mappings;
    private final Moment moment;
    private final Mapped out;
    private final Set<String> complainedOf = new HashSet<>();

    private DataSet dataSet = new DataSet(null, List.of(), null, DataSet.Action.INFORMATION);
    private List<Candidate> candidates = List.of();
    private long rows;
    private long unwanted;
    private long unmapped;
    private boolean isComplainedOf;
    private final Set<Mapping> used = new LinkedHashSet<>();
    private @Nullable String misread;

    /** A mapping that may want rows of the data set at hand. */
    private static final class Candidate {
        final Mapping mapping;
        final RowSelection selection;
        final RowPlan plan;
        private @Nullable Instant published;

        Candidate(Mapping mapping, DataSet dataSet, Moment moment) {
            this.mapping = mapping;
            this.selection = new RowSelection(mapping.where(), new Places(dataSet));
            this.plan = mapping.kind() instanceof PolicyKind policies
                    ? new PolicyPlan(mapping.common(), policies, dataSet, moment)
                    : new ObservationPlan(mapping.common(), (ObservationKind) mapping.kind(), dataSet, moment);
        }

        @Nullable
        Instant published(DataSet dataSet, Moment moment) {
            if (published == null && !mapping.isPublishedByRow()) {
                published = moment.of(mapping, dataSet);
            }
            return published;
        }
    }

    /** Reads rows of a source so called in rejections. */
    public Mapper(String name, Mappings mappings, Moment moment, Mapped out) {
        this.name = name;
        this.mappings = mappings;
        this.moment = moment;
        this.out = out;
    }

    @Override
    public void begin(DataSet begun) {
        if (!isMoreOf(dataSet, begun)) {
            end();
        }
        dataSet = begun;
        isComplainedOf = false;
        candidates = new ArrayList<>();
        for (Mapping mapping : mappings.fitting(begun)) {
            candidates.add(new Candidate(mapping, begun, moment));
        }
    }

    @Override
    public void row(Row row) {
        rows++;
        for (Candidate candidate : candidates) {
            if (candidate.selection.has(row)) {
                map(candidate, row);
                return;
            }
        }
        if (candidates.isEmpty()) {
            unmapped(row);
        } else {
            unwanted++;
        }
    }

    @Override
    public void aside() {
        rows++;
        unwanted++;
    }

    @Override
    public void rejected(Rejection rejection) {
        out.rejected(rejection);
    }

    /**
     * All rows are given.
     *
     * @throws MisreadException if facts were made without a component that their mapping names, since no row has it, or of
     *     periods that are none of those they were read as
     */
    public void requireComponents() throws MisreadException {
        end();
        if (misread != null) {
            throw new MisreadException(misread);
        }
    }

    /** Number of rows that were read. */
    public long rows() {
        return rows;
    }

    /** Number of rows that no mapping wanted, of data sets that one fits. */
    public long unwanted() {
        return unwanted;
    }

    /** Number of rows of data sets that no mapping fits. */
    public long unmapped() {
        return unmapped;
    }

    private static boolean isMoreOf(DataSet before, DataSet begun) {
        List<String> components = before.components();
        return before.mayGrow()
                && Objects.equals(before.id(), begun.id())
                && components.size() < begun.components().size()
                && begun.components().subList(0, components.size()).equals(components);
    }

    private void end() {
        for (Mapping mapping : used) {
            List<String> unseen = mapping.unseen(dataSet);
            if (!unseen.isEmpty() && misread == null) {
                misread = Mappings.needs(mapping, unseen, dataSet);
            }
        }
        used.clear();
        for (Candidate candidate : candidates) {
            if (misread == null) {
                misread = candidate.plan.misread();
            }
        }
    }

    private void unmapped(Row row) {
        unmapped++;
        if (isComplainedOf) {
            return;
        }
        isComplainedOf = true;
        // A data set may be begun again and again, with more components each time.
        if (complainedOf.size() < MOST_COMPLAINTS && complainedOf.add(String.valueOf(dataSet.id()))) {
            out.rejected(new Rejection(name, row.line(), mappings.complaint(dataSet), row.text()));
        }
    }

    private void map(Candidate candidate, Row row) {
        Instant published = candidate.published(dataSet, moment);
        Message fact;
        try {
            fact = candidate.plan.fact(row, published);
        } catch (MalformedMessageException e) {
            out.rejected(new Rejection(name, row.line(), String.valueOf(e.getMessage()), row.text()));
            return;
        }
        if (fact == null) {
            unwanted++;
        } else {
            if (dataSet.mayGrow()) {
                used.add(candidate.mapping);
            }
            out.fact(candidate.mapping, published, fact, row);
        }
    }
}
