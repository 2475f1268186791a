package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Scorecard.Counts;
import io.sectorwatch.schemas.message.Scorecard.Policies;
import io.sectorwatch.schemas.message.SectorCard;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cards as a broker takes them: of thousands of indicators, areas or kinds of policies the last ones are left out. */
final class FittingCard {
    // A broker takes records of a little more than a million bytes, headers included.
    private static final int LARGEST = 900_000;

    /** A card, or what fits of it. */
    static Envelope of(Message card) {
        Envelope envelope = Envelope.of(card);
        if (envelope.value().length <= LARGEST) {
            return envelope;
        }
        int length = envelope.value().length;
        return of(card instanceof SectorCard sector ? part(sector, length) : part((Scorecard) card, length));
    }

    private static Scorecard part(Scorecard card, int length) {
        boolean lines = !card.indicators().isEmpty();
        return new Scorecard(
                card.area(),
                card.sector(),
                card.state(),
                lines ? first(card.indicators(), length) : card.indicators(),
                lines ? card.policies() : part(card.policies(), length),
                card.open(),
                card.knownAt());
    }

    private static SectorCard part(SectorCard card, int length) {
        boolean lines = !card.indicators().isEmpty();
        return new SectorCard(
                card.sector(),
                card.state(),
                lines ? first(card.indicators(), length) : card.indicators(),
                lines ? card.policies() : part(card.policies(), length),
                card.open(),
                lines ? card.openByArea() : first(card.openByArea(), length),
                card.knownAt());
    }

    private static Policies part(Policies policies, int length) {
        return new Policies(part(policies.trailingYear(), length), part(policies.total(), length));
    }

    private static Counts part(Counts counts, int length) {
        return new Counts(counts.events(), first(counts.kinds(), length), counts.stances());
    }

    private static <T> List<T> first(List<T> all, int length) {
        return all.subList(0, fewer(all.size(), length));
    }

    private static <T> SortedMap<String, T> first(SortedMap<String, T> all, int length) {
        SortedMap<String, T> kept = new TreeMap<>();
        all.entrySet().stream()
                .limit(fewer(all.size(), length))
                .map(Map.Entry::getKey)
                .forEach(key -> kept.put(key, all.get(key)));
        return kept;
    }

    private static int fewer(int all, int length) {
        return (int) Math.min(Math.max(0, all - 1L), (long) all * LARGEST / length);
    }

    private FittingCard() {}
}
