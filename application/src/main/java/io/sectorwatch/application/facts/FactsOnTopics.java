package io.sectorwatch.application.facts;

import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.RequestedSpan;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.ValidFacts;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.Collected;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The facts of an installation with their corrections: all that is committed or being published when they are asked for.
 */
public final class FactsOnTopics {
    private final Server server;
    private final Topics topics;
    private final Path temporary;
    private final LongFunction<ReplayProgress> progress;

    /**
     * Keeps what does not fit into memory in a temporary directory.
     *
     * @param progress is told how many there are to read, and then of each
     */
    public FactsOnTopics(Server server, Topics topics, Path temporary, LongFunction<ReplayProgress> progress) {
        this.server = server;
        this.topics = topics;
        this.temporary = temporary;
        this.progress = progress;
    }

    /**
     * Gives those facts that are wanted, each once, in the order in which they became known; returns how many records are no
     * facts, since no processor can read them.
     *
     * @throws io.sectorwatch.application.server.ServerException if the topics cannot be read
     */
    public long forEach(Predicate<Message> wanted, Consumer<ListedFact> taker) {
        return forEach(wanted, RequestedSpan.WHOLE, taker);
    }

    /** The same of those in a span of knowledge time. */
    public long forEach(Predicate<Message> wanted, RequestedSpan requested, Consumer<ListedFact> taker) {
        server.require(LiveTopics.rights(topics));
        LiveTopics live = new LiveTopics(server, topics, Capture.of(server, topics));
        try (Collected collected = collected(live, wanted)) {
            Span span = requested.span(collected.newest());
            give(collected.all().written(), span, collected.corrected(), taker);
            return collected.unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the temporary files in " + temporary + " cannot be used (" + e.getMessage() + ")", e);
        }
    }

    private Collected collected(LiveTopics live, Predicate<Message> wanted) throws IOException {
        try (ReplayProgress shown = progress.apply(live.size())) {
            return live.collect(wanted, temporary, shown);
        }
    }

    private static void give(SortedFacts.WrittenFacts facts, Span span, ValidFacts valid, Consumer<ListedFact> taker)
            throws IOException {
        IndicatorCodec indicators = new IndicatorCodec();
        PolicyCodec policies = new PolicyCodec();
        // The same fact again is of the same moment.
        Set<String> ofMoment = new HashSet<>();
        long moment = Long.MIN_VALUE;
        for (SortedFacts.Written written = facts.next(); written != null; written = facts.next()) {
            boolean isFact = written.type() == EventType.OBSERVATION || written.type() == EventType.POLICY;
            if (!isFact || !span.contains(written.time())) {
                continue;
            }
            if (written.time() != moment) {
                moment = written.time();
                ofMoment.clear();
            }
            Message fact = written.ofPolicies() ? policies.read(written.json()) : indicators.read(written.json());
            String id = FactId.of(fact);
            if (ofMoment.add(id)) {
                taker.accept(new ListedFact(id, fact, written.release(), valid.correction(id, fact)));
            }
        }
    }
}
