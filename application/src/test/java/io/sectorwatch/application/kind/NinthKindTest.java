package io.sectorwatch.application.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.application.replay.Backtest;
import io.sectorwatch.application.replay.Needs;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.rules.RuleCheck;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.processor.scenario.ScenarioFile;
import io.sectorwatch.processor.scenario.ScenarioRun;
import io.sectorwatch.processor.scenario.Simulation;
import io.sectorwatch.processor.scenario.Verdict;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind from elsewhere goes the whole way of a rule without a word about it in Sectorwatch. */
class NinthKindTest {
    private static final String RULE = """
            {id: busy, series: {indicator: rd-intensity, areas: [CHN]}, \
            when: {others: {indicator: ai-publications, area: USA, atLeast: 100}}}""";
    private static final Message OWN = observation("rd-intensity", "CHN", "2.6", "2024-02-23T00:00:00Z");
    private static final Message OTHER = observation("ai-publications", "USA", "120", "2024-06-01T00:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void itsMistakesAreNamedWithTheirPlaces() {
        assertThatThrownBy(() -> rule(RULE.replace("area: USA", "aera: USA")))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("when.others.area")
                .hasMessageContaining("when.others.aera");
    }

    @Test
    void aCodeOfItsThatNobodyHasHeardOfIsWarnedAbout() {
        String rules = "rules:\n- "
                + RULE.replace("ai-publications", "ai-publicatoins").replace("area: USA", "area: USB");

        RuleCheck check = RuleCheck.of("rules.yaml", rules.getBytes(UTF_8), null);

        assertThat(check.mistakes()).isEmpty();
        assertThat(check.warnings())
                .satisfiesExactly(
                        indicator -> assertThat(indicator)
                                .startsWith("rules.yaml:2:79: warning: indicator 'ai-publicatoins'")
                                .endsWith("did you mean 'ai-publications'?"),
                        area -> assertThat(area)
                                .startsWith("rules.yaml:2:107: warning: area 'USB'")
                                .endsWith("did you mean 'USA'?"));
        assertThat(RuleCheck.of("rules.yaml", ("rules:\n- " + RULE).getBytes(UTF_8), null)
                        .warnings())
                .isEmpty();
    }

    @Test
    void aScenarioTestsIt() throws Exception {
        Path file = directory.resolve("others.yaml");
        Files.writeString(file, """
                name: a ninth kind
                rules: [%s]
                events:
                  - observe: {indicator: rd-intensity, area: CHN, period: "2023", value: 2.6, published: 2024-02-23T00:00:00Z, source: {id: nbs}}
                  - observe: {indicator: ai-publications, area: USA, period: "2023", value: 120, published: 2024-06-01T00:00:00Z, source: {id: oecd}}
                expect:
                  - {transition: RAISED, reason: benchmark-new-period, rule: busy, series: rd-intensity/CHN/economy/A, measure: {kind: others, value: 120}}
                """.formatted(RULE));

        Verdict verdict = ScenarioRun.of(ScenarioFile.read(file));

        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }

    @Test
    void theTopologyAndAReplayDecideTheSame() throws Exception {
        Rule rule = rule(RULE);
        List<Transition> replayed = new ArrayList<>();
        Backtest backtest = new Backtest(replayed::add);
        backtest.rule(new RuleEvent(Instant.EPOCH, "busy", rule));
        try (SortedFacts facts = new SortedFacts(directory, 1 << 20);
                Simulation simulation = new Simulation()) {
            simulation.apply(rule, Instant.EPOCH);
            for (Message fact : List.of(OWN, OTHER)) {
                facts.add(0, fact);
                simulation.accept(fact);
            }
            SortedFacts.WrittenFacts written = facts.written();
            for (SortedFacts.Written next = written.next(); next != null; next = written.next()) {
                backtest.fact(next);
            }

            assertThat(replayed).hasSize(1).isEqualTo(simulation.transitions());
        }
    }

    @Test
    void aReplayReadsTheIndicatorThatItLooksAt() throws Exception {
        Needs needs = Needs.of(new ReplayScope(Set.of("busy"), Set.of(), Set.of(), Set.of()), List.of(rule(RULE)));

        assertThat(needs.test(OTHER)).isTrue();
        assertThat(needs.test(observation("patents", "USA", "1", "2024-06-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void itIsRefusedWhereTheTwoIndicatorsNeverMeet() throws Exception {
        Rule rule = rule(RULE);

        assertThat(RulePublisher.obstacle(rule, 1)).isEmpty();
        assertThat(RulePublisher.obstacle(rule, 12))
                .hasValueSatisfying(why -> assertThat(why).contains("ai-publications"));
    }

    private static Rule rule(String rule) throws UnusableFileException {
        return RuleFile.read("test", new ByteArrayInputStream(("rules: [" + rule + "]").getBytes(UTF_8)))
                .get(0);
    }

    private static Message observation(String indicator, String area, String value, String published) {
        return new IndicatorCodec()
                .read("""
                {"indicator":"%s","area":"%s","period":"2023","value":%s,"published":"%s","source":{"id":"a"}}""".formatted(indicator, area, value, published).getBytes(UTF_8));
    }
}
