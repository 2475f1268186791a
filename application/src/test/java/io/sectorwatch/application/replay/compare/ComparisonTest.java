package io.sectorwatch.application.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.replay.Backtest;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final List<Rule> RULES =
            Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: 2}}}");
    private static final IndicatorMessage LOW = figure("AAA", "1", "2024-01-01");
    private static final IndicatorMessage HIGH = figure("AAA", "3", "2024-02-01");
    private static final IndicatorMessage HIGHER = figure("AAA", "4", "2024-03-01");
    private static final IndicatorMessage OTHER = figure("BBB", "5", "2024-02-01");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theSameFactsUnderTheSameRulesAreTheSame() throws IOException {
        assertThat(findings(List.of(LOW, HIGH, HIGHER), RULES, RULES))
                .containsExactly("SAME null RAISED 2024-02-01", "SAME null UPDATED 2024-03-01");
    }

    @Test
    void aLateFactExplainsWhatIsDecidedOfItsSeriesAndNothingElse() throws IOException {
        assertThat(findings(List.of(OTHER, HIGHER, HIGH, LOW), RULES, RULES))
                .containsExactly(
                        "ONLY_REPLAY DATA_LATE RAISED 2024-02-01",
                        "SAME null RAISED 2024-02-01",
                        "DIFFERENT DATA_LATE RAISED UPDATED 2024-03-01");
    }

    @Test
    void anotherRuleExplainsWhatIsDecidedUnderIt() throws IOException {
        List<Rule> stricter = Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: 3.5}}}");

        assertThat(findings(List.of(LOW, HIGH, HIGHER), RULES, stricter))
                .containsExactly(
                        "ONLY_LIVE RULE_CHANGED RAISED 2024-02-01", "DIFFERENT RULE_CHANGED UPDATED RAISED 2024-03-01");
    }

    @Test
    void whatNeitherExplainsIsSaidToBeUnexplained() throws IOException {
        try (AlertLog live = log();
                AlertLog replayed = log()) {
            replay(List.of(HIGH), RULES, replayed);

            assertThat(findings(live, replayed, new Causes(events(RULES), events(RULES), new LateFacts())))
                    .containsExactly("ONLY_REPLAY OTHER RAISED 2024-02-01");
        }
    }

    /** Live facts in the order in which they came, against the same in the order in which they became known. */
    private List<String> findings(List<IndicatorMessage> facts, List<Rule> ofLive, List<Rule> ofReplay)
            throws IOException {
        try (AlertLog live = log();
                AlertLog replayed = log()) {
            LateFacts late = new LateFacts();
            Backtest inOrderOfArrival = new Backtest(transition -> add(live, transition));
            for (RuleEvent event : events(ofLive)) {
                inOrderOfArrival.rule(event);
            }
            for (IndicatorMessage fact : facts) {
                late.add("partition", fact);
                try (SortedFacts one = sorted(List.of(fact))) {
                    new FactHistory(List.of(), one).tell(Span.WHOLE, inOrderOfArrival);
                }
            }
            replay(facts, ofReplay, replayed);
            return findings(live, replayed, new Causes(events(ofLive), events(ofReplay), late));
        }
    }

    private void replay(List<IndicatorMessage> facts, List<Rule> rules, AlertLog log) throws IOException {
        try (SortedFacts all = sorted(facts)) {
            new FactHistory(events(rules), all).tell(Span.WHOLE, new Backtest(transition -> add(log, transition)));
        }
    }

    private static List<String> findings(AlertLog live, AlertLog replayed, Causes causes) throws IOException {
        List<String> texts = new ArrayList<>();
        new LogComparison(live, replayed, causes).forEach(finding -> texts.add(text(finding)));
        return texts;
    }

    private static String text(Finding finding) {
        Transition transition = finding.either().transition();
        LoggedTransition live = finding.outcome() == Outcome.DIFFERENT ? finding.live() : null;
        return finding.outcome() + " " + finding.cause() + " "
                + (live == null ? "" : live.transition().transition() + " ")
                + transition.transition() + " "
                + transition.decidedAt().toString().substring(0, 10);
    }

    private AlertLog log() {
        return new AlertLog(Span.WHOLE, ReplayScope.EVERYTHING, directory, 1 << 20);
    }

    private SortedFacts sorted(List<IndicatorMessage> facts) throws IOException {
        SortedFacts sorted = new SortedFacts(directory, 1 << 20);
        for (IndicatorMessage fact : facts) {
            sorted.add(0, fact);
        }
        return sorted;
    }

    private static List<RuleEvent> events(List<Rule> rules) {
        return RuleEvent.fromTheBeginning(rules);
    }

    private static void add(AlertLog log, Transition transition) {
        try {
            log.add(transition, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndicatorMessage figure(String area, String value, String known) {
        String json = "{\"indicator\":\"x\",\"area\":\"" + area + "\",\"period\":\"2023\",\"value\":" + value
                + ",\"published\":\"" + known + "T00:00:00Z\",\"source\":{\"id\":\"s\"}}";
        return new IndicatorCodec().read(json.getBytes(StandardCharsets.UTF_8));
    }
}
