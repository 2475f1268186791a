package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.state.DecisionStore;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.KnowledgeTime;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Decides what follows from the records of a task, one after another. Not thread-safe. */
final class Decider {
    private final FactsAndRules inputs;
    private final DecisionStore store;
    private final Engine engine;
    private final Homes homes;
    private byte @Nullable [] lastReleaseBytes;
    private @Nullable String lastRelease;

    /** Goes on with what a store has kept. */
    Decider(FactsAndRules inputs, DecisionStore store) {
        this.inputs = inputs;
        this.store = store;
        this.engine = store.begin();
        this.homes = inputs.homes();
    }

    Engine engine() {
        return engine;
    }

    /**
     * What follows from a record; throws MalformedMessageException where it is to go to the dead letters.
     *
     * @param event what it says; null for a record without a value
     * @param time its knowledge time, in milliseconds; of a message that is too far ahead the record's own
     */
    List<Transition> decide(
            @Nullable Object event, byte @Nullable [] key, Headers headers, long time, RecordMetadata from) {
        if (event instanceof Message message) {
            return decide(message, key, headers, time, from);
        }
        Instant at = Instant.ofEpochMilli(time);
        if (event instanceof Rule rule) {
            if (homes.matter() && from.topic().equals(inputs.rules())) {
                homes.require(rule, from.partition());
            }
            return isNews(rule.id(), at, from) ? engine.apply(rule, at) : List.of();
        }
        if (!from.topic().equals(inputs.rules()) || key == null) {
            throw new MalformedMessageException("a record without a value on the topic " + from.topic());
        }
        String id = new String(key, UTF_8);
        return isNews(id, at, from) ? engine.remove(id, at) : List.of();
    }

    private List<Transition> decide(
            Message message, byte @Nullable [] key, Headers headers, long time, RecordMetadata from) {
        if (message.time().toEpochMilli() != time) {
            throw new MalformedMessageException(KnowledgeTime.refusal(message, time));
        }
        if (message instanceof Observation figure && homes.matter() && inputs.isOfFigures(from.topic())) {
            homes.require(figure, from.partition());
        } else if (message instanceof Correction correction && homes.matter() && inputs.isOfFigures(from.topic())) {
            homes.require(correction, key, from.partition());
        } else if (message instanceof ClosedRelease release) {
            return engine.close(release, inputs.areOfPolicies(from.topic(), headers));
        }
        boolean isFact = message instanceof Observation || message instanceof PolicyEvent;
        return engine.observe(message, isFact ? release(headers) : null);
    }

    // The facts of a release follow each other: its id is read and checked once.
    private @Nullable String release(Headers headers) {
        Header header = headers.lastHeader(Envelope.RELEASE);
        if (header == null) {
            return null;
        }
        if (lastRelease == null || !Arrays.equals(header.value(), lastReleaseBytes)) {
            lastRelease = Envelope.releaseIn(headers);
            lastReleaseBytes = header.value();
        }
        return lastRelease;
    }

    /**
     * Whether a change of a rule was not decided before. A group whose offsets a broker has forgotten reads all of them
     * again; a topic that was made anew counts from 0 again, and what it says is of a later time.
     */
    private boolean isNews(String rule, Instant at, RecordMetadata from) {
        boolean isNew = store.isNewChangeOfRules(from.offset())
                || at.toEpochMilli() > engine.effective().getOrDefault(rule, Long.MIN_VALUE);
        store.noteChangeOfRules(from.offset());
        return isNew;
    }
}
