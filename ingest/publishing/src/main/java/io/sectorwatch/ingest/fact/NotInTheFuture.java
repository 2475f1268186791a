package io.sectorwatch.ingest.fact;

import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * Refuses, with a MalformedMessageException, facts known more than an hour from now: a Kafka broker does not take them,
 * and one of them would bring down the whole batch it is published with.
 */
public record NotInTheFuture(Instant now) implements Consumer<Message> {
    /** Kafka's default of {@code message.timestamp.after.max.ms}. */
    private static final Duration AHEAD = Duration.ofHours(1);

    @Override
    public void accept(Message fact) {
        check(fact.time());
    }

    /** Refuses a time of knowledge. */
    public void check(Instant time) {
        if (time.isAfter(now.plus(AHEAD))) {
            throw new MalformedMessageException("known only from " + time
                    + ", which is more than an hour ahead of now ("
                    + now.truncatedTo(ChronoUnit.SECONDS)
                    + "): Kafka takes no fact from the future");
        }
    }
}
