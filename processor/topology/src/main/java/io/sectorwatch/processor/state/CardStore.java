package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.scorecard.AreaSlices;
import io.sectorwatch.processor.scorecard.SectorCards;
import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The newest slice of every part of every scorecard, of all areas of each of its sectors. */
public final class CardStore extends HeapStore {
    /** Another than that of slices that were kept by area and sector, and so among other tasks. */
    public static final String NAME = "sector-slices";

    private static final char PART = '|';

    private final Map<String, SortedMap<String, AreaSlices>> sectors = new TreeMap<>();
    private final Map<String, Slice> dirty = new LinkedHashMap<>();
    private final SortedMap<String, Set<String>> changed = new TreeMap<>();

    public CardStore() {
        super(NAME);
    }

    /** Takes a slice in the place of the one of the same part. */
    public void put(Slice slice) {
        keep(slice);
        dirty.put(slice.card().key() + PART + slice.part(), slice);
    }

    /** The cards that have changed since the last time, of areas and then of sectors, put together. */
    public List<Message> takeChanged() {
        List<Message> taken = new ArrayList<>();
        List<Message> ofSectors = new ArrayList<>();
        changed.forEach((sector, areas) -> {
            SortedMap<String, AreaSlices> all = sectors.getOrDefault(sector, Collections.emptySortedMap());
            all.forEach((area, slices) -> {
                if (areas.contains(area)) {
                    taken.add(slices.card());
                }
            });
            ofSectors.add(SectorCards.merge(all.values()));
        });
        changed.clear();
        taken.addAll(ofSectors);
        return taken;
    }

    @Override
    protected void restore(byte[] key, byte @Nullable [] value) {
        if (value != null) {
            String name = new String(key, UTF_8);
            keep(new Slice(name.substring(name.indexOf(PART) + 1), new ScorecardCodec().read(value)));
        }
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> log) {
        ScorecardCodec codec = new ScorecardCodec();
        dirty.forEach((key, slice) -> log.accept(key.getBytes(UTF_8), codec.write(slice.card())));
        dirty.clear();
    }

    @Override
    protected void standBy() {
        // An entry is a whole slice, whoever writes it.
    }

    @Override
    protected void clear() {
        sectors.clear();
        dirty.clear();
        changed.clear();
    }

    private void keep(Slice slice) {
        String area = slice.card().area();
        String sector = slice.card().sector();
        sectors.computeIfAbsent(sector, none -> new TreeMap<>())
                .computeIfAbsent(area, none -> new AreaSlices())
                .put(slice);
        changed.computeIfAbsent(sector, none -> new HashSet<>()).add(area);
    }
}
