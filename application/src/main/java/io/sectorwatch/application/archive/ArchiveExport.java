package io.sectorwatch.application.archive;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.RequestedSpan;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.Collected;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/** Facts and rules of an installation, on their way into an archive; nothing of the installation is changed. */
public final class ArchiveExport {
    private final Server server;
    private final Topics topics;
    private final Path temporary;

    /** Keeps what does not fit into memory in a temporary directory. */
    public ArchiveExport(Server server, Topics topics, Path temporary) {
        this.server = server;
        this.topics = topics;
        this.temporary = temporary;
    }

    /**
     * What was written.
     *
     * @param rules how often a rule took effect or ended, whether that is in the span or not
     */
    public record Written(long facts, long rules) {}

    /**
     * Writes what there is now, of a span, into a folder that is made, or empty.
     *
     * @param software what writes, with its version
     * @param reading is told how many facts there are, and then how many have been read
     * @throws IOException with a message for people, if the archive cannot be written
     */
    public Written write(Path folder, RequestedSpan requested, String software, LongFunction<ReplayProgress> reading)
            throws IOException {
        server.requireAnswer();
        server.require(Right.toRead(topics.rules()));
        server.require(LiveTopics.rights(topics));
        Capture capture = Capture.of(server, topics);
        LiveTopics live = new LiveTopics(server, topics, capture);
        List<RuleEvent> rules = live.rules().events();
        try (Collected collected = collected(live, reading)) {
            Span span = requested.span(collected.newest());
            try (ArchiveWriter archive = new ArchiveWriter(folder, span)) {
                new FactHistory(rules, collected.all()).tell(span, archive);
                archive.finish(software, capture.offsets());
                return new Written(archive.facts(), rules.size());
            }
        }
    }

    private Collected collected(LiveTopics live, LongFunction<ReplayProgress> reading) throws IOException {
        try (ReplayProgress progress = reading.apply(live.size())) {
            return live.collect(fact -> true, temporary, progress);
        }
    }
}
