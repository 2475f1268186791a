package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the engine of a task, and keeps what cannot be worked out again: vintages, policy versions, rules, open alerts
 * and the newest tick. A key begins with a letter that says what it is.
 */
public final class DecisionStore extends HeapStore {
    public static final String NAME = "decisions";

    private static final char SERIES = 's';
    private static final char POLICY = 'p';
    private static final char RULE = 'r';
    private static final char ALERT = 'a';
    private static final String TICK = "t";

    private final Map<SeriesHistory, Set<Integer>> dirtyBlocks = new LinkedHashMap<>();
    private final Map<String, byte @Nullable []> dirty = new LinkedHashMap<>();
    private final Map<String, byte[]> kept = new TreeMap<>();
    private final Set<SeriesKey> shown = new LinkedHashSet<>();
    private Engine engine = newEngine();

    public DecisionStore() {
        super(NAME);
    }

    /** The engine with all that was kept; to be asked for once, when the task begins. */
    public Engine begin() {
        kept.forEach((key, value) -> {
            String text = new String(value, UTF_8);
            switch (key.charAt(0)) {
                case RULE -> engine.restore(new RuleCodec().read(value));
                case ALERT -> engine.restore(new TransitionCodec().read(value));
                case POLICY -> engine.restore(new PolicyCodec().read(value));
                default -> engine.restore(Long.parseLong(text));
            }
        });
        kept.clear();
        engine.restored();
        engine.each((key, history) -> shown.add(key));
        return engine;
    }

    /** The series of which a scorecard may have to say something else; it is for the caller to empty. */
    public Set<SeriesKey> shown() {
        return shown;
    }

    @Override
    protected void restore(byte[] keyBytes, byte @Nullable [] value) {
        String key = new String(keyBytes, UTF_8);
        if (key.charAt(0) == SERIES && value != null) {
            SeriesKey series = SeriesKey.parse(key.substring(1, key.lastIndexOf('/')));
            SeriesBlock.read(series, value, engine::restore);
        } else if (value == null) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }

    @Override
    protected void drain(BiConsumer<byte[], byte @Nullable []> log) {
        dirtyBlocks.forEach((history, blocks) -> blocks.forEach(block -> log.accept(
                (SERIES + history.key().toString() + '/' + block).getBytes(UTF_8), SeriesBlock.write(history, block))));
        dirtyBlocks.clear();
        dirty.forEach((key, value) -> log.accept(key.getBytes(UTF_8), value));
        dirty.clear();
    }

    @Override
    protected void clear() {
        dirtyBlocks.clear();
        dirty.clear();
        kept.clear();
        shown.clear();
        engine = newEngine();
    }

    private Engine newEngine() {
        return new Engine(new Engine.Changes() {
            @Override
            public void vintage(SeriesHistory history, int period) {
                dirtyBlocks
                        .computeIfAbsent(history, key -> new LinkedHashSet<>(4))
                        .add(SeriesBlock.of(period));
            }

            @Override
            public void policy(PolicyEvent event) {
                dirty.put(POLICY + event.id() + '/' + Envelope.idOf(event), new PolicyCodec().write(event));
            }

            @Override
            public void rule(String id, @Nullable Rule rule) {
                dirty.put(RULE + id, rule == null ? null : new RuleCodec().write(rule));
            }

            @Override
            public void alert(String key, @Nullable Transition open) {
                dirty.put(ALERT + key, open == null ? null : new TransitionCodec().write(open));
            }

            @Override
            public void tick(long tick) {
                dirty.put(TICK, Long.toString(tick).getBytes(UTF_8));
            }

            @Override
            public void shown(SeriesKey series) {
                shown.add(series);
            }
        });
    }
}
