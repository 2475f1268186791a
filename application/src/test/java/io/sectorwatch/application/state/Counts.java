package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.state.HeapStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/** How often each word has come. */
final class Counts extends HeapStore {
    static final String NAME = "counts";

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final List<Counts> begun;
    private final AtomicBoolean failsOnceItHasLogged;
    private volatile boolean stoodBy;
    private volatile boolean cameBack;

    /**
     * A new one.
     *
     * @param begun where it puts itself when a task begins with it
     * @param failsOnceItHasLogged has it fail once, at a commit and after it has logged
     */
    Counts(List<Counts> begun, AtomicBoolean failsOnceItHasLogged) {
        super(NAME);
        this.begun = begun;
        this.failsOnceItHasLogged = failsOnceItHasLogged;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        super.init(context, root);
        begun.add(this);
    }

    int add(String word) {
        changed.add(word);
        cameBack = stoodBy;
        return counts.merge(word, 1, Integer::sum);
    }

    /** Whether it was a processor's, then a standby's, and counts for a processor again. */
    boolean cameBack() {
        return cameBack;
    }

    Map<String, Integer> all() {
        return Map.copyOf(counts);
    }

    @Override
    protected void restore(byte[] key, byte @Nullable [] value) {
        if (value != null) {
            counts.put(new String(key, UTF_8), Integer.valueOf(new String(value, UTF_8)));
        }
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> log) {
        for (String word : changed) {
            log.accept(word.getBytes(UTF_8), String.valueOf(counts.get(word)).getBytes(UTF_8));
        }
        changed.clear();
        if (failsOnceItHasLogged.compareAndSet(true, false)) {
            throw new IllegalStateException("as it was told to");
        }
    }

    @Override
    protected void standBy() {
        stoodBy = true;
    }

    @Override
    protected void clear() {
        counts.clear();
        changed.clear();
    }
}
