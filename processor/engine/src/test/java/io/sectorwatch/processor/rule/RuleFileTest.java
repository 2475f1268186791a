package io.sectorwatch.processor.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleFileTest {
    @Test
    void readsTheExampleOfTheContract() throws UnusableFileException {
        List<Rule> rules = read("""
                rules:
                  - id: rd-intensity-below-oecd
                    title: R&D intensity below the OECD average
                    severity: warning
                    series: {indicator: rd-intensity, areas: ["*"], except: [OECD], sectors: [economy], frequency: A, sources: [nbs, oecd]}
                    when: {gap: {to: {area: OECD}, below: 0, clear: 0.05, maxLag: P3Y}}
                    for: 1
                    horizon: P5Y
                    status: {exclude: [F]}
                    possible: raise
                    labels: {team: asia}
                """);

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("rd-intensity-below-oecd");
            assertThat(rule.when().name()).isEqualTo("gap");
            assertThat(rule.labels()).containsEntry("team", "asia");
        });
    }

    @Test
    void namesEveryMistakeWithItsPlace() {
        assertThatThrownBy(() -> read("""
                rules:
                  - id: one
                    series: {indicator: rd-intensity, aras: [CHN]}
                    when: {value: {atLeast: 2.6, clear: 2.7}}
                  - id: two
                    severity: high
                    series: {areas: [chn]}
                    when: {gapp: {below: 0}}
                  - id: one
                    series: {}
                    when: {change: {periods: 0, above: 1, below: 2}}
                """))
                .isInstanceOf(UnusableFileException.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .anyMatch(line -> line.startsWith("rules.yaml:3:39: ") && line.contains("did you mean 'areas'"))
                        .anyMatch(line -> line.startsWith("rules.yaml:4:") && line.contains("wrong side"))
                        .anyMatch(line -> line.startsWith("rules.yaml:6:") && line.contains("none of info"))
                        .anyMatch(line -> line.startsWith("rules.yaml:7:") && line.contains("area 'chn'"))
                        .anyMatch(line -> line.startsWith("rules.yaml:8:") && line.contains("did you mean 'gap'"))
                        .anyMatch(line -> line.startsWith("rules.yaml:11:") && line.contains("two limits"))
                        .anyMatch(line -> line.startsWith("rules.yaml:11:") && line.contains("whole number")));
    }

    @Test
    void namesEveryRuleWhoseNumbersNoneHasAndNoneOfTheOthers() {
        assertThatThrownBy(() -> read("""
                rules:
                  - {id: good, series: {}, when: {value: {atLeast: 2}}}
                  - {id: one, series: {}, when: {value: {atLeast: .nan}}}
                  - {id: two, series: {}, when: {value: {atLeast: "2"}}}
                  - {id: three, series: {}, when: {value: {atLeast: 1e999999999}}}
                """))
                .isInstanceOf(UnusableFileException.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .hasSize(3)
                        .anyMatch(line -> line.startsWith("rules.yaml:3:") && line.contains("is not a number"))
                        .anyMatch(line -> line.startsWith("rules.yaml:4:") && line.contains("is not a number"))
                        .anyMatch(line -> line.startsWith("rules.yaml:5:")
                                && line.endsWith("cannot be used: the number has more than 34 digits or an exponent"
                                        + " beyond 60")));
    }

    @Test
    void refusesARuleThatItsAlertsCouldNotRepeat() {
        String labels = IntStream.range(0, 600)
                .mapToObj(i -> "l" + i + ": " + "a".repeat(1_990))
                .collect(Collectors.joining(", "));

        assertThatThrownBy(() ->
                        read("rules: [{id: big, series: {}, when: {value: {atLeast: 1}}, labels: {" + labels + "}}]"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("and one has at most 262144: its labels are repeated in each of its alerts");
    }

    @Test
    void saysWhereItIsNotYaml() {
        assertThatThrownBy(() -> read("rules:\n  - id: [one\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("rules.yaml:3:1: not YAML");
    }

    @Test
    void hasTheSameHashHoweverItIsWritten() throws UnusableFileException {
        Rule one = read("rules: [{id: a, series: {}, when: {value: {above: 2.60}}}]")
                .get(0);
        Rule other = read("rules: [{when: {value: {above: 2.6}}, series: {}, id: a}]")
                .get(0);

        assertThat(one.hash()).isEqualTo(other.hash());
    }

    @Test
    void takesTheCountryNorwayForWhatItIs() throws UnusableFileException {
        Rule rule = read("rules: [{id: a, series: {areas: [NO]}, when: {value: {above: 2.60}}}]")
                .get(0);

        assertThat(rule.series().areas()).containsExactly("NO");
    }

    private static List<Rule> read(String yaml) throws UnusableFileException {
        return RuleFile.read("rules.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
