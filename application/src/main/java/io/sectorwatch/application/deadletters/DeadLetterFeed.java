package io.sectorwatch.application.deadletters;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;

/** The dead letters that come from now on. */
public final class DeadLetterFeed implements AutoCloseable {
    private final TopicReader reader;

    /** Of an installation; throws ServerException where it has no topic of them. */
    public DeadLetterFeed(Server server, Topics topics) {
        reader = new TopicReader(server, topics.deadLetters());
        reader.skipToEnd();
    }

    /** Those that have come since it was last asked. */
    public List<DeadLetter> next() {
        return reader.poll(Duration.ZERO).stream()
                .filter(record -> DeadLetters.redrivenBy(record) == null)
                .map(DeadLetter::of)
                .toList();
    }

    @Override
    public void close() {
        reader.close();
    }
}
