package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.scorecard.Cards;
import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The newest slice of every part of every scorecard. */
public final class CardStore extends HeapStore {
    public static final String NAME = "scorecard-slices";

    private static final char PART = '|';

    private final Map<String, SortedMap<String, Scorecard>> cards = new TreeMap<>();
    private final Map<String, Slice> dirty = new LinkedHashMap<>();
    private final Set<String> changed = new TreeSet<>();

    public CardStore() {
        super(NAME);
    }

    /** Takes a slice in the place of the one of the same part. */
    public void put(Slice slice) {
        keep(slice);
        dirty.put(slice.card().key() + PART + slice.part(), slice);
    }

    /** The cards that have changed since the last time, put together. */
    public List<Scorecard> takeChanged() {
        List<Scorecard> taken = new ArrayList<>();
        for (String key : changed) {
            SortedMap<String, Scorecard> slices = cards.get(key);
            if (slices != null) {
                taken.add(Cards.merge(slices));
            }
        }
        changed.clear();
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
        cards.clear();
        dirty.clear();
        changed.clear();
    }

    private void keep(Slice slice) {
        String key = slice.card().key();
        cards.computeIfAbsent(key, none -> new TreeMap<>()).put(slice.part(), slice.card());
        changed.add(key);
    }
}
