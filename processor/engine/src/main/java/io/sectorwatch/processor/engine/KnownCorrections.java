package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What corrections say of the facts that are known, and of those that come after them. */
final class KnownCorrections {
    private final Corrections corrections;
    private final AllTracked series;
    private final PolicyCounts counts;
    private final EngineState state;
    private @Nullable HashedFacts known;

    KnownCorrections(Corrections corrections, AllTracked series, PolicyCounts counts, EngineState state) {
        this.corrections = corrections;
        this.series = series;
        this.counts = counts;
        this.state = state;
    }

    /** Takes a correction; the fact that is void or valid by it and was not before, null where there is none. */
    @Nullable
    Message take(Correction correction) {
        String id = correction.fact();
        boolean wasVoid = corrections.isVoid(id);
        if (!corrections.add(correction)) {
            return null;
        }
        state.correction(correction);
        Message fact = known(id);
        if (fact == null) {
            return null;
        }
        note(id, fact, correction);
        return corrections.isVoid(id) == wasVoid ? null : fact;
    }

    boolean isVoid(String id) {
        return corrections.isVoid(id);
    }

    /** Whether a fact that has come is void, which is noted of it. */
    boolean isVoidOnArrival(Message fact) {
        forgetHashes();
        if (corrections.isEmpty()) {
            return false;
        }
        String id = fact instanceof Observation observation ? FactId.of(observation) : FactId.of((PolicyEvent) fact);
        Correction correction = corrections.of(id);
        if (correction == null) {
            return false;
        }
        note(id, fact, correction);
        return corrections.isVoid(id);
    }

    /** Notes when versions of a policy were corrected, in all series in which each of them does anything. */
    void noteVersions(String policy) {
        if (corrections.isEmpty()) {
            return;
        }
        List<PolicyEvent> versions = new ArrayList<>(counts.versions(policy));
        for (Message fact : corrections.facts().values()) {
            if (fact instanceof PolicyEvent version && version.id().equals(policy)) {
                versions.add(version);
            }
        }
        for (PolicyEvent version : versions) {
            Correction correction = corrections.of(FactId.of(version));
            if (correction != null) {
                long at = correction.at().toEpochMilli();
                PolicyCounts.concernedBy(version, versions)
                        .forEach(key -> series.of(key).history().corrected(at));
            }
        }
    }

    /** Takes what is void out of the facts that were taken back. */
    void restored(long tick) {
        for (Map.Entry<String, Message> corrected : corrections.facts().entrySet()) {
            Correction correction = corrections.of(corrected.getKey());
            if (correction != null) {
                noteTime(corrected.getValue(), correction);
                if (corrections.isVoid(corrected.getKey())) {
                    takeOut(corrected.getValue(), tick);
                }
            }
        }
    }

    private void note(String id, Message fact, Correction correction) {
        if (corrections.note(id, fact)) {
            state.corrected(id, fact);
        }
        noteTime(fact, correction);
    }

    private void noteTime(Message fact, Correction correction) {
        if (fact instanceof Observation observation) {
            series.of(observation.series()).history().corrected(correction.at().toEpochMilli());
        } else if (fact instanceof PolicyEvent policy) {
            noteVersions(policy.id());
        }
    }

    private void takeOut(Message fact, long tick) {
        if (fact instanceof Observation observation) {
            SeriesHistory history = series.of(observation.series()).history();
            int row = history.find(observation);
            if (row >= 0) {
                history.remove(row);
            }
        } else if (fact instanceof PolicyEvent policy) {
            counts.remove(policy, tick);
        }
    }

    /** Lets go of what it took to find facts: it is made for a run of corrections, and no fact that comes later is in it. */
    void forgetHashes() {
        known = null;
    }

    private @Nullable Message known(String id) {
        Message corrected = corrections.fact(id);
        if (corrected != null) {
            return corrected;
        }
        HashedFacts hashed = known;
        if (hashed == null) {
            hashed = HashedFacts.of(series.all());
            known = hashed;
        }
        Observation observation = hashed.find(id);
        return observation != null ? observation : counts.find(id);
    }
}
