package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.util.Arrays;
import java.util.Comparator;

/** The contract's order of the vintages that one source gives of one period, or of the versions of a policy event. */
enum VintageOrder implements Comparator<Message> {
    CURRENT_LAST;

    @Override
    public int compare(Message one, Message other) {
        int order = one.time().compareTo(other.time());
        if (order == 0 && one instanceof Observation a && other instanceof Observation b) {
            order = values(a, b);
        }
        return order == 0 && !Arrays.equals(identity(one), identity(other)) ? id(one).compareTo(id(other)) : order;
    }

    private static int values(Observation one, Observation other) {
        return one.value() == null || other.value() == null
                ? Boolean.compare(one.value() != null, other.value() != null)
                : one.value().compareTo(other.value());
    }

    private static String id(Message fact) {
        return fact instanceof PolicyEvent policy ? FactId.of(policy) : FactId.of((Observation) fact);
    }

    // An id is a digest, and most that is compared is the same fact again.
    private static byte[] identity(Message fact) {
        return fact instanceof PolicyEvent policy
                ? PolicyCodec.identity(policy)
                : IndicatorCodec.identity((Observation) fact);
    }
}
