package io.sectorwatch.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What versions keep is read by later ones. The files hold one story's state in each format there was: a line for each
 * entry, its key and its value in base64.
 */
class KeptStateTest {
    private static final int NEWEST = 1;

    @ParameterizedTest
    @ValueSource(ints = {1})
    void aLaterVersionGoesOnFromIt(int format) {
        DecisionStore store = new DecisionStore();
        kept(format).forEach((key, value) -> store.restore(key.getBytes(UTF_8), value));
        DecisionStore undisturbed = new DecisionStore();
        Engine engine = undisturbed.begin();
        begin(engine);

        List<String> told = end(store.begin());

        assertThat(told).isEqualTo(end(engine)).hasSize(4);
    }

    /** Fails with the format: then its file stays as it is, and the next one is added. */
    @Test
    void thisVersionKeepsItInTheNewestFormat() {
        Map<String, byte[]> written = written();

        assertThat(text(written)).isEqualTo(text(kept(NEWEST)));
    }

    @Test
    void whatALaterVersionKeepsIsRefusedWithAWord() {
        for (char kind : new char[] {'w', 'o', '?'}) {
            Map<String, byte[]> later = written();
            String key = kind == '?'
                    ? "?"
                    : later.keySet().stream()
                            .filter(each -> each.charAt(0) == kind)
                            .findFirst()
                            .orElseThrow();
            byte[] value = later.getOrDefault(key, new byte[1]);
            value[0] = NEWEST + 1;
            later.put(key, value);
            DecisionStore store = new DecisionStore();

            assertThatThrownBy(() -> {
                        later.forEach((name, bytes) -> store.restore(name.getBytes(UTF_8), bytes));
                        store.begin();
                    })
                    .isInstanceOf(UnknownFormatException.class)
                    .hasMessageContaining("this version")
                    .hasMessageContaining("start the version that wrote it, or delete the topic")
                    .hasMessageContaining("--rebuild-state");
        }
    }

    private static Map<String, byte[]> written() {
        DecisionStore store = new DecisionStore();
        Map<String, byte[]> written = new TreeMap<>();
        begin(store.begin());
        store.drain((key, value) -> {
            if (value != null) {
                written.put(new String(key, UTF_8), value);
            }
        });
        return written;
    }

    /** Rules, facts of each kind and a correction; at the end a release is open. */
    private static void begin(Engine engine) {
        List<Transition> told = new ArrayList<>();
        for (String rule : List.of(
                "'id':'reached','title':'Reached','labels':{'desk':'asia'},'series':{'indicator':'x'},"
                        + "'when':{'value':{'atLeast':2.6}}",
                "'id':'busy','series':{'indicator':'policy-activity'},'when':{'value':{'atLeast':1}}",
                "'id':'late','series':{'indicator':'x'},'when':{'overdue':{}}",
                "'id':'over','series':{'indicator':'x'},'when':{'value':{'atLeast':2}}")) {
            told.addAll(engine.apply(new RuleCodec().read(json(rule)), Instant.EPOCH));
        }
        told.addAll(engine.observe(figure("'value':2.7,'area':'CHN','published':'2024-02-01T00:00:00Z'")));
        told.addAll(engine.observe(figure("'value':2.64,'comparator':'>','status':['P'],'unit':'percent','area':'DEU',"
                + "'nextRelease':'2024-05-01','published':'2024-02-29T00:00:00Z'")));
        told.addAll(engine.observe(policy("'id':'p','occurred':'2024','published':'2024-02-02T00:00:00Z'")));
        Observation typed = figure("'value':54,'area':'FRA','published':'2024-02-03T00:00:00Z'");
        told.addAll(engine.observe(typed));
        told.addAll(engine.observe(fact(
                "'fact':'" + FactId.of(typed) + "','state':'void','because':'typed','at':'2024-02-04T00:00:00Z'")));
        told.addAll(engine.remove("over", Instant.parse("2024-02-20T00:00:00Z")));
        told.addAll(engine.observe(new Tick(Instant.parse("2024-03-01T00:00:00Z"))));
        told.addAll(engine.observe(
                figure("'value':2.5,'area':'CHN','published':'2024-03-02T00:00:00Z'"), "the second of March"));
        assertThat(told).as("without what the release leads to").isNotEmpty();
    }

    /** What is told of what follows. */
    private static List<String> end(Engine engine) {
        List<Transition> told = new ArrayList<>();
        told.addAll(engine.observe(figure("'value':2.4,'area':'DEU','published':'2024-04-02T00:00:00Z'")));
        told.addAll(engine.observe(new Tick(Instant.parse("2024-06-01T00:00:00Z"))));
        told.addAll(engine.observe(policy("'id':'q','occurred':'2024','published':'2024-06-02T00:00:00Z'")));
        told.addAll(engine.remove("busy", Instant.parse("2024-07-01T00:00:00Z")));
        return told.stream()
                .map(transition -> new String(new TransitionCodec().write(transition), UTF_8))
                .toList();
    }

    private static Observation figure(String fields) {
        return (Observation) fact("'indicator':'x','period':'2023','source':{'id':'s'}," + fields);
    }

    private static Message fact(String fields) {
        return new IndicatorCodec().read(json(fields));
    }

    private static Message policy(String fields) {
        return new PolicyCodec()
                .read(json(
                        "'title':'t','area':'CHN','kind':'funding','stance':'support','source':{'id':'s'}," + fields));
    }

    private static byte[] json(String fields) {
        return ('{' + fields + '}').replace('\'', '"').getBytes(UTF_8);
    }

    // The words of an alert may change, and do not make another format.
    private static String text(Map<String, byte[]> state) {
        return state.entrySet().stream()
                .map(entry -> entry.getKey()
                        + '\t'
                        + (DecisionStore.isOfAlerts(entry.getKey().getBytes(UTF_8))
                                ? ""
                                : Base64.getEncoder().encodeToString(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, byte[]> kept(int format) {
        try (InputStream in =
                Objects.requireNonNull(KeptStateTest.class.getResourceAsStream("format-" + format + ".txt"))) {
            Map<String, byte[]> kept = new TreeMap<>();
            new String(in.readAllBytes(), UTF_8).lines().forEach(line -> {
                String[] entry = line.split("\t", 2);
                kept.put(entry[0].replace("\\n", "\n"), Base64.getDecoder().decode(entry[1]));
            });
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
