package io.sectorwatch.launcher.command;

import io.sectorwatch.application.facts.FactsOnTopics;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.rules.TopicFacts;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Locale;

/** Reads the facts on the topics before the eyes of a person. */
final class TopicFactsReading {
    static TopicFacts of(SectorwatchCommand root, Server server, Topics topics) {
        server.require(LiveTopics.rights(topics));
        return new TopicFacts(
                server, topics, TemporaryDirectory.standard(), total -> new Steps(root, "Reading", total));
    }

    /** The same, one by one and with their corrections. */
    static FactsOnTopics each(SectorwatchCommand root, Server server, Topics topics) {
        return new FactsOnTopics(
                server, topics, TemporaryDirectory.standard(), total -> new Steps(root, "Reading", total));
    }

    /** What a person is told of records that are no facts. */
    static String left(long unreadable) {
        return String.format(
                Locale.ROOT,
                unreadable == 1
                        ? "%,d record is no fact, since it cannot be read; 'dead-letters list' says why."
                        : "%,d records are no facts, since they cannot be read; 'dead-letters list' says why.",
                unreadable);
    }

    private TopicFactsReading() {}
}
