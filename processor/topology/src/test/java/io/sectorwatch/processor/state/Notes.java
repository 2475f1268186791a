package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The smallest heap store: a text for each name. */
final class Notes extends HeapStore {
    static final String NAME = "notes";

    private final SortedMap<String, String> notes = new TreeMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    Notes() {
        super(NAME);
    }

    void put(String name, @Nullable String text) {
        if (text == null) {
            notes.remove(name);
        } else {
            notes.put(name, text);
        }
        changed.add(name);
    }

    SortedMap<String, String> all() {
        return notes;
    }

    @Override
    protected void restore(byte[] key, byte @Nullable [] value) {
        put(new String(key, UTF_8), value == null ? null : new String(value, UTF_8));
        changed.clear();
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> log) {
        for (String name : changed) {
            String text = notes.get(name);
            log.accept(name.getBytes(UTF_8), text == null ? null : text.getBytes(UTF_8));
        }
        changed.clear();
    }

    @Override
    protected void standBy() {
        // An entry is a whole one, whoever writes it.
    }

    @Override
    protected void clear() {
        notes.clear();
        changed.clear();
    }
}
