package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionStoreTest {
    private static final List<Function<Engine, List<Transition>>> HISTORY = history();

    static IntStream places() {
        return IntStream.range(0, HISTORY.size());
    }

    @ParameterizedTest
    @MethodSource("places")
    void goesOnFromItsChangelogAsIfNothingHadHappened(int interruption) {
        assertThat(run(interruption)).isEqualTo(run(-1)).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 11})
    void twoThatStandByForEachOtherGoOnAsIfNothingHadHappened(int turn) {
        DecisionStore active = new DecisionStore();
        DecisionStore standby = new DecisionStore();
        Engine engine = active.begin();
        List<Transition> transitions = new ArrayList<>();
        for (int i = 0; i < HISTORY.size(); i++) {
            transitions.addAll(HISTORY.get(i).apply(engine));
            active.drain(standby::restore);
            if (i % turn == turn - 1) {
                DecisionStore next = standby;
                active.standBy();
                standby = active;
                active = next;
                engine = active.begin();
            }
        }

        assertThat(transitions).isEqualTo(run(-1));
    }

    @Test
    void logsWhatChangedOnceOnly() {
        DecisionStore store = new DecisionStore();
        Engine engine = store.begin();
        List<Transition> decided = new ArrayList<>();
        HISTORY.forEach(event -> decided.addAll(event.apply(engine)));
        assertThat(decided).isNotEmpty();
        List<String> keys = new ArrayList<>();

        store.drain((key, value) -> keys.add(new String(key, UTF_8)));
        assertThat(keys).doesNotHaveDuplicates().isNotEmpty();

        keys.clear();
        store.drain((key, value) -> keys.add(new String(key, UTF_8)));
        assertThat(keys).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 126, 127, 128, 129, 255, 256, 5_000})
    void holdsAsManyStatusCodesAsAFigureMayHave(int codes) {
        String status =
                IntStream.range(0, codes).mapToObj(i -> "\"S" + i + '"').collect(Collectors.joining(",", "[", "]"));
        Observation figure = (Observation) new IndicatorCodec()
                .read(("{\"indicator\":\"x\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":1,\"status\":" + status
                                + ",\"published\":\"2024-02-01T00:00:00Z\",\"source\":{\"id\":\"s\"}}")
                        .getBytes(UTF_8));
        DecisionStore store = new DecisionStore();
        store.begin().observe(figure);
        DecisionStore again = new DecisionStore();
        store.drain(again::restore);

        SeriesHistory history = Objects.requireNonNull(again.begin().history(figure.series()));
        assertThat(history.observation(0)).isEqualTo(figure);
    }

    @Test
    void manySmallCommitsAreFewEntries() {
        Map<String, byte[]> compacted = new LinkedHashMap<>();
        DecisionStore all = new DecisionStore();
        DecisionStore store = new DecisionStore();
        Engine engine = store.begin();
        Random random = new Random(7);
        int commits = 5_000;
        for (int commit = 0; commit < commits; commit++) {
            engine.observe(figure(random.nextInt(20), commit));
            store.drain((key, value) -> {
                log(compacted, key, value);
                all.restore(key, value);
            });
            if (random.nextInt(500) == 0) {
                store = restored(compacted);
                engine = store.begin();
            }
        }

        assertThat(compacted).hasSizeLessThan(commits / 50);
        Engine afterCompaction = restored(compacted).begin();
        Engine afterAll = all.begin();
        for (int series = 0; series < 20; series++) {
            assertThat(vintages(afterCompaction, series))
                    .isEqualTo(vintages(afterAll, series))
                    .isEqualTo(vintages(engine, series))
                    .hasSizeGreaterThan(100);
        }
    }

    @Test
    void twoThatStandByForEachOtherReadEachPageOnce() {
        DecisionStore active = new DecisionStore();
        DecisionStore standby = new DecisionStore();
        Engine engine = active.begin();
        Random random = new Random(8);
        for (int commit = 0; commit < 3_000; commit++) {
            engine.observe(figure(0, commit));
            active.drain(standby::restore);
            if (random.nextInt(100) == 0) {
                DecisionStore next = standby;
                active.standBy();
                standby = active;
                active = next;
                engine = active.begin();
            }
        }

        assertThat(vintages(engine, 0)).hasSize(3_000);
    }

    private static Observation figure(int series, int number) {
        return (Observation) new IndicatorCodec()
                .read(("{\"indicator\":\"x" + series + "\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":" + number
                                + ",\"published\":\"" + Instant.EPOCH.plusSeconds(number)
                                + "\",\"source\":{\"id\":\"s\"}}")
                        .getBytes(UTF_8));
    }

    private static List<Observation> vintages(Engine engine, int series) {
        SeriesHistory history =
                Objects.requireNonNull(engine.history(figure(series, 0).series()));
        return IntStream.range(0, history.size()).mapToObj(history::observation).toList();
    }

    /** As a compacted topic holds it: each key where it was written last. */
    private static void log(Map<String, byte[]> changelog, byte[] key, byte @Nullable [] value) {
        String text = new String(key, UTF_8);
        changelog.remove(text);
        if (value != null) {
            changelog.put(text, value);
        }
    }

    private static DecisionStore restored(Map<String, byte[]> changelog) {
        DecisionStore restored = new DecisionStore();
        changelog.forEach((key, value) -> restored.restore(key.getBytes(UTF_8), value));
        return restored;
    }

    private static List<Transition> run(int interruption) {
        Map<String, byte[]> changelog = new LinkedHashMap<>();
        DecisionStore store = new DecisionStore();
        Engine engine = store.begin();
        List<Transition> transitions = new ArrayList<>();
        for (int i = 0; i < HISTORY.size(); i++) {
            transitions.addAll(HISTORY.get(i).apply(engine));
            store.drain((key, value) -> log(changelog, key, value));
            if (i == interruption) {
                store = restored(changelog);
                engine = store.begin();
            }
        }
        return transitions;
    }

    private static List<Function<Engine, List<Transition>>> history() {
        List<Function<Engine, List<Transition>>> events = new ArrayList<>();
        rule(
                events,
                "'id':'below','series':{'indicator':'x','except':['OECD']},'when':{'gap':{'to':{'area':'OECD'},"
                        + "'below':0,'clear':0.05,'maxLag':'P2Y'}}");
        rule(events, "'id':'late','series':{'indicator':'x'},'when':{'overdue':{}}");
        rule(
                events,
                "'id':'busy','series':{'indicator':'policy-activity','frequency':'M'},"
                        + "'when':{'sum':{'periods':2,'atLeast':2}}");
        policy(events, "'id':'p0','occurred':'2024-01','published':'2024-02-01T00:00:00Z'");
        observe(events, "'area':'OECD','period':'2021','value':2.72,'published':'2024-02-23T00:00:00Z'");
        for (String area : List.of("AUS", "AUT", "BEL", "CAN", "CHE", "CZE", "DNK", "ESP")) {
            observe(events, "'area':'" + area + "','period':'2023','value':2.5,'published':'2024-02-23T00:00:00Z'");
        }
        observe(
                events,
                "'area':'CHN','period':'2023','value':2.6,'comparator':'>','published':'2024-02-23T00:00:00Z',"
                        + "'nextRelease':'2024-03-01'");
        observe(
                events,
                "'area':'CHN','period':'2023','value':123456789012345678901234.5,"
                        + "'published':'2024-02-24T00:00:00Z'");
        observe(
                events,
                "'area':'CHN','period':'2023','value':2.64,'status':['E','P'],'unit':'percent-of-gdp',"
                        + "'published':'2024-02-29T00:00:00Z','nextRelease':'2024-04-01'");
        policy(events, "'id':'p1','occurred':'2024-02','published':'2024-03-01T00:00:00Z'");
        policy(events, "'id':'p2','occurred':'2024-03-05','published':'2024-03-06T00:00:00Z'");
        events.add(engine -> engine.observe(new Tick(Instant.parse("2024-05-02T00:00:00Z"))));
        policy(events, "'id':'p2','occurred':'2024-05','published':'2024-05-06T00:00:00Z'");
        observe(events, "'area':'USA','period':'2023','value':2.4,'published':'2024-05-10T00:00:00Z'");
        for (String area : List.of("FIN", "FRA", "GBR", "GRC", "HUN", "IRL")) {
            observe(events, "'area':'" + area + "','period':'2023','value':3,'published':'2024-05-11T00:00:00Z'");
            observe(events, "'area':'" + area + "','period':'2024','value':2,'published':'2024-05-11T00:00:00Z'");
        }
        observe(events, "'area':'USA','period':'2023','value':3.4,'published':'2024-05-12T00:00:00Z'");
        observe(events, "'area':'CHN','period':'2023','value':null,'published':'2024-06-01T00:00:00Z'");
        observe(events, "'area':'OECD','period':'2021','value':2.5,'published':'2024-07-01T00:00:00Z'");
        observe(events, "'area':'CHN','period':'2023','value':2.58,'published':'2025-01-23T00:00:00Z'");
        observe(events, "'area':'CHN','period':'2024','value':2.4,'published':'2025-01-23T00:00:00Z'");
        events.add(engine -> engine.remove("below", Instant.parse("2025-02-01T00:00:00Z")));
        return events;
    }

    private static void rule(List<Function<Engine, List<Transition>>> events, String fields) {
        Rule rule = new RuleCodec().read(json(fields));
        events.add(engine -> engine.apply(rule, Instant.EPOCH));
    }

    private static void observe(List<Function<Engine, List<Transition>>> events, String fields) {
        Observation observation =
                (Observation) new IndicatorCodec().read(json("'indicator':'x','source':{'id':'s'}," + fields));
        events.add(engine -> engine.observe(observation));
    }

    private static void policy(List<Function<Engine, List<Transition>>> events, String fields) {
        PolicyEvent event = new PolicyCodec()
                .read(json(
                        "'title':'t','area':'CHN','kind':'funding','stance':'support','source':{'id':'s'}," + fields));
        events.add(engine -> engine.observe(event));
    }

    private static byte[] json(String fields) {
        return ('{' + fields + '}').replace('\'', '"').getBytes(UTF_8);
    }
}
