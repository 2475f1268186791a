package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.ReplayJournal;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.replay.broker.Replays;
import io.sectorwatch.application.replay.broker.Staging;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** How a replay begins: anew, or where one of the same name and request was killed, with what that one had captured. */
final class ReplayBeginning {
    private final Server server;
    private final BrokerReplayOptions options;
    private final String request;
    private final Capture capture;
    private final int partitions;
    private final ReplayCleanUp cleanUp;
    private @Nullable Boolean inPlace;
    private boolean staged;

    private ReplayBeginning(
            Server server,
            BrokerReplayOptions options,
            String request,
            Capture capture,
            int partitions,
            ReplayCleanUp cleanUp) {
        this.server = server;
        this.options = options;
        this.request = request;
        this.capture = capture;
        this.partitions = partitions;
        this.cleanUp = cleanUp;
    }

    /** Begins. From now on nothing of the replay is left behind, unless this process is killed or told to keep it. */
    static ReplayBeginning of(
            SectorwatchCommand root,
            Server server,
            BrokerReplayOptions options,
            Capture now,
            int partitions,
            String request) {
        ReplayTopics topics = options.topics();
        Optional<ReplayJournal> found = ReplayJournal.read(server, topics);
        if (found.isPresent() && found.get().manifest() != null) {
            throw CommandException.unusable("the replay '" + topics.name() + "' was kept: './sectorwatch replay remove "
                    + topics.name() + "' removes it, and --name gives this one another name");
        }
        ReplayCleanUp cleanUp = new ReplayCleanUp(new Replays(server, topics.live()), topics, options.directory());
        root.shutdown().add(cleanUp);
        Optional<ReplayJournal> journal = found.filter(begun -> options.speed() == null && begun.canGoOn(request));
        Capture capture = journal.map(ReplayJournal::capture).orElse(now);
        ReplayBeginning beginning = new ReplayBeginning(server, options, request, capture, partitions, cleanUp);
        if (journal.isPresent()) {
            beginning.inPlace = journal.get().inPlace();
            beginning.staged = journal.get().staged();
            root.err().println("Going on with the replay '" + topics.name() + "', which was interrupted.");
        }
        return beginning;
    }

    /** Creates its topics. Of a history that is not whole nobody knows how much there is: it is staged again. */
    void createTopics() {
        if (!staged) {
            anew();
        }
    }

    /** Begins anew with the same capture, whatever there is. */
    void anew() {
        staged = false;
        cleanUp.beginAnew();
        try (Admin admin = server.admin()) {
            new TopicSetup(admin).apply(options.topics().specs(partitions, options.sectors()));
        }
    }

    /** Notes how it goes about it. */
    void plan(Staging staging, boolean readInPlace) throws IOException {
        staging.plan(request, capture, readInPlace);
        inPlace = readInPlace;
    }

    /** How far the live topics are read. */
    Capture capture() {
        return capture;
    }

    int partitions() {
        return partitions;
    }

    /** Whether all that has to be is staged already. */
    boolean staged() {
        return staged;
    }

    /** Whether it has begun to read facts where they are. */
    boolean readsInPlace() {
        return Boolean.TRUE.equals(inPlace);
    }

    /** Whether it has begun to sort them. */
    boolean mustSort() {
        return Boolean.FALSE.equals(inPlace);
    }

    /** What subscribers read stays. */
    void keepOutputs() {
        ReplayTopics topics = options.topics();
        cleanUp.keep(topics.specs(partitions, options.sectors()).stream()
                .map(Topics.Spec::name)
                .filter(name -> !name.equals(topics.topics().history()))
                .collect(Collectors.toSet()));
    }

    /** What tells one request from another of the same name. */
    static String request(RuleChoice choice, SpanOptions span, ReplayScope scope, int partitions) {
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
