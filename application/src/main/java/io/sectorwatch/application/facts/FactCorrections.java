package io.sectorwatch.application.facts;

import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.ingest.fact.SortedFacts.Enveloped;
import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes facts void, or valid again: all that were asked for in one transaction, or none. */
public final class FactCorrections {
    // What a killed publisher leaves open holds up the processor for so long.
    private static final String TRANSACTION_TIMEOUT_MS = "10000";

    private final Server server;
    private final Topics topics;
    private final FactsOnTopics facts;

    /** Of the facts of an installation. */
    public FactCorrections(Server server, Topics topics, FactsOnTopics facts) {
        this.server = server;
        this.topics = topics;
        this.facts = facts;
    }

    /**
     * What came of it.
     *
     * @param corrected facts, each with its new correction
     * @param unchanged facts that were in that state already
     */
    public record Outcome(List<ListedFact> corrected, List<ListedFact> unchanged) {
        public Outcome {
            corrected = List.copyOf(corrected);
            unchanged = List.copyOf(unchanged);
        }
    }

    /**
     * Publishes a correction of each fact that is not in that state yet.
     *
     * @param ids whole ones, or their beginnings
     * @param now the moment of the corrections, to the millisecond
     * @throws FactCorrectionException if one of them is the id of no fact, or the beginning of several
     * @throws io.sectorwatch.ingest.publish.PublishException if they cannot be published
     */
    public Outcome correct(Collection<String> ids, State state, String because, Instant now) {
        requireReason(because, now);
        FactChoice choice = new FactChoice(ids);
        server.require(LiveTopics.rights(topics));
        server.require(
                Right.toWrite(topics.indicators()),
                Right.toWrite(topics.policies()),
                Right.toWriteUnder(transactionalId()));
        // The facts are read only now that nobody else can correct: one of two at the same time is fenced.
        try (Publisher publisher = publisher()) {
            List<ListedFact> found = new ArrayList<>();
            facts.forEach(
                    message -> FactFilter.EVERYTHING.wants(message) && choice.has(FactId.of(message)), found::add);
            Outcome outcome = outcome(choice.among(found), state, because, now);
            publish(outcome.corrected(), publisher);
            return outcome;
        }
    }

    /** What becomes of facts; a correction is newer than the one that it takes the place of, whatever the clock says. */
    static Outcome outcome(List<ListedFact> facts, State state, String because, Instant now) {
        List<ListedFact> corrected = new ArrayList<>();
        List<ListedFact> unchanged = new ArrayList<>();
        for (ListedFact fact : facts) {
            if (fact.state() == state) {
                unchanged.add(fact);
            } else {
                Correction last = fact.correction();
                Instant at = last == null || last.at().isBefore(now)
                        ? now
                        : last.at().plusMillis(1);
                corrected.add(new ListedFact(
                        fact.id(), fact.fact(), fact.release(), new Correction(fact.id(), state, because, at)));
            }
        }
        return new Outcome(corrected, unchanged);
    }

    private static void requireReason(String because, Instant now) {
        AboutFactsCodec codec = new AboutFactsCodec();
        try {
            codec.read(codec.write(new Correction("0".repeat(32), State.VOID, because, now)));
        } catch (MalformedMessageException e) {
            throw new FactCorrectionException(String.valueOf(e.getMessage()));
        }
    }

    private Publisher publisher() {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        return new Publisher(config, topics, transactionalId());
    }

    private String transactionalId() {
        return topics.prefix() + "corrections";
    }

    private static void publish(List<ListedFact> corrected, Publisher publisher) {
        Deque<Enveloped> events = new ArrayDeque<>();
        for (ListedFact fact : corrected) {
            if (fact.correction() != null) {
                FactEvent its = FactEvent.of(fact.fact());
                events.add(new Enveloped(0, its.key(), its.ofPolicies(), "", 0, false, Envelope.of(fact.correction())));
            }
        }
        try {
            publisher.publish(events.size(), events::poll, count -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
