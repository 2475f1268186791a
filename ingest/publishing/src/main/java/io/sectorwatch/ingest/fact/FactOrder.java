package io.sectorwatch.ingest.fact;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which facts are published: by knowledge time; at the same moment policy events (by what they occurred in,
 * then id), then observations (by period, then series), then what closes releases, then corrections, then ticks, which
 * close the moment. What is still equal is
 * ordered by its bytes, so that every order of reading ends in the same order of publishing.
 */
public enum FactOrder implements Comparator<Message> {
    BY_KNOWLEDGE_TIME;

    @Override
    public int compare(Message one, Message other) {
        int order = one.time().compareTo(other.time());
        order = order != 0 ? order : Integer.compare(rank(one), rank(other));
        order = order != 0 ? order : subjects(one, other);
        return order != 0
                ? order
                : Arrays.compareUnsigned(
                        Envelope.of(one).value(), Envelope.of(other).value());
    }

    private static int rank(Message fact) {
        if (fact instanceof PolicyEvent) {
            return 0;
        }
        if (fact instanceof Observation) {
            return 1;
        }
        if (fact instanceof ClosedRelease) {
            return 2;
        }
        if (fact instanceof Correction) {
            return 3;
        }
        if (fact instanceof Tick) {
            return 4;
        }
        throw new IllegalArgumentException("not a fact: " + fact);
    }

    private static int subjects(Message one, Message other) {
        if (one instanceof Observation a && other instanceof Observation b) {
            int order = a.period().compareTo(b.period());
            return order != 0 ? order : a.series().compareTo(b.series());
        }
        if (one instanceof PolicyEvent a && other instanceof PolicyEvent b) {
            int order = a.occurred().compareTo(b.occurred());
            return order != 0 ? order : a.id().compareTo(b.id());
        }
        return 0;
    }
}
