package io.sectorwatch.application.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.codes.CodeSort;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.json.SectorCardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The scorecards as they stand on their topic, by their keys.
 *
 * @param areas the newest of every sector of every area
 * @param sectors the newest of every sector over all areas
 */
public record Scorecards(List<Scorecard> areas, List<SectorCard> sectors) {
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(100);

    public Scorecards {
        areas = List.copyOf(areas);
        sectors = List.copyOf(sectors);
    }

    /** All there are. */
    public static Scorecards newest(Server server, Topics topics) {
        try (TopicReader reader = new TopicReader(server, topics.scorecards())) {
            Newest newest = new Newest();
            reader.readToEnd().forEach(newest::take);
            return newest.cards();
        }
    }

    /**
     * The same once none has come for a while: a processor writes them when it has had nothing else to do for half a second,
     * after what it has decided.
     */
    public static Scorecards settled(Server server, Topics topics) {
        try (TopicReader reader = new TopicReader(server, topics.scorecards())) {
            Newest newest = new Newest();
            long last = System.nanoTime();
            while (System.nanoTime() - last < SILENCE.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(STEP)) {
                    newest.take(record);
                    last = System.nanoTime();
                }
            }
            return newest.cards();
        }
    }

    private static final class Newest {
        private final SortedMap<String, Scorecard> areas = new TreeMap<>();
        private final SortedMap<String, SectorCard> sectors = new TreeMap<>();

        void take(ConsumerRecord<byte[], byte[]> record) {
            String key = new String(record.key(), UTF_8);
            if (record.value() == null) {
                areas.remove(key);
                sectors.remove(key);
            } else if (SectorCard.isKey(key)) {
                sectors.put(key, new SectorCardCodec().read(record.value()));
            } else {
                areas.put(key, new ScorecardCodec().read(record.value()));
            }
        }

        Scorecards cards() {
            return new Scorecards(List.copyOf(areas.values()), List.copyOf(sectors.values()));
        }
    }

    /**
     * Those that are wanted, by codes; an empty set wants all. The card of a sector is, where no areas are named.
     *
     * @param codes takes those of all cards
     */
    public Scorecards wanted(Set<String> areaCodes, Set<String> sectorCodes, KnownCodes codes) {
        areas.forEach(card -> {
            codes.add(CodeSort.AREA, card.area());
            codes.add(CodeSort.SECTOR, card.sector());
        });
        return new Scorecards(
                areas.stream()
                        .filter(card -> areaCodes.isEmpty() || areaCodes.contains(card.area()))
                        .filter(card -> sectorCodes.isEmpty() || sectorCodes.contains(card.sector()))
                        .toList(),
                sectors.stream()
                        .filter(card -> areaCodes.isEmpty())
                        .filter(card -> sectorCodes.isEmpty() || sectorCodes.contains(card.sector()))
                        .toList());
    }
}
