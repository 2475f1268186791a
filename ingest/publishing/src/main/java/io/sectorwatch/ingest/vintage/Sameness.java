package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import java.time.Instant;

/**
 * Whether a publication says what is known already. Of a figure that is what an alert rests on (its value, comparator and
 * status) and when the next one is announced for, where the publication says so. Its unit, which no decision looks at, and
 * its place in the publication may change without news. Of a policy event it is all but that place.
 */
final class Sameness {
    static boolean of(Message known, Message stated) {
        if (known instanceof Observation one && stated instanceof Observation other) {
            return figures(one, other);
        }
        return known instanceof PolicyEvent one
                && stated instanceof PolicyEvent other
                && timeless(one).equals(timeless(other));
    }

    /** Whether a fact says that there is nothing to say. */
    static boolean isWithdrawal(Message fact) {
        return fact instanceof Observation observation && observation.value() == null;
    }

    private static boolean figures(Observation known, Observation stated) {
        if (known.value() == null || stated.value() == null) {
            return known.value() == null && stated.value() == null;
        }
        return known.comparator() == stated.comparator()
                && known.status().equals(stated.status())
                && (stated.nextRelease() == null || stated.nextRelease().equals(known.nextRelease()))
                && Noise.isAllThatDiffers(known.value(), stated.value());
    }

    private static PolicyEvent timeless(PolicyEvent event) {
        return new PolicyEvent(
                event.id(),
                event.title(),
                event.area(),
                event.sectors(),
                event.kind(),
                event.instruments(),
                event.actors(),
                event.stance(),
                event.occurred(),
                Instant.EPOCH,
                new Source(event.source().id(), null, null));
    }

    private Sameness() {}
}
