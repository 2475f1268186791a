package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.processor.engine.OpenRelease;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final char VINTAGES = 'v';
    private static final char NEWEST_VINTAGES = 'w';
    private static final char POLICY = 'p';
    private static final char RULE = 'r';
    private static final char ALERT = 'a';
    private static final char TICK = 't';
    private static final char EFFECTIVE = 'e';
    private static final char CLOSED = 'l';
    private static final char CORRECTION = 'c';
    private static final char CORRECTED = 'x';
    private static final char OPEN = 'o';
    private static final char BEGUN = 'b';
    private static final char NEWEST_CHANGE_OF_RULES = 'n';

    private final Journal journal = new Journal();
    private final OpenReleasePages openReleases = new OpenReleasePages();
    private final Map<String, byte @Nullable []> dirty = new LinkedHashMap<>();
    private final Map<String, @Nullable Transition> dirtyAlerts = new LinkedHashMap<>();
    private final Map<String, byte[]> kept = new TreeMap<>();
    private final Set<SeriesKey> alerted = new HashSet<>();
    private boolean begun;
    private long newestChangeOfRules = -1;
    private long pages;
    private Engine engine = newEngine();

    public DecisionStore() {
        super(NAME);
    }

    /** The engine with all that was kept; to be asked for when the task begins, or begins again. */
    public Engine begin() {
        kept.forEach((key, value) -> {
            switch (key.charAt(0)) {
                case RULE -> engine.restore(new RuleCodec().read(value));
                case ALERT -> restore(new TransitionCodec().read(value));
                case POLICY -> engine.restore(new PolicyCodec().read(value));
                case EFFECTIVE -> engine.restoreEffective(key.substring(1), Long.parseLong(new String(value, UTF_8)));
                case CLOSED -> engine.restoreClosed(key.substring(1), Long.parseLong(new String(value, UTF_8)));
                case CORRECTION -> engine.restore((Correction) new AboutFactsCodec().read(value));
                case CORRECTED -> engine.restoreCorrected(key.substring(1), fact(value));
                case OPEN -> openReleases.restore(key.substring(1), value, engine);
                case BEGUN -> begun = true;
                case NEWEST_CHANGE_OF_RULES -> newestChangeOfRules = Long.parseLong(new String(value, UTF_8));
                case TICK -> engine.restore(Long.parseLong(new String(value, UTF_8)));
                default -> throw UnknownFormatException.ofEntry(key);
            }
        });
        kept.clear();
        engine.restored();
        return engine;
    }

    /** Whether a change of rules has another offset than all that were noted. */
    public boolean isNewChangeOfRules(long offset) {
        return offset > newestChangeOfRules;
    }

    /** Notes the offset of a change of rules that was decided. */
    public void noteChangeOfRules(long offset) {
        if (offset > newestChangeOfRules) {
            newestChangeOfRules = offset;
            dirty.put(String.valueOf(NEWEST_CHANGE_OF_RULES), bytes(offset));
        }
    }

    /** Whether a key is of an entry about alerts. */
    public static boolean isOfAlerts(byte[] key) {
        return key[0] == ALERT || key[0] == CLOSED;
    }

    /** Hands on the entries about alerts that follow from transitions, given in their order. */
    public static void entriesOf(List<Transition> told, BiConsumer<byte[], byte @Nullable []> log) {
        Map<String, Transition> last = new LinkedHashMap<>();
        Map<String, Long> closed = new LinkedHashMap<>();
        for (Transition transition : told) {
            last.put(transition.key(), transition);
            if (!transition.transition().opens()) {
                closed.merge(transition.key(), transition.decidedAt().toEpochMilli(), Math::max);
            }
        }
        last.forEach((key, transition) -> {
            if (transition.transition().opens()) {
                log.accept((ALERT + key).getBytes(UTF_8), new TransitionCodec().write(transition));
            }
        });
        closed.forEach((key, at) -> log.accept((CLOSED + key).getBytes(UTF_8), bytes(at)));
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }

    private void restore(Transition open) {
        alerted.add(open.series());
        engine.restore(open);
    }

    @Override
    protected void restore(byte[] keyBytes, byte @Nullable [] value) {
        if (keyBytes[0] == VINTAGES && value != null) {
            journal.read(value, engine::restore);
            pages++;
            return;
        }
        if (keyBytes[0] == NEWEST_VINTAGES && value != null) {
            journal.readGrowing(value, engine::restore);
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
    public void drain(BiConsumer<byte[], byte @Nullable []> log) {
        // Where a task has come anywhere there is an entry, even if all that came was refused: without one, all were
        // lost.
        if (!begun) {
            log.accept(String.valueOf(BEGUN).getBytes(UTF_8), bytes(1));
            begun = true;
        }
        for (byte[] page : journal.takePages()) {
            log.accept((VINTAGES + Long.toString(pages)).getBytes(UTF_8), page);
            pages++;
        }
        journal.takeGrown()
                .ifPresent(page -> log.accept(String.valueOf(NEWEST_VINTAGES).getBytes(UTF_8), page));
        dirty.forEach((key, value) -> log.accept(key.getBytes(UTF_8), value));
        dirty.clear();
        dirtyAlerts.forEach((key, open) ->
                log.accept((ALERT + key).getBytes(UTF_8), open == null ? null : new TransitionCodec().write(open)));
        dirtyAlerts.clear();
        engine.keepOpen(openReleases::add);
        openReleases.drain((name, page) -> log.accept((OPEN + name).getBytes(UTF_8), page));
    }

    /** Keeps of its engine what the changelog says of it, for an engine that others' entries come to. */
    @Override
    protected void standBy() {
        Engine before = engine;
        engine = newEngine();
        journal.renumber();
        for (SeriesKey key : journal.series()) {
            SeriesHistory history = Objects.requireNonNull(before.history(key));
            for (int row = 0; row < history.size(); row++) {
                engine.restore(history.observation(row));
            }
        }
        before.rules().forEach(rule -> kept.put(RULE + rule.id(), new RuleCodec().write(rule)));
        for (PolicyEvent policy : before.policies()) {
            before.versions(policy.id()).forEach(version -> kept.put(key(version), new PolicyCodec().write(version)));
        }
        for (SeriesKey key : alerted) {
            for (Watch watch : before.watches(key)) {
                Transition open = watch.alert();
                if (open != null) {
                    kept.put(ALERT + open.key(), new TransitionCodec().write(open));
                }
            }
        }
        alerted.clear();
        if (newestChangeOfRules >= 0) {
            kept.put(String.valueOf(NEWEST_CHANGE_OF_RULES), bytes(newestChangeOfRules));
        }
        if (before.tick() != Long.MIN_VALUE) {
            kept.put(String.valueOf(TICK), bytes(before.tick()));
        }
        before.effective().forEach((rule, at) -> kept.put(EFFECTIVE + rule, bytes(at)));
        before.closed().forEach((key, at) -> kept.put(CLOSED + key, bytes(at)));
        before.corrections()
                .forEach(correction ->
                        kept.put(CORRECTION + correction.fact(), new AboutFactsCodec().write(correction)));
        before.corrected().forEach((id, fact) -> kept.put(CORRECTED + id, fact(fact)));
        openReleases.written().forEach((name, page) -> kept.put(OPEN + name, page));
        openReleases.clear();
    }

    @Override
    protected void clear() {
        alerted.clear();
        journal.clear();
        openReleases.clear();
        dirty.clear();
        dirtyAlerts.clear();
        kept.clear();
        pages = 0;
        newestChangeOfRules = -1;
        begun = false;
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
                dirty.put(key(event), new PolicyCodec().write(event));
            }

            @Override
            public void rule(String id, @Nullable Rule rule) {
                dirty.put(RULE + id, rule == null ? null : new RuleCodec().write(rule));
            }

            @Override
            public void effective(String rule, long at) {
                dirty.put(EFFECTIVE + rule, bytes(at));
            }

            @Override
            public void alert(String key, @Nullable Transition open) {
                dirtyAlerts.put(key, open);
                if (open != null) {
                    alerted.add(open.series());
                }
            }

            @Override
            public void closed(String key, long at) {
                dirty.put(CLOSED + key, bytes(at));
            }

            @Override
            public void tick(long tick) {
                dirty.put(String.valueOf(TICK), bytes(tick));
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
            public void decided(OpenRelease.Key release) {
                openReleases.decided(release);
            }
        });
    }

    private static String key(PolicyEvent version) {
        return POLICY + version.id() + '/' + FactId.of(version);
    }
}
