package io.sectorwatch.processor.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.processor.scenario.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {
    private static final String BEGINNING = """
            name: two series cross
            rules: [{id: high, series: {indicator: x}, when: {value: {above: 1}}}]
            events:
              - observe: {indicator: x, area: AA, period: "2020", value: 2, published: 2021-01-01T00:00:00Z, source: {id: s}}
              - observe: {indicator: x, area: BB, period: "2020", value: 2, published: 2021-01-02T00:00:00Z, source: {id: s}}
              - observe: {indicator: x, area: AA, period: "2020", value: 1, published: 2021-01-03T00:00:00Z, source: {id: s}}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theOrderOfDifferentSeriesDoesNotCount() throws IOException, ScenarioFileException {
        Verdict verdict = verdict("""
                expect:
                  - {transition: RAISED, series: x/BB/economy/A}
                  - {transition: RAISED}
                  - {transition: RETRACTED}
                expect-open: [{area: BB}]
                """);

        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void aVagueExpectationGivesWayToAnotherThatFitsNothingElse() throws IOException, ScenarioFileException {
        Verdict verdict = verdict("expect: [{transition: RAISED}, {transition: RAISED, area: AA}, {}]");

        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void theOrderOfOneSeriesCounts() throws IOException, ScenarioFileException {
        Verdict verdict =
                verdict("expect: [{transition: RETRACTED}, {transition: RAISED, area: AA}, {transition: RAISED}]");

        assertThat(outcomes(verdict)).containsExactly(Outcome.OUT_OF_ORDER, Outcome.MATCHES, Outcome.MATCHES);
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void aTransitionTooManyFails() throws IOException, ScenarioFileException {
        Verdict verdict = verdict("expect: [{transition: RAISED, area: AA}, {transition: RETRACTED}]");

        assertThat(outcomes(verdict)).containsExactly(Outcome.MATCHES, Outcome.UNEXPECTED, Outcome.MATCHES);
    }

    @Test
    void aTransitionThatDoesNotComeFails() throws IOException, ScenarioFileException {
        Verdict verdict = verdict("expect: [{area: AA}, {area: BB}, {area: AA}, {area: CC}]");

        assertThat(outcomes(verdict))
                .containsExactly(Outcome.MATCHES, Outcome.MATCHES, Outcome.MATCHES, Outcome.MISSING);
    }

    @Test
    void showsTheNearestTransitionAndTheEventThatCausedIt() throws IOException, ScenarioFileException {
        Verdict verdict =
                verdict("expect: [{area: AA}, {area: BB, severity: critical}, {area: AA, measure: {value: 1}}]");

        assertThat(outcomes(verdict)).containsExactly(Outcome.MATCHES, Outcome.DIFFERS, Outcome.MATCHES);
        Verdict.Row row = verdict.transitions().get(1);
        DecidedTransition actual = row.actual().orElseThrow();
        assertThat(row.expected().orElseThrow().differences(actual.transition()))
                .containsExactly("severity");
        assertThat(actual.cause()).isEqualTo("observe x/BB/economy/A/2020 = 2 (" + file() + ":5:5)");
    }

    @Test
    void otherOpenAlertsAtTheEndFail() throws IOException, ScenarioFileException {
        Verdict verdict = verdict("expect: [{}, {}, {}]\nexpect-open: []");

        assertThat(verdict.open()).extracting(Verdict.Row::outcome).containsExactly(Outcome.UNEXPECTED);
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void namesEveryMistakeWithItsPlace() throws IOException {
        Files.writeString(file(), """
                name: 5
                rules: nowhere.yaml
                events:
                  - observe: {indicator: x, area: AA, period: "2020", value: 2, published: yesterday, source: {id: s}}
                  - {tick: 2021-01-01T00:00:00Z, at: 2021-01-01T00:00:00Z}
                  - observ: {}
                  - rule: {id: a, series: {}, when: {valu: {above: 1}}}
                    at: 2021-01-01T00:00:00Z
                  - {remove-rule: a}
                expect:
                  - {transition: RAISD, since: 2020}
                  - {mesure: {value: 1}}
                  - {measure: {valeu: 1}}
                expected: []
                """);

        assertThatThrownBy(() -> ScenarioFile.read(file()))
                .isInstanceOf(ScenarioFileException.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .anyMatch(line -> line.startsWith(file() + ":1:1: ") && line.contains("not a text"))
                        .anyMatch(line -> line.startsWith(file() + ":2:1: ") && line.contains("nowhere.yaml"))
                        .anyMatch(line -> line.startsWith(file() + ":4:65: ") && line.contains("yesterday"))
                        .anyMatch(line -> line.startsWith(file() + ":5:34: ") && line.contains("'at' belongs"))
                        .anyMatch(line -> line.startsWith(file() + ":6:5: ") && line.contains("did you mean 'observe'"))
                        .anyMatch(line -> line.startsWith(file() + ":7:38: ") && line.contains("did you mean 'value'"))
                        .anyMatch(line -> line.startsWith(file() + ":9:6: ") && line.contains("no rule 'a'"))
                        .anyMatch(line -> line.startsWith(file() + ":11:6: ") && line.contains("did you mean 'RAISED'"))
                        .anyMatch(line -> line.startsWith(file() + ":11:25: ") && line.contains("in quotes"))
                        .anyMatch(
                                line -> line.startsWith(file() + ":12:6: ") && line.contains("did you mean 'measure'"))
                        .anyMatch(line -> line.startsWith(file() + ":13:16: ") && line.contains("did you mean 'value'"))
                        .anyMatch(line -> line.startsWith(file() + ":14:1: ") && line.contains("did you mean 'expect'"))
                        .hasSize(13));
    }

    private Verdict verdict(String expectations) throws IOException, ScenarioFileException {
        Files.writeString(file(), BEGINNING + expectations);
        return ScenarioRun.of(ScenarioFile.read(file()));
    }

    private static List<Outcome> outcomes(Verdict verdict) {
        return verdict.transitions().stream().map(Verdict.Row::outcome).toList();
    }

    private Path file() {
        return directory.resolve("scenario.yaml");
    }
}
