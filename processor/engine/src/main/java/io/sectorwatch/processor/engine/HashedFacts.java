package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which series a fact may be, by the beginning of its id: four bytes for each fact, and not kept for long. Corrections are
 * rare, but come many at once, and to work out the ids of all facts for each of them would take minutes.
 */
final class HashedFacts {
    private static final int HASH_DIGITS = 8;
    private static final int RADIX = 16;

    private final List<SeriesHistory> histories;
    // The facts of a history are from its place to that of the next.
    private final int[] places;
    private final int[] hashes;

    private HashedFacts(List<SeriesHistory> histories, int[] places, int[] hashes) {
        this.histories = histories;
        this.places = places;
        this.hashes = hashes;
    }

    /** The observations of some series as they are now; what is counted is none. */
    static HashedFacts of(List<Tracked> series) {
        List<SeriesHistory> histories = series.stream()
                .map(Tracked::history)
                .filter(history -> !Partitions.isDerived(history.key().indicator()))
                .toList();
        int[] places = new int[histories.size()];
        int[] hashes = new int[histories.stream().mapToInt(SeriesHistory::size).sum()];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            SeriesHistory history = histories.get(i);
            places[i] = next;
            for (int row = 0; row < history.size(); row++) {
                hashes[next] = hash(FactId.of(history.observation(row)));
                next++;
            }
        }
        return new HashedFacts(histories, places, hashes);
    }

    /** The fact of an id; null where there is none any more. */
    @Nullable
    Observation find(String id) {
        int hash = hash(id);
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash) {
                int holding = holding(i);
                Observation found = find(id, histories.get(holding), i - places[holding]);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    // Its row has become an earlier one where facts before it were taken out, or a later one where such came back.
    private static @Nullable Observation find(String id, SeriesHistory history, int row) {
        int rows = history.size();
        int from = Math.min(row, rows - 1);
        for (int i = 0; i < rows; i++) {
            Observation observation = history.observation(i <= from ? from - i : i);
            if (FactId.of(observation).equals(id)) {
                return observation;
            }
        }
        return null;
    }

    private int holding(int place) {
        int found = Arrays.binarySearch(places, place);
        int last = found >= 0 ? found : -found - 2;
        // Of those without facts, which begin where the next one does, the last one has them.
        while (last + 1 < places.length && places[last + 1] == place) {
            last++;
        }
        return last;
    }

    private static int hash(String id) {
        return Integer.parseUnsignedInt(id, 0, HASH_DIGITS, RADIX);
    }
}
