package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.SortedFacts;
import io.sectorwatch.launcher.replay.History;
import io.sectorwatch.launcher.replay.Manifest;
import io.sectorwatch.launcher.replay.Needs;
import io.sectorwatch.launcher.replay.RuleChoice;
import io.sectorwatch.launcher.replay.RuleEvent;
import io.sectorwatch.launcher.replay.Scope;
import io.sectorwatch.launcher.replay.Span;
import io.sectorwatch.launcher.replay.Tally;
import io.sectorwatch.launcher.replay.broker.Capture;
import io.sectorwatch.launcher.replay.broker.LiveTopics;
import io.sectorwatch.launcher.replay.broker.Pace;
import io.sectorwatch.launcher.replay.broker.ReplayTopics;
import io.sectorwatch.launcher.replay.broker.Staging;
import io.sectorwatch.launcher.replay.compare.Causes;
import io.sectorwatch.launcher.replay.compare.Comparison;
import io.sectorwatch.launcher.replay.log.AlertLog;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.launcher.server.TopicReader;
import io.sectorwatch.processor.FactsAndRules;
import io.sectorwatch.processor.rule.RulePublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A replay of what is on a broker, on topics of its own. */
final class BrokerReplay {
    private static final long MEMORY = 24 << 20;
    // Nobody else can hold the replay's directory, and so be this member of its group.
    private static final String INSTANCE = "replay";

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
        int partitions = options.partitions(now.ends(topics.live().indicators()).size());
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
        try (SortedFacts facts = new SortedFacts(temporary, MEMORY)) {
            read(live, beginning.capture(), facts, rules);
            Span span = spanOptions.span(live.newest());
            try (AlertLog log = new AlertLog(span, scope, temporary, MEMORY);
                    AlertLog liveLog = new AlertLog(span, scope, temporary, MEMORY)) {
                Staging staging = shutdown.add(new Staging(server, topics, partitions, pace(span)));
                if (!beginning.staged()) {
                    staging.plan(beginning.request(), beginning.capture());
                }
                startProcessor(installation, server);
                Tally.Told told = stage(new History(concerned(rules), facts), span, staging, beginning.staged());
                decide(installation, server, partitions, log);
                live.alerts(liveLog);
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
                boolean same = new ReplayOutput(root, reports)
                        .compared(
                                log, new Comparison(liveLog, log, new Causes(liveRules, rules, live.late())), manifest);
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

    private void read(LiveTopics live, Capture capture, SortedFacts facts, List<RuleEvent> rules) {
        Needs needs = Needs.of(
                scope,
                rules.stream().map(RuleEvent::rule).filter(Objects::nonNull).toList());
        long size = capture.size(topics.live().indicators())
                + capture.size(topics.live().policies());
        try (Steps steps = new Steps(root, "Reading", size)) {
            live.facts(facts, needs, steps);
        }
        if (live.unreadable() > 0) {
            root.err()
                    .println("Left out " + live.unreadable()
                            + " that the live processor could not read either (see dead-letters).");
        }
    }

    private List<RuleEvent> concerned(List<RuleEvent> rules) {
        Set<String> ids = rules.stream()
                .filter(event -> event.rule() != null && scope.concerns(event.rule()))
                .map(RuleEvent::id)
                .collect(Collectors.toSet());
        return rules.stream().filter(event -> ids.contains(event.id())).toList();
    }

    private Tally.Told stage(History history, Span span, Staging staging, boolean staged) throws IOException {
        try (Steps steps = new Steps(root, "Staging", history.facts().size())) {
            if (staged) {
                Tally tally = new Tally(History.Taker.NOBODY);
                history.tell(span, tally);
                return tally.told();
            }
            Tally.Told[] told = {null};
            staging.stage(taker -> {
                Tally tally = new Tally(taker, steps);
                history.tell(span, tally);
                told[0] = tally.told();
            });
            return Objects.requireNonNull(told[0]);
        }
    }

    private void startProcessor(Installation installation, Server server) {
        installation.startProcessor(
                server, topics.topics(), FactsAndRules.TOGETHER, options.sectors(), INSTANCE, options.threads());
    }

    private void decide(Installation installation, Server server, int partitions, AlertLog log) {
        try (TopicReader alerts = new TopicReader(server, topics.topics().alerts())) {
            new Following(installation, server, topics.topics())
                    .untilProcessed(
                            FactsAndRules.TOGETHER,
                            options.sectors(),
                            names(partitions),
                            alerts,
                            records -> records.forEach(record -> LiveTopics.add(log, record)));
        }
        if (installation.ended()) {
            installation.awaitEnd();
            throw CommandException.failed("the replay was stopped");
        }
    }

    private Pace pace(Span span) {
        Double speed = options.speed();
        return speed == null
                ? Pace.fastest()
                : Pace.times(speed, span.from() == null ? null : span.from().toEpochMilli());
    }

    private Set<String> names(int partitions) {
        return topics.specs(partitions, options.sectors()).stream()
                .map(spec -> spec.name())
                .collect(Collectors.toSet());
    }

    private Set<String> outputs(int partitions) {
        Set<String> outputs = names(partitions);
        outputs.remove(topics.topics().history());
        return outputs;
    }
}
