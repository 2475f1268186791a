package io.sectorwatch.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
    private static final List<Rule> RULES = Rules.of(
            "{id: value, series: {indicator: x}, when: {value: {atLeast: 2, clear: 1.5}}}",
            "{id: gap, series: {indicator: x, except: [AAA]}, when: {gap: {to: {area: AAA}, below: 0, maxLag: P2Y}}}",
            "{id: change, series: {indicator: x}, when: {change: {as: percent, above: 20}}}",
            "{id: rank, series: {indicator: x}, when: {rank: {among: [AAA, BBB, CCC], atMost: 1}}}",
            "{id: revised, series: {indicator: x}, when: {revision: {periods: 2, above: 0.5}}}",
            "{id: late, series: {indicator: x}, when: {overdue: {after: P10D}}}",
            "{id: active, series: {indicator: policy-activity, frequency: A}, when: {value: {atLeast: 2}}}");
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");
    private static final int DAYS = 400;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theBriefsNumberIsRaisedAndTakenBack() throws IOException {
        List<Message> facts = Stream.of("brief", "history")
                .flatMap(set -> BuiltInSet.find(set).orElseThrow().facts().stream())
                .toList();
        List<Rule> rules =
                Rules.of("{id: mark, series: {indicator: rd-intensity, areas: [CHN]}, when: {value: {atLeast: 2.6}}}");

        assertThat(decided(rules, facts, Span.WHOLE))
                .filteredOn(transition -> transition.since().toString().equals("2023"))
                .extracting(Transition::decidedAt, Transition::transition)
                .startsWith(tuple(Instant.parse("2024-02-23T00:00:00Z"), Transition.Type.RAISED))
                .endsWith(tuple(Instant.parse("2025-01-23T00:00:00Z"), Transition.Type.RETRACTED));
    }

    @RepeatedTest(100)
    void whatBecomesKnownLaterChangesNothingThatWasDecidedBefore(RepetitionInfo repetition) throws IOException {
        long seed = 4_711L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Message> facts = facts(random, 300);
        Instant then = BEGINNING.plus(random.nextInt(DAYS), ChronoUnit.DAYS);
        List<Message> known =
                facts.stream().filter(fact -> !fact.time().isAfter(then)).toList();

        List<String> until = texts(decided(RULES, known, Span.WHOLE));
        List<String> all = texts(decided(RULES, facts, Span.WHOLE).stream()
                .filter(transition -> !transition.decidedAt().isAfter(then))
                .toList());

        assertThat(all).isEqualTo(until);
        assertThat(texts(decided(RULES, facts, new Span(null, then))))
                .as("the same by --as-of")
                .isEqualTo(until);
    }

    @RepeatedTest(20)
    void theOrderInWhichFactsWereKeptDoesNotCount(RepetitionInfo repetition) throws IOException {
        long seed = 99L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Message> facts = facts(random, 300);
        List<String> once = texts(decided(RULES, facts, Span.WHOLE));
        Collections.shuffle(facts, random);

        assertThat(texts(decided(RULES, facts, Span.WHOLE))).isEqualTo(once).isNotEmpty();
    }

    @Test
    void aDecisionAboutOneAreaStillSeesTheOthers() throws IOException {
        ReplayScope china = new ReplayScope(Set.of(), Set.of("x"), Set.of("BBB"), Set.of());
        List<Message> facts = facts(new Random(7), 300);
        Needs needs = Needs.of(china, RULES);

        List<Message> needed = facts.stream().filter(needs).toList();

        assertThat(needed).hasSizeLessThan(facts.size()).noneMatch(PolicyEvent.class::isInstance);
        assertThat(texts(decided(RULES, needed, Span.WHOLE).stream()
                        .filter(transition -> china.contains(transition.rule(), transition.series()))
                        .toList()))
                .isEqualTo(texts(decided(RULES, facts, Span.WHOLE).stream()
                        .filter(transition -> china.contains(transition.rule(), transition.series()))
                        .toList()))
                .anyMatch(text -> text.contains("\"rule\":\"gap\""))
                .anyMatch(text -> text.contains("\"rule\":\"rank\""));
    }

    private List<Transition> decided(List<Rule> rules, List<Message> facts, Span span) throws IOException {
        List<Transition> decided = new ArrayList<>();
        try (SortedFacts sorted = new SortedFacts(directory, 1 << 20)) {
            for (Message fact : facts) {
                sorted.add(0, fact);
            }
            new FactHistory(RuleEvent.fromTheBeginning(rules), sorted).tell(span, new Backtest(decided::add));
        }
        return decided;
    }

    private static List<String> texts(List<Transition> transitions) {
        return transitions.stream()
                .map(transition -> new String(new TransitionCodec().write(transition), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Message> facts(Random random, int count) {
        List<Message> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant known = BEGINNING.plus(random.nextInt(DAYS), ChronoUnit.DAYS);
            int kind = random.nextInt(12);
            facts.add(kind == 0 ? new Tick(known) : kind == 1 ? policy(random, known) : figure(random, known));
        }
        return facts;
    }

    private static Message figure(Random random, Instant known) {
        String area = List.of("AAA", "BBB", "CCC").get(random.nextInt(3));
        boolean withdrawn = random.nextInt(15) == 0;
        return new Observation(
                new SeriesKey(random.nextInt(4) == 0 ? "y" : "x", area, "economy", Frequency.A),
                Period.parse(Integer.toString(2014 + random.nextInt(6))),
                withdrawn ? null : BigDecimal.valueOf(random.nextInt(40), 1),
                null,
                null,
                withdrawn ? Observation.MISSING : Observation.NORMAL,
                known,
                new Source(random.nextBoolean() ? "one" : "other", null, null),
                random.nextInt(5) == 0
                        ? LocalDate.ofInstant(known, ZoneOffset.UTC).plusDays(40)
                        : null);
    }

    private static Message policy(Random random, Instant known) {
        return new PolicyEvent(
                "policy-" + random.nextInt(8),
                "a policy",
                "BBB",
                List.of("economy"),
                "funding",
                List.of(),
                List.of(),
                "support",
                Period.parse("2019"),
                known,
                new Source("one", null, null));
    }
}
