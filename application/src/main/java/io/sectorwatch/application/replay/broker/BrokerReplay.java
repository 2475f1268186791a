package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.installation.RunningParts;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.HistoryTally.Told;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.ReplayRequest;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.broker.ReplayBeginning.Stage;
import io.sectorwatch.application.replay.broker.ReplayListener.Part;
import io.sectorwatch.application.replay.compare.Causes;
import io.sectorwatch.application.replay.compare.LogComparison;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.Replayed;
import io.sectorwatch.application.server.Server;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A replay of what is on a broker, beside the live installation. Closed, it leaves nothing behind but what was to be kept,
 * however it ended; killed and run again, it goes on where it was.
 */
public final class BrokerReplay implements AutoCloseable {
    private static final long MEMORY = 24 << 20;
    // To look at so many takes less time than to start a processor that may have started for nothing.
    private static final long FEW = 50_000;

    private final Server server;
    private final ReplaySettings settings;
    private final ReplayRequest request;
    private final ReplayListener listener;
    private final ReplayTopics topics;
    private final RunningParts running = new RunningParts();

    /** A replay that is still to be run. */
    public BrokerReplay(Server server, ReplaySettings settings, ReplayRequest request, ReplayListener listener) {
        this.server = server;
        this.settings = settings;
        this.request = request;
        this.listener = listener;
        this.topics = settings.topics();
    }

    /** Reports what came of a replay, beside what was decided live, while it is there. */
    public interface Report<T> {
        T of(Replayed replayed, LogComparison besideLive) throws IOException;
    }

    /** What it works with. */
    private record Work(
            int partitions, ReplayTraces traces, ReplayProcessor processor, LiveTopics live, ReplayRules rules) {}

