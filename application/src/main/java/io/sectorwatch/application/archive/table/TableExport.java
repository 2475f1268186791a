package io.sectorwatch.application.archive.table;

import io.sectorwatch.application.archive.EmptyFolder;
import io.sectorwatch.application.facts.FactFilter;
import io.sectorwatch.application.facts.FactsOnTopics;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.application.replay.RequestedSpan;
import io.sectorwatch.schemas.message.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The facts of an installation as two tables, in the order in which they became known; void ones are marked. */
public final class TableExport {
    private final FactsOnTopics facts;

    /** Of an installation. */
    public TableExport(FactsOnTopics facts) {
        this.facts = facts;
    }

    /** How many rows were written, and how many records are no facts. */
    public record Written(long observations, long policies, long unreadable) {}

    /**
     * Writes the facts of a span into a folder that is made, or empty.
     *
     * @throws IOException with a message for people, if they cannot be written
     */
    public Written write(Path folder, RequestedSpan span, TableFormat format) throws IOException {
        EmptyFolder.require(folder);
        long[] rows = {0, 0};
        try (TableFile<ListedFact> observations = format.open(folder, "observations", FactColumns.OF_OBSERVATIONS);
                TableFile<ListedFact> policies = format.open(folder, "policies", FactColumns.OF_POLICIES)) {
            long unreadable = facts.forEach(FactFilter.EVERYTHING::wants, span, fact -> {
                boolean isObservation = fact.fact() instanceof Observation;
                rows[isObservation ? 0 : 1]++;
                write(fact, isObservation ? observations : policies);
            });
            return new Written(rows[0], rows[1], unreadable);
        }
    }

    private static void write(ListedFact fact, TableFile<ListedFact> table) {
        try {
            table.write(fact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
