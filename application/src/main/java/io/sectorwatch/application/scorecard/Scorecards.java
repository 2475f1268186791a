package io.sectorwatch.application.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The scorecards as they stand on their topic. */
public final class Scorecards {

    /** The newest scorecard of every sector of every area. */
    public static Collection<Scorecard> newest(Server server, Topics topics) {
        SortedMap<String, Scorecard> newest = new TreeMap<>();
        try (TopicReader reader = new TopicReader(server, topics.scorecards())) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                if (record.value() == null) {
                    newest.remove(new String(record.key(), UTF_8));
                } else {
                    Scorecard card = new ScorecardCodec().read(record.value());
                    newest.put(card.key(), card);
                }
            }
        }
        return newest.values();
    }

    private Scorecards() {}
}
