package io.sectorwatch.application.rules;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.ValidFacts;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.Collected;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The facts on the topics of a server, up to where these ended when it was asked; void ones are left out. */
public final class TopicFacts {
    private final LiveTopics live;
    private final Path temporary;
    private final LongFunction<ReplayProgress> progress;

    /**
     * Looks where the topics end; throws ServerException where one is missing.
     *
     * @param temporary for what memory does not hold
     * @param progress is told how many facts there are to read, and then of each
     */
    public TopicFacts(Server server, Topics topics, Path temporary, LongFunction<ReplayProgress> progress) {
        this.live = new LiveTopics(server, topics, Capture.of(server, topics));
        this.temporary = temporary;
        this.progress = progress;
    }

    /** The series they are about. */
    public KnownSeries series() {
        KnownSeries all = new KnownSeries();
        List<Correction> corrections = collected(looking(all::add), TopicFacts::corrections);
        if (corrections.isEmpty()) {
            return all;
        }
        ValidFacts valid = valid(corrections);
        KnownSeries left = new KnownSeries();
        Consumer<Message> unlessVoid = fact -> {
            if (!isVoid(fact, valid)) {
                left.add(fact);
            }
        };
        return collected(looking(unlessVoid), facts -> left);
    }

    /** Hands over those that are needed, in the order in which they became known. */
    <T> T history(Predicate<Message> needed, Use<T> use) {
        return collected(needed, facts -> use.of(valid(corrections(facts)).of(facts)));
    }

    /** For what memory does not hold. */
    Path temporary() {
        return temporary;
    }

    /** Uses facts while they are there. */
    interface Use<T> {
        T of(FactHistory.Facts facts) throws IOException;
    }

    private <T> T collected(Predicate<Message> needed, Use<T> use) {
        try (ReplayProgress shown = progress.apply(live.size());
                Collected collected = live.collect(needed, temporary, shown)) {
            return use.of(collected.all());
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
        }
    }

    private static Predicate<Message> looking(Consumer<Message> taker) {
        return fact -> {
            taker.accept(fact);
            return false;
        };
    }

    private static List<Correction> corrections(FactHistory.Facts facts) throws IOException {
        IndicatorCodec indicators = new IndicatorCodec();
        PolicyMessageCodec policies = new PolicyMessageCodec();
        List<Correction> corrections = new ArrayList<>();
        SortedFacts.WrittenFacts written = facts.written();
        for (SortedFacts.Written next = written.next(); next != null; next = written.next()) {
            if (next.type() == EventType.CORRECTION) {
                Message message = next.ofPolicies() ? policies.read(next.json()) : indicators.read(next.json());
                corrections.add((Correction) message);
            }
        }
        return corrections;
    }

    private static ValidFacts valid(List<Correction> corrections) {
        ValidFacts valid = new ValidFacts();
        corrections.forEach(valid::add);
        return valid;
    }

    private static boolean isVoid(Message fact, ValidFacts valid) {
        return fact instanceof Observation observation && valid.isVoid(FactId.of(observation))
                || fact instanceof PolicyEvent policy && valid.isVoid(FactId.of(policy));
    }
}
