package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.processor.engine.OpenRelease;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the engine of a task, and keeps what cannot be worked out again: vintages, policy versions, rules, open alerts
 * and the newest tick. A key begins with a letter that says what it is.
 */
public final class DecisionStore extends HeapStore {
    public static final String NAME = "decisions";

    private static final char VINTAGES = 'v';
    private static final char POLICY = 'p';
    private static final char RULE = 'r';
    private static final char ALERT = 'a';
    private static final char TICK = 't';
    private static final char EFFECTIVE = 'e';
    private static final char CORRECTION = 'c';
    private static final char CORRECTED = 'x';
    private static final char OPEN = 'o';

    private final Journal journal = new Journal();
    private final OpenReleasePages openReleases = new OpenReleasePages();
    private final Map<String, byte @Nullable []> dirty = new LinkedHashMap<>();
    private final Map<String, @Nullable Transition> dirtyAlerts = new LinkedHashMap<>();
    private final Map<String, byte[]> kept = new TreeMap<>();
    private long pages;
    private Engine engine = newEngine();

    public DecisionStore() {
        super(NAME);
    }

    /** The engine with all that was kept; to be asked for once, when the task begins. */
    public Engine begin() {
        kept.forEach((key, value) -> {
            switch (key.charAt(0)) {
                case RULE -> engine.restore(new RuleCodec().read(value));
                case ALERT -> engine.restore(new TransitionCodec().read(value));
                case POLICY -> engine.restore(new PolicyCodec().read(value));
                case EFFECTIVE -> engine.restore(key.substring(1), Long.parseLong(new String(value, UTF_8)));
                case CORRECTION -> engine.restore((Correction) new AboutFactsCodec().read(value));
                case CORRECTED -> engine.restoreCorrected(key.substring(1), fact(value));
                case OPEN -> openReleases.restore(key.substring(1), value, engine);
                case TICK -> engine.restore(Long.parseLong(new String(value, UTF_8)));
                default ->
                    throw new IllegalStateException("the state holds '" + key
                            + "', which this version does not know: start with a new application id");
            }
        });
        kept.clear();
        engine.restored();
        return engine;
    }

    @Override
    protected void restore(byte[] keyBytes, byte @Nullable [] value) {
        if (keyBytes[0] == VINTAGES && value != null) {
            journal.read(value, engine::restore);
            pages++;
            return;
        }
        String key = new String(keyBytes, UTF_8);
        if (value == null) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }

    @Override
    protected void drain(BiConsumer<byte[], byte @Nullable []> log) {
        for (byte[] page : journal.takePages()) {
            log.accept((VINTAGES + Long.toString(pages)).getBytes(UTF_8), page);
            pages++;
        }
        dirty.forEach((key, value) -> log.accept(key.getBytes(UTF_8), value));
        dirty.clear();
        dirtyAlerts.forEach((key, open) ->
                log.accept((ALERT + key).getBytes(UTF_8), open == null ? null : new TransitionCodec().write(open)));
        dirtyAlerts.clear();
        openReleases.drain((name, page) -> log.accept((OPEN + name).getBytes(UTF_8), page));
    }

    @Override
    protected void clear() {
        journal.clear();
        openReleases.clear();
        dirty.clear();
        dirtyAlerts.clear();
        kept.clear();
        pages = 0;
        engine = newEngine();
    }

    private static Message fact(byte[] value) {
        byte[] json = Arrays.copyOfRange(value, 1, value.length);
        return value[0] == POLICY ? new PolicyCodec().read(json) : new IndicatorCodec().read(json);
    }

    private static byte[] fact(Message fact) {
        byte[] json = Envelope.of(fact).value();
        byte[] value = new byte[json.length + 1];
        value[0] = (byte) (fact instanceof PolicyEvent ? POLICY : VINTAGES);
        System.arraycopy(json, 0, value, 1, json.length);
        return value;
    }

    private Engine newEngine() {
        return new Engine(new EngineState() {
            @Override
            public void vintage(SeriesHistory history, int row) {
                journal.append(history, row);
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
            public void effective(String rule, long at) {
                dirty.put(EFFECTIVE + rule, Long.toString(at).getBytes(UTF_8));
            }

            @Override
            public void alert(String key, @Nullable Transition open) {
                dirtyAlerts.put(key, open);
            }

            @Override
            public void tick(long tick) {
                dirty.put(String.valueOf(TICK), Long.toString(tick).getBytes(UTF_8));
            }

            @Override
            public void correction(Correction correction) {
                dirty.put(CORRECTION + correction.fact(), new AboutFactsCodec().write(correction));
            }

            @Override
            public void corrected(String id, Message corrected) {
                dirty.put(CORRECTED + id, fact(corrected));
            }

            @Override
            public void open(OpenRelease.Key release, long moment, SeriesHistory history, int row) {
                openReleases.figure(release, moment, history, row);
            }

            @Override
            public void open(
                    OpenRelease.Key release, long moment, SeriesHistory derived, OpenRelease.TouchedCount touched) {
                openReleases.count(release, moment, derived, touched);
            }

            @Override
            public void decided(OpenRelease.Key release) {
                openReleases.decided(release);
            }
        });
    }
}
