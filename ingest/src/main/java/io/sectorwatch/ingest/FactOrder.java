package io.sectorwatch.ingest;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.time.LocalDate;
import java.util.Comparator;

/** The order in which facts are published. */
public final class FactOrder {
    /**
     * By knowledge time, then by period, then by what the fact is about; of one moment, what happened before what was
     * measured, and ticks at the end.
     */
    public static final Comparator<Message> BY_KNOWLEDGE_TIME = Comparator.comparing(Message::time)
            .thenComparing(FactOrder::rank)
            .thenComparing(FactOrder::period)
            .thenComparing(Message::subject);

    private static int rank(Message message) {
        if (message instanceof PolicyEvent) {
            return 0;
        }
        return message instanceof Observation ? 1 : 2;
    }

    private static LocalDate period(Message message) {
        if (message instanceof Observation observation) {
            return observation.period().start();
        }
        return message instanceof PolicyEvent policy ? policy.occurred().start() : LocalDate.EPOCH;
    }

    private FactOrder() {}
}
