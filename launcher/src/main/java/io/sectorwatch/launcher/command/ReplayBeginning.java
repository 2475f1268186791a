package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.launcher.replay.RuleChoice;
import io.sectorwatch.launcher.replay.Scope;
import io.sectorwatch.launcher.replay.broker.Capture;
import io.sectorwatch.launcher.replay.broker.Journal;
import io.sectorwatch.launcher.replay.broker.ReplayTopics;
import io.sectorwatch.launcher.replay.broker.Replays;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.launcher.server.TopicSetup;
import io.sectorwatch.schemas.event.ContentId;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;

/**
 * How a replay begins: anew, or where one of the same name and request was killed, with what that one had captured.
 *
 * @param staged whether all facts are staged already
 */
record ReplayBeginning(String request, Capture capture, boolean staged, ReplayCleanUp cleanUp) {

    /** Begins. From now on nothing of the replay is left behind, unless this process is killed or told to keep it. */
    static ReplayBeginning of(
            SectorwatchCommand root,
            Server server,
            BrokerReplayOptions options,
            Capture now,
            int partitions,
            String request) {
        ReplayTopics topics = options.topics();
        ReplayCleanUp cleanUp = new ReplayCleanUp(new Replays(server, topics.live()), topics, options.directory());
        root.shutdown().add(cleanUp);
        Optional<Journal> journal =
                Journal.read(server, topics).filter(found -> options.speed() == null && found.canGoOn(request));
        Capture capture = journal.map(Journal::capture).orElse(now);
        boolean staged = journal.isPresent() && journal.get().staged();
        if (journal.isPresent()) {
            root.err().println("Going on with the replay '" + topics.name() + "', which was interrupted.");
        }
        // Of a history that is not whole nobody knows how much there is: it is staged again.
        if (!staged) {
            cleanUp.beginAnew();
            try (Admin admin = server.admin()) {
                new TopicSetup(admin).apply(topics.specs(partitions, options.sectors()));
            }
        }
        return new ReplayBeginning(request, capture, staged, cleanUp);
    }

    /** What tells one request from another of the same name. */
    static String request(RuleChoice choice, SpanOptions span, Scope scope, int partitions) {
        StringBuilder text = new StringBuilder(Software.version());
        text.append('\n').append(choice.words());
        if (choice instanceof RuleChoice.Others others) {
            others.rules().forEach(rule -> text.append('\n').append(rule.hash()));
        }
        text.append('\n').append(span.words()).append('\n').append(partitions);
        text.append('\n').append(new TreeSet<>(scope.rules())).append(new TreeSet<>(scope.indicators()));
        text.append('\n').append(new TreeSet<>(scope.areas())).append(new TreeSet<>(scope.sectors()));
        return ContentId.of(text.toString().getBytes(UTF_8));
    }
}
