package io.sectorwatch.application.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.codes.CodeSort;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The scorecards as they stand on their topic. */
public final class Scorecards {
    private static final String OVER_ALL_AREAS = "*/";

    /** The newest scorecard of every sector of every area. */
    public static Collection<Scorecard> newest(Server server, Topics topics) {
        SortedMap<String, Scorecard> newest = new TreeMap<>();
        try (TopicReader reader = new TopicReader(server, topics.scorecards())) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                String key = new String(record.key(), UTF_8);
                if (record.value() == null) {
                    newest.remove(key);
                } else if (!key.startsWith(OVER_ALL_AREAS)) {
                    Scorecard card = new ScorecardCodec().read(record.value());
                    newest.put(card.key(), card);
                }
            }
        }
        return newest.values();
    }

    /**
     * Which cards are wanted, by codes; an empty set wants all.
     *
     * @param codes takes those of all cards
     */
    public static List<Scorecard> wanted(
            Collection<Scorecard> cards, Set<String> areas, Set<String> sectors, KnownCodes codes) {
        List<Scorecard> wanted = new ArrayList<>();
        for (Scorecard card : cards) {
            codes.add(CodeSort.AREA, card.area());
            codes.add(CodeSort.SECTOR, card.sector());
            if ((areas.isEmpty() || areas.contains(card.area()))
                    && (sectors.isEmpty() || sectors.contains(card.sector()))) {
                wanted.add(card);
            }
        }
        return wanted;
    }

    private Scorecards() {}
}
