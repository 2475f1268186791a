package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.replay.Manifest;
import io.sectorwatch.launcher.replay.RuleChoice;
import io.sectorwatch.launcher.replay.RuleEvent;
import io.sectorwatch.launcher.replay.Scope;
import io.sectorwatch.launcher.replay.Span;
import io.sectorwatch.launcher.replay.Tally;
import io.sectorwatch.launcher.replay.broker.Capture;
import io.sectorwatch.launcher.replay.broker.Feed;
import io.sectorwatch.launcher.replay.broker.LiveTopics;
import io.sectorwatch.launcher.replay.broker.Pace;
import io.sectorwatch.launcher.replay.broker.ReplayTopics;
import io.sectorwatch.launcher.replay.broker.Staging;
import io.sectorwatch.launcher.replay.compare.Causes;
import io.sectorwatch.launcher.replay.compare.Comparison;
import io.sectorwatch.launcher.replay.log.AlertLog;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.processor.rule.RulePublisher;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** A replay of what is on a broker, on topics of its own. */
final class BrokerReplay {
    private static final long MEMORY = 24 << 20;

    private final SectorwatchCommand root;
    private final Shutdown shutdown;
    private final BrokerReplayOptions options;
    private final SpanOptions spanOptions;
    private final Scope scope;
    private final ReplayReports reports;
    private final ReplayTopics topics;
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    BrokerReplay(
            SectorwatchCommand root,
            Shutdown shutdown,
            BrokerReplayOptions options,
            SpanOptions spanOptions,
            Scope scope,
            ReplayReports reports) {
        this.root = root;
        this.shutdown = shutdown;
        this.options = options;
        this.spanOptions = spanOptions;
        this.scope = scope;
        this.reports = reports;
        this.topics = options.topics();
    }

    /** Replays; returns the exit status. */
    int run(RuleChoice choice) {
        options.check();
        Server server = options.server();
        server.requireAnswer();
        Capture now = Capture.of(server, topics.live());
        int livePartitions = now.ends(topics.live().indicators()).size();
        int partitions = options.partitions(livePartitions);
        requirePossible(choice, partitions);
        Installation installation = new Installation(root, options.directory());
        ReplayBeginning beginning = ReplayBeginning.of(
                root,
                server,
                options,
                now,
                partitions,
                ReplayBeginning.request(choice, spanOptions, scope, partitions));
        LiveTopics live = new LiveTopics(server, topics.live(), beginning.capture());
        List<RuleEvent> liveRules = live.rules().events();
        List<RuleEvent> rules = choice.events(liveRules);
        boolean whole = spanOptions.isOpen() && options.speed() == null && partitions == livePartitions;
        try (Feed feed =
                new ReplayReading(root, options, scope, live, beginning.capture()).feed(rules, whole, temporary)) {
            Span span = spanOptions.span(feed.newest());
            try (AlertLog log = new AlertLog(span, scope, temporary, MEMORY);
                    AlertLog liveLog = new AlertLog(span, scope, temporary, MEMORY)) {
                Staging staging = shutdown.add(new Staging(server, topics, partitions, pace(span)));
                if (!beginning.staged()) {
                    staging.plan(beginning.request(), beginning.capture());
                }
                CompletableFuture<Void> liveAlerts = CompletableFuture.runAsync(() -> live.alerts(liveLog));
                Tally.Told told = new ReplayDeciding(root, server, options, installation)
                        .decide(feed, span, staging, beginning.staged(), log);
                await(liveAlerts);
                Manifest manifest = new Manifest(
                        Software.version(),
                        List.copyOf(beginning.capture().offsets()),
                        choice.words(),
                        span,
                        scope,
                        told,
                        log.size(),
                        log.openAtStart(),
                        log.sha256());
                Comparison comparison = new Comparison(liveLog, log, new Causes(liveRules, rules, feed.late()));
                boolean same = new ReplayOutput(root, reports).compared(log, comparison, manifest);
                if (options.keep()) {
                    staging.done(manifest);
                    beginning.cleanUp().keep(outputs(partitions));
                    root.err().println("Kept: " + topics.topics().alerts() + " and others of that name.");
                }
                return same || !reports.expectSame() ? Subcommand.DONE : CommandException.FAILURES_FOUND;
            }
        } catch (IOException e) {
            throw CommandException.unusable("the temporary files in " + temporary + " cannot be used (" + e + ")");
        } catch (UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private static void requirePossible(RuleChoice choice, int partitions) {
        if (choice instanceof RuleChoice.Others others) {
            others.rules().stream()
                    .flatMap(rule -> RulePublisher.obstacle(rule, partitions).stream())
                    .findFirst()
                    .ifPresent(obstacle -> {
                        throw CommandException.unusable(obstacle + " (--partitions 1)");
                    });
        }
    }

    private static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Pace pace(Span span) {
        Double speed = options.speed();
        return speed == null
                ? Pace.fastest()
                : Pace.times(speed, span.from() == null ? null : span.from().toEpochMilli());
    }

    private Set<String> outputs(int partitions) {
        return topics.specs(partitions, options.sectors()).stream()
                .map(Topics.Spec::name)
                .filter(name -> !name.equals(topics.topics().history()))
                .collect(Collectors.toSet());
    }
}
