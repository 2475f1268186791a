package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.broker.Feed;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.replay.broker.ReplayPace;
import io.sectorwatch.application.replay.broker.Staging;
import io.sectorwatch.application.replay.compare.Causes;
import io.sectorwatch.application.replay.compare.LogComparison;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides what a replay is fed, beside what was decided live, and tells what came of it. */
final class ReplayRun {
    private static final long MEMORY = 24 << 20;

    private final SectorwatchCommand root;
    private final Server server;
    private final BrokerReplayOptions options;
    private final ReplayReports reports;
    private final ReplayScope scope;
    private final Installation installation;
    private final ReplayBeginning beginning;
    private final LiveTopics live;
    private final ReplayRules rules;
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    ReplayRun(
            SectorwatchCommand root,
            Server server,
            BrokerReplayOptions options,
            ReplayReports reports,
            ReplayScope scope,
            Installation installation,
            ReplayBeginning beginning,
            LiveTopics live,
            ReplayRules rules) {
        this.root = root;
        this.server = server;
        this.options = options;
        this.reports = reports;
        this.scope = scope;
        this.installation = installation;
        this.beginning = beginning;
        this.live = live;
        this.rules = rules;
    }

    /** Returns the exit status; empty where the feed did not hold to the end, and nothing was told. */
    OptionalInt run(Feed feed, Span span) throws IOException {
        try (AlertLog log = new AlertLog(span, scope, temporary, MEMORY);
                AlertLog liveLog = new AlertLog(span, scope, temporary, MEMORY)) {
            Staging staging =
                    root.shutdown().add(new Staging(server, options.topics(), beginning.partitions(), pace(span)));
            BackgroundWork liveAlerts = BackgroundWork.run(() -> live.alerts(liveLog));
            ReplayDeciding deciding = new ReplayDeciding(root, server, options, installation);
            Optional<HistoryTally.Told> told = deciding.decide(feed, span, beginning, staging, log);
            liveAlerts.await();
            if (told.isEmpty()) {
                staging.close();
                return OptionalInt.empty();
            }
            BackgroundWork stopping = BackgroundWork.run(installation::stopProcessor);
            long leftOut = live.unreadableRules() + feed.unreadable() + deciding.deadLetters();
            if (leftOut > 0) {
                root.err()
                        .println("Left out " + leftOut
                                + " that the live processor could not read either (see dead-letters).");
            }
            Manifest manifest = new Manifest(
                    Software.version(),
                    List.copyOf(beginning.capture().offsets()),
                    rules.words(),
                    span,
                    scope,
                    told.get(),
                    null,
                    log.size(),
                    log.openAtStart(),
                    log.sha256());
            Causes causes = new Causes(rules.live(), rules.all(), feed.late());
            boolean same =
                    new ReplayOutput(root, reports).compared(log, new LogComparison(liveLog, log, causes), manifest);
            stopping.await();
            if (options.keep()) {
                staging.done(manifest);
                beginning.keepOutputs();
                root.err().println("Kept: " + options.topics().topics().alerts() + " and others of that name.");
            }
            return OptionalInt.of(same || !reports.expectSame() ? Subcommand.DONE : CommandException.FAILURES_FOUND);
        }
    }

    /** Gives up what did not hold. */
    void stop() {
        installation.stopProcessor();
    }

    private ReplayPace pace(Span span) {
        Double speed = options.speed();
        return speed == null
                ? ReplayPace.fastest()
                : ReplayPace.times(
                        speed, span.from() == null ? null : span.from().toEpochMilli());
    }
}
