package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.Scorecard;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest slices of a sector of one area, and the card that they make. Not thread-safe. */
public final class AreaSlices {
    private final SortedMap<String, Scorecard> slices = new TreeMap<>();
    private @Nullable Scorecard card;

    /** Takes a slice in the place of the one of the same part. */
    public void put(Slice slice) {
        slices.put(slice.part(), slice.card());
        card = null;
    }

    /** The card; there is a slice. */
    public Scorecard card() {
        Scorecard merged = card;
        if (merged == null) {
            merged = Cards.merge(slices);
            card = merged;
        }
        return merged;
    }

    SortedMap<String, Scorecard> slices() {
        return Collections.unmodifiableSortedMap(slices);
    }
}
