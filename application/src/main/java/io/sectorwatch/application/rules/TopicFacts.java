package io.sectorwatch.application.rules;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.StrayCorrection;
import io.sectorwatch.application.replay.ValidFacts;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.Collected;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

    /**
     * What they are about.
     *
     * @param strays corrections that count for none of them
     */
    public record About(KnownSeries series, List<StrayCorrection> strays) {
        public About {
            strays = List.copyOf(strays);
        }
    }

    /** The series they are about. */
    public KnownSeries series() {
        return about().series();
    }

    /** What they are about. */
    public About about() {
        KnownSeries all = new KnownSeries();
        ValidFacts valid = collected(looking(all::add), Collected::corrected);
        if (valid.isEmpty()) {
            return new About(all, List.of());
        }
        KnownSeries left = new KnownSeries();
        Consumer<Message> unlessVoid = fact -> {
            boolean isFact = fact instanceof Observation || fact instanceof PolicyEvent;
            if (!isFact || !valid.isVoid(FactId.of(fact), fact)) {
                left.add(fact);
            }
        };
        return collected(looking(unlessVoid), facts -> new About(left, valid.strays()));
    }

    /** Hands over those that are needed, in the order in which they became known. */
    <T> T history(Predicate<Message> needed, Use<T> use) {
        return collected(needed, facts -> use.of(facts.valid()));
    }

    /** For what memory does not hold. */
    Path temporary() {
        return temporary;
    }

    /** Uses facts while they are there. */
    interface Use<T> {
        T of(FactHistory.Facts facts) throws IOException;
    }

    private interface UseOfAll<T> {
        T of(Collected facts) throws IOException;
    }

    private <T> T collected(Predicate<Message> needed, UseOfAll<T> use) {
        try (ReplayProgress shown = progress.apply(live.size());
                Collected collected = live.collect(needed, temporary, shown)) {
            return use.of(collected);
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
}
