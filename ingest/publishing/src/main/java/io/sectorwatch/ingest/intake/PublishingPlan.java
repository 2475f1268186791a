package io.sectorwatch.ingest.intake;

import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.vintage.Release;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published, batch by batch.
 *
 * @param batches in their order, none of them empty
 */
public record PublishingPlan(List<Batch> batches, SortedFacts facts) {

    /**
     * What is published in one transaction.
     *
     * @param release null for facts that belong to none
     * @param count of facts
     */
    public record Batch(int number, @Nullable Release release, long count) {}

    /** Goes through the batches, each of which must be taken to its end. */
    public interface Taker {
        void take(Batch batch, Facts facts) throws IOException;
    }

    /** Gives facts one by one, each as one of its release, and behind them what closes these. */
    public interface Facts {
        /** The next one; null at the end. */
        SortedFacts.@Nullable Enveloped next() throws IOException;
    }

    public PublishingPlan {
        batches = List.copyOf(batches);
    }

    /** Number of facts in all batches. */
    public long count() {
        return batches.stream().mapToLong(Batch::count).sum();
    }

    /** Gives all facts in their order. */
    public void forEach(Taker taker) throws IOException {
        SortedFacts.EnvelopedFacts all = facts.envelopes();
        for (Batch batch : batches) {
            taker.take(batch, new ReleasedFacts(batch, all));
        }
    }
}
