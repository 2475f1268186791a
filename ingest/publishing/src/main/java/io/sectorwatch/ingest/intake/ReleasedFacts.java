package io.sectorwatch.ingest.intake;

import io.sectorwatch.ingest.fact.ReleaseIds;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.fact.SortedFacts.Enveloped;
import io.sectorwatch.ingest.vintage.Change;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.ClosedRelease.Tally;
import io.sectorwatch.schemas.message.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a batch as those of releases: what one source makes known at one moment. Behind the policy events, and behind
 * the observations, of a moment come the closings of the releases that had any.
 */
final class ReleasedFacts implements PublishingPlan.Facts {
    private final PublishingPlan.Batch batch;
    private final SortedFacts.EnvelopedFacts facts;
    private final Deque<Enveloped> closings = new ArrayDeque<>();
    private final TreeMap<String, Counted> open = new TreeMap<>();
    private long left;
    private @Nullable Enveloped ahead;

    ReleasedFacts(PublishingPlan.Batch batch, SortedFacts.EnvelopedFacts facts) {
        this.batch = batch;
        this.facts = facts;
        this.left = batch.count();
    }

    @Override
    public @Nullable Enveloped next() throws IOException {
        if (ahead == null && left > 0) {
            ahead = facts.next();
            left--;
            if (ahead == null || ahead.batch() != batch.number()) {
                throw new IllegalStateException("batch " + batch.number() + " is shorter than was counted");
            }
        }
        if (!open.isEmpty() && (ahead == null || endsOpen(ahead))) {
            open.forEach((id, counted) -> closings.add(counted.closing(batch.number(), id)));
            open.clear();
        }
        if (!closings.isEmpty()) {
            return closings.poll();
        }
        Enveloped fact = ahead;
        ahead = null;
        return fact == null || !fact.isOpen() ? fact : released(fact);
    }

    private boolean endsOpen(Enveloped next) {
        Counted any = open.firstEntry().getValue();
        return !next.envelope().time().equals(any.published)
                || next.ofPolicies() != any.ofPolicies
                || next.envelope().type() == EventType.TICK;
    }

    private Enveloped released(Enveloped fact) {
        Instant published = fact.envelope().time();
        String id = id(fact.source(), published);
        open.computeIfAbsent(id, none -> new Counted(published, fact.ofPolicies(), fact.source()))
                .add(Change.ofEffect(fact.effect()));
        return fact.in(id);
    }

    private String id(String source, Instant published) {
        Release release = batch.release();
        if (release == null || release.dataSet().equals(FactSources.DATA_SET)) {
            return ReleaseIds.of(source, published);
        }
        return release.isOfOneSource()
                ? ReleaseIds.of(release.dataSet(), published)
                : ReleaseIds.of(release.dataSet(), source, published);
    }

    /** A release, and what its facts do. */
    private static final class Counted {
        private final Instant published;
        private final boolean ofPolicies;
        private final String source;
        private boolean compared = true;
        private int added;
        private int revised;
        private int withdrawn;

        Counted(Instant published, boolean ofPolicies, String source) {
            this.published = published;
            this.ofPolicies = ofPolicies;
            this.source = source;
        }

        void add(@Nullable Change change) {
            compared &= change != null;
            added += change == Change.NEW ? 1 : 0;
            revised += change == Change.REVISED ? 1 : 0;
            withdrawn += change == Change.WITHDRAWN ? 1 : 0;
        }

        Enveloped closing(int batch, String id) {
            Tally tally = compared ? new Tally(added, revised, withdrawn) : null;
            Envelope closing =
                    Envelope.of(new ClosedRelease(id, null, published, new Source(source, null, null), tally));
            return new Enveloped(batch, "", ofPolicies, source, 0, false, closing);
        }
    }
}
