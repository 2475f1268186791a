package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hand-written histories, in short: {@code CHN 2023 >2.6 2024-02-23} says that the R&D intensity of China in 2023 became
 * known that day to be above 2.6. A value {@code -} withdraws. Further words, as {@code source=nbs}, name what is not usual.
 */
final class Story {
    private static final int USUAL_WORDS = 4;
    private static final String BEFORE_ALL = "2015-01-01";

    private final ReferenceEvaluator evaluator = new ReferenceEvaluator();
    private List<Expected> last = List.of();

    /** Starts with some rules, in JSON with single quotes. */
    static Story under(String... rules) {
        Story story = new Story();
        for (String rule : rules) {
            story.set(rule, BEFORE_ALL);
        }
        return story;
    }

    /** A rule named r about the R&D intensity of China, from its condition and further fields. */
    static String china(String when, String... more) {
        return rule("'areas': ['CHN']", when, more);
    }

    static String rule(String series, String when, String... more) {
        String rest = Arrays.stream(more).map(field -> ", " + field).collect(Collectors.joining());
        String indicator = series.contains("'indicator'") ? "" : "'indicator': 'rd-intensity', ";
        return "{'id': 'r', 'severity': 'info', 'series': {" + indicator + series + "}, 'when': {" + when + "}" + rest
                + "}";
    }

    List<String> observe(String words) {
        return told(new Input.Fact(observation(words)));
    }

    /** Several at once, for what is not of interest yet. */
    Story knowing(String... observations) {
        for (String words : observations) {
            observe(words);
        }
        return this;
    }

    List<String> tick(String day) {
        return told(new Input.Fact(new Tick(moment(day))));
    }

    /** An event of China as in {@code id kind stance occurred published}. */
    List<String> policy(String words) {
        return told(new Input.Fact(event(words)));
    }

    /** Facts of a release that is not closed yet. */
    List<String> release(String release, String... observations) {
        return Arrays.stream(observations)
                .flatMap(words -> told(new Input.Fact(observation(words), release)).stream())
                .toList();
    }

    List<String> releasePolicy(String release, String words) {
        return told(new Input.Fact(event(words), release));
    }

    List<String> close(String release, boolean ofPolicies, String day) {
        Source source = new Source("nbs", null, null);
        return told(new Input.Closed(new ClosedRelease(release, null, moment(day), source, null), ofPolicies));
    }

    /** The id of such an event. */
    static String id(String words) {
        return FactId.of(event(words));
    }

    private static PolicyEvent event(String words) {
        List<String> w = List.of(words.split(" "));
        return new PolicyEvent(
                w.get(0),
                "A policy",
                "CHN",
                List.of("economy"),
                w.get(1),
                List.of(),
                List.of(),
                w.get(2),
                Period.parse(w.get(3)),
                moment(w.get(4)),
                new Source("gazette", null, null));
    }

    /** Says of a fact what it counts as from now on. */
    List<String> correct(Correction.State state, String fact, boolean ofPolicies, String day) {
        return told(new Input.Corrected(new Correction(fact, state, "typed wrong", moment(day)), ofPolicies));
    }

    List<String> voids(String observation, String day) {
        return correct(Correction.State.VOID, FactId.of(observation(observation)), false, day);
    }

    List<String> reinstates(String observation, String day) {
        return correct(Correction.State.VALID, FactId.of(observation(observation)), false, day);
    }

    List<String> set(String json, String day) {
        JsonNode rule = Json.tree(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return told(new Input.RuleSet(rule, moment(day)));
    }

    List<String> removeRule(String day) {
        return told(new Input.RuleRemoved("r", moment(day)));
    }

    List<String> told(Input input) {
        last = evaluator.accept(input);
        return last.stream().map(Story::shortly).toList();
    }

    /** The alerts that are open. */
    List<String> open() {
        return evaluator.open();
    }

    /** What the last input led to, in full. */
    List<Expected> last() {
        return last;
    }

    /** The days on which what the last input led to was decided. */
    List<String> decided() {
        return last.stream()
                .map(each -> each.decidedAt().toString().replace("T00:00:00Z", ""))
                .toList();
    }

    private static String shortly(Expected e) {
        return e.transition() + " " + e.reason().code() + " " + e.series().area() + " " + e.since() + ".." + e.period()
                + " " + e.certainty().code()
                + (e.transition().opens()
                        ? ", " + Expected.number(e.measure(), e.comparator()) + ", " + e.observation()
                        : "")
                + (e.benchmark() == null ? "" : ", " + e.benchmark());
    }

    static Observation observation(String text) {
        List<String> words = List.of(text.split(" "));
        Map<String, String> more = new TreeMap<>();
        words.stream().skip(USUAL_WORDS).map(word -> word.split("=", 2)).forEach(pair -> more.put(pair[0], pair[1]));
        String number = words.get(2);
        BigDecimal value =
                number.equals("-") ? null : Decimals.canonical(new BigDecimal(number.replaceAll("[<>=]", "")));
        String symbol = number.replaceAll("[^<>=]", "");
        Period period = Period.parse(words.get(1));
        return new Observation(
                new SeriesKey(
                        more.getOrDefault("indicator", "rd-intensity"), words.get(0), "economy", period.frequency()),
                period,
                value,
                symbol.isEmpty() ? null : Bound.of(symbol),
                null,
                status(more.get("status"), value),
                moment(words.get(3)),
                new Source(more.getOrDefault("source", "nbs"), null, null),
                more.containsKey("next") ? LocalDate.parse(more.get("next")) : null);
    }

    private static List<String> status(@Nullable String code, @Nullable BigDecimal value) {
        if (code != null) {
            return List.of(code.split(","));
        }
        return value == null ? Observation.MISSING : Observation.NORMAL;
    }

    private static Instant moment(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
