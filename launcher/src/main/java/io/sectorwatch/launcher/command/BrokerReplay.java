package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.Feed;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.replay.broker.SortedFeed;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.processor.topology.RulePublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A replay of what is on a broker, on topics of its own. */
final class BrokerReplay {
    private final SectorwatchCommand root;
    private final BrokerReplayOptions options;
    private final SpanOptions spanOptions;
    private final ReplayScope scope;
    private final ReplayReports reports;
    private final ReplayTopics topics;
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    BrokerReplay(
            SectorwatchCommand root,
            BrokerReplayOptions options,
            SpanOptions spanOptions,
            ReplayScope scope,
            ReplayReports reports) {
        this.root = root;
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
        Installation installation = root.installation(options.directory());
        String request = ReplayBeginning.request(choice, spanOptions, scope, partitions);
        ReplayBeginning beginning = ReplayBeginning.of(root, server, options, now, partitions, request);
        BackgroundWork topicsThere = BackgroundWork.run(beginning::createTopics);
        LiveTopics live = new LiveTopics(server, topics.live(), beginning.capture());
        ReplayRules rules;
        try {
            rules = ReplayRules.of(choice, live, scope);
        } finally {
            // Whatever fails, topics are not removed before they are created.
            topicsThere.awaitEnd();
        }
        ReplayReading reading = new ReplayReading(root, options, scope, live, rules);
        // Read where they are, facts come all of them, in the partitions they are in, and at once.
        boolean inPlace = spanOptions.isOpen()
                && options.speed() == null
                && scope.equals(ReplayScope.EVERYTHING)
                && partitions == livePartitions
                && !beginning.mustSort();
        try {
            Optional<Feed> feed = inPlace ? reading.inPlace(beginning.staged()) : Optional.empty();
            topicsThere.await();
            ReplayRun run = new ReplayRun(root, server, options, reports, scope, installation, beginning, live, rules);
            OptionalInt status =
                    feed.isPresent() ? run.run(feed.get(), spanOptions.span(Instant.EPOCH)) : OptionalInt.empty();
            return status.isPresent() ? status.getAsInt() : sorted(reading, run, beginning);
        } catch (IOException e) {
            throw CommandException.unusable("the temporary files in " + temporary + " cannot be used (" + e + ")");
        } catch (UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private int sorted(ReplayReading reading, ReplayRun run, ReplayBeginning beginning) throws IOException {
        if (beginning.readsInPlace()) {
            run.stop();
            beginning.anew();
        }
        try (SortedFeed feed = reading.sorted(temporary)) {
            return run.run(feed, spanOptions.span(feed.newest())).orElseThrow();
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
}