    /**
     * Decides again what was asked for; returns what the report returns.
     *
     * @throws IOException if the temporary files cannot be used
     */
    public <T> T run(Report<T> report) throws IOException {
        server.requireAnswer();
        // Nothing live is touched: it is read, up to where it ends now.
        Capture now = Capture.of(server, topics.live());
        int livePartitions = now.ends(topics.live().indicators()).size();
        int partitions = settings.partitions(livePartitions);
        ReplayRules.requirePossible(request.rules(), partitions);
        Installation installation = Installation.in(settings.directory(), running);
        ReplayBeginning beginning =
                ReplayBeginning.of(ReplayJournal.read(server, topics), settings, request.id(partitions), now);
        Work work = begin(beginning, partitions, new ReplayProcessor(server, settings, installation));
        Stage stage = beginning.stage();

        if (stage.mayBeInPlace() && isOfEverythingAtOnce() && partitions == livePartitions) {
            InPlaceFeed feed =
                    new InPlaceFeed(topics, work.live().capture(), work.rules().concerned());
            if (isPossible(feed, stage, work.live())) {
                Optional<T> reported = decide(work, feed, stage, request.span().span(Instant.EPOCH), report);
                if (reported.isPresent()) {
                    return reported.get();
                }
                stage = Stage.IN_PLACE;
            }
        }
        if (stage == Stage.IN_PLACE) {
            // A fact that does not fit has come: what was decided until then counts for nothing.
            work.processor().stop();
            work.traces().beginAnew();
            stage = Stage.TO_BE_SORTED;
        }
        try (SortedFeed feed = sorted(work)) {
            return decide(work, feed, stage, request.span().span(feed.newest()), report)
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        running.close();
    }

    /** From now on nothing of the replay is left behind, unless this process is killed or told to keep it. */
    private Work begin(ReplayBeginning beginning, int partitions, ReplayProcessor processor) {
        ReplayTraces traces = running.add(new ReplayTraces(server, settings, partitions));
        if (beginning.goesOn()) {
            listener.goesOn(topics.name());
        }
        BackgroundWork topicsThere = BackgroundWork.run(() -> {
            if (!beginning.stage().isStaged()) {
                traces.beginAnew();
            }
        });
        LiveTopics live = new LiveTopics(server, topics.live(), beginning.capture());
        // Whatever fails, topics are not removed before they are created.
        ReplayRules rules = topicsThere.beside(() -> ReplayRules.of(request, live));
        return new Work(partitions, traces, processor, live, rules);
    }

    /** Read where they are, facts come all of them, in the partitions they are in, and at once. */
    private boolean isOfEverythingAtOnce() {
        return request.span().isOpen() && request.scope().equals(ReplayScope.EVERYTHING) && settings.speed() == null;
    }

    /** Whether facts are in order where they are, as far as that is known before they are fed. */
    private boolean isPossible(InPlaceFeed feed, Stage stage, LiveTopics live) {
        // What an interrupted run has fed is not fed again, and so not looked at.
        boolean thoroughly = stage == Stage.IN_PLACE || live.size() <= FEW;
        try (ReplayProgress progress = listener.begins(Part.READING, live.size())) {
            return feed.isPossible(new FactScan(live, settings.threads(), progress), thoroughly);
        }
    }

    /** The facts that are needed, in the order in which they became known. */
    private SortedFeed sorted(Work work) throws IOException {
        LiveTopics live = work.live();
        try (ReplayProgress progress = listener.begins(Part.READING, live.size())) {
            Collected needed = live.collect(work.rules().needs(), settings.temporary(), progress);
            return new SortedFeed(topics, work.rules().concerned(), needed, request.asDecided());
        }
    }

    /** Feeds, decides and reports; empty where the feed did not hold to the end, and nothing was reported. */
    private <T> Optional<T> decide(Work work, Feed feed, Stage stage, Span span, Report<T> report) throws IOException {
        try (AlertLog log = new AlertLog(span, request.scope(), settings.temporary(), MEMORY);
                AlertLog liveLog = new AlertLog(span, request.scope(), settings.temporary(), MEMORY)) {
            Staging staging = running.add(new Staging(server, topics, work.partitions(), settings.pace(span)));
            BackgroundWork liveAlerts = BackgroundWork.run(() -> work.live().alerts(liveLog));
            Told staged = feed(work, feed, stage, span, staging);
            work.processor().follow(feed, log);
            liveAlerts.await();
            if (!feed.heldToTheEnd()) {
                staging.close();
                return Optional.empty();
            }
            BackgroundWork stopping = BackgroundWork.run(work.processor()::stop);
            Replayed replayed = replayed(work, feed, span, feed.all(staged), log);
            Causes causes = new Causes(work.rules().live(), work.rules().all(), feed.late(), feed.isVoid());
            T reported = report.of(replayed, new LogComparison(liveLog, log, causes));
            stopping.await();
            if (settings.keep()) {
                staging.done(replayed.manifest());
                work.traces().keepOutputs();
            }
            return Optional.of(reported);
        }
    }

    /** Stages what has to be, where it is not there yet, and starts the processor. */
    private Told feed(Work work, Feed feed, Stage stage, Span span, Staging staging) throws IOException {
        if (!stage.isStaged()) {
            staging.plan(request.id(work.partitions()), work.live().capture(), !feed.isAllStaged());
        }
        // What is staged already is decided while the rest is staged; rules must all be there before the first fact.
        if (feed.isAllStaged()) {
            work.processor().start(feed);
        }
        Told told =
                stage.isStaged() ? feed.tell(span, FactHistory.Taker.NOBODY, facts -> {}) : stage(feed, span, staging);
        if (!feed.isAllStaged()) {
            work.processor().start(feed);
        }
        return told;
    }

    private Told stage(Feed feed, Span span, Staging staging) throws IOException {
        AtomicReference<@Nullable Told> told = new AtomicReference<>();
        try (ReplayProgress progress = listener.begins(Part.STAGING, feed.size())) {
            staging.stage(taker -> told.set(feed.tell(span, taker, progress)));
        }
        return Objects.requireNonNull(told.get());
    }

    private Replayed replayed(Work work, Feed feed, Span span, Told told, AlertLog log) throws IOException {
        Manifest manifest = new Manifest(
                request.software(),
                List.copyOf(work.live().capture().offsets()),
                request.rules().words(),
                span,
                request.scope(),
                told,
                null,
                log.size(),
                log.openAtStart(),
                log.sha256());
        long leftOut = work.live().unreadableRules()
                + feed.unreadable()
                + work.processor().deadLetters();
        // Under one id, the rules of the replay come after the live ones.
        List<RuleEvent> rules = new ArrayList<>(work.rules().live());
        rules.addAll(work.rules().all());
        return new Replayed(manifest, log, leftOut, RuleNames.ofAll(rules), Map.of());
    }
}
