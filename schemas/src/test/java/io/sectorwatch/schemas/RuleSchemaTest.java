package io.sectorwatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSchemaTest {
    @Test
    void acceptsTheFileOfTheContract() {
        JsonNode file = Schemas.yaml("""
                rules:
                  - id: rd-intensity-below-oecd
                    title: R&D intensity below the OECD average
                    severity: warning                     # info | warning | critical
                    series: {indicator: rd-intensity, areas: ["*"], except: [OECD], sectors: [economy], frequency: A, sources: [nbs, oecd]}
                    when: {gap: {to: {area: OECD}, below: 0, clear: 0.05, maxLag: P3Y}}
                    for: 1
                    horizon: P5Y
                    status: {exclude: [F]}
                    possible: raise
                    labels: {team: asia}
                """.getBytes(UTF_8));
        assertThat(Schemas.complaints("rules-file", file)).isEmpty();
        assertThat(Schemas.complaints("rule", file.at("/rules/0"))).isEmpty();
    }

    @Test
    void acceptsTheRuleOfAScenario() {
        assertThat(Schemas.complaints("rule", Schemas.yaml("""
                {id: at-least-2.6, severity: info, series: {indicator: rd-intensity, areas: [CHN]}, when: {value: {atLeast: 2.6}}}
                """.getBytes(UTF_8))))
                .isEmpty();
    }

    @Test
    void refusesAFileOfAnotherShape() {
        assertThat(Schemas.complaints("rules-file", Schemas.yaml("[]".getBytes(UTF_8))))
                .isNotEmpty();
        assertThat(Schemas.complaints("rules-file", Schemas.yaml("{rule: []}".getBytes(UTF_8))))
                .isNotEmpty();
        assertThat(Schemas.complaints("rules-file", Schemas.yaml("{rules: [{id: r}]}".getBytes(UTF_8))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value: {below: 1}",
                "value: {above: 3, clear: 2.8}",
                "gap: {to: {area: OECD}, atMost: 0}",
                "gap: {to: {area: OECD, indicator: rd, sector: economy, sources: [oecd]}, as: ratio, below: 1, clear: 1.1, maxLag: P1Y6M}",
                "gap: {to: {area: OECD}, as: difference, below: 1}",
                "change: {above: 10}",
                "change: {periods: 4, as: percent, above: 10, clear: 5}",
                "change: {as: difference, above: 10}",
                "sum: {periods: 3, atLeast: 5}",
                "sum: {periods: 3, atLeast: 5, clear: 4}",
                "convergence: {to: {area: OECD}, periods: 2, atMost: 3}",
                "convergence: {to: {area: OECD}, periods: 5, atMost: 3, maxLag: P2Y}",
                "rank: {among: [CHN, USA], atMost: 1}",
                "revision: {atLeast: 0.05}",
                "revision: {periods: 3, as: percent, atLeast: 2}",
                "overdue: {}",
                "overdue: {after: P30D}"
            })
    void acceptsEveryKindWithItsFields(String when) {
        assertThat(complaints("when: {" + when + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "value: {below: 1}, sum: {periods: 2, below: 1}",
                "median: {below: 1}",
                "value: {}",
                "value: {clear: 1}",
                "value: {below: 1, above: 2}",
                "value: {below: '1'}",
                "value: {under: 1}",
                "value: {below: 1, periods: 2}",
                "value: {below: 1, as: percent}",
                "gap: {below: 0}",
                "gap: {to: OECD, below: 0}",
                "gap: {to: {indicator: rd}, below: 0}",
                "gap: {to: {area: OECD, status: [A]}, below: 0}",
                "gap: {to: {area: OECD}, as: percent, below: 0}",
                "gap: {to: {area: OECD}, below: 0, maxLag: 3Y}",
                "gap: {to: {area: OECD}, below: 0, maxLag: P}",
                "gap: {to: {area: OECD}, below: 0, maxLag: PT3H}",
                "change: {periods: 0, above: 1}",
                "change: {periods: 1.5, above: 1}",
                "change: {as: ratio, above: 1}",
                "sum: {above: 1}",
                "convergence: {to: {area: OECD}, periods: 1, below: 3}",
                "convergence: {to: {area: OECD}, below: 3}",
                "convergence: {periods: 3, below: 3}",
                "convergence: {to: {area: OECD}, periods: 3, below: 3, clear: 4}",
                "rank: {atMost: 1}",
                "rank: {among: [], atMost: 1}",
                "rank: {among: [CHN, CHN], atMost: 1}",
                "rank: {among: [CHN], atMost: 1, clear: 2}",
                "revision: {above: 1, clear: 0.5}",
                "revision: {as: ratio, above: 1}",
                "overdue: {after: P1D, above: 1}",
                "overdue: {after: 30}"
            })
    void refusesEveryOtherCondition(String when) {
        assertThat(complaints("when: {" + when + "}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity: high",
                "sevrity: info",
                "for: 0",
                "horizon: 5 years",
                "possible: maybe",
                "labels: {team: 1}",
                "status: {exclude: F}",
                "status: {include: [A]}",
                "id: a/b",
                "series: {areas: CHN}",
                "series: {areas: []}",
                "series: {indicator: RD}",
                "series: {frequency: Y}",
                "series: {area: CHN}"
            })
    void refusesAFieldThatIsWrong(String field) {
        String rest = "when: {value: {below: 1}}";
        assertThat(complaints(rest)).isEmpty();
        assertThat(complaints(rest + ", " + field)).isNotEmpty();
    }

    @Test
    void knowsThatOverdueHasNoPeriodsInARow() {
        assertThat(complaints("for: 1, when: {overdue: {}}")).isEmpty();
        assertThat(complaints("for: 2, when: {overdue: {}}")).isNotEmpty();
        assertThat(complaints("for: 2, when: {value: {below: 1}}")).isEmpty();
    }

    private static List<String> complaints(String fields) {
        String id = fields.contains("id: ") ? "" : "id: r, ";
        String series = fields.contains("series: ") ? "" : "series: {}, ";
        return Schemas.complaints("rule", Schemas.yaml(("{" + id + series + fields + "}").getBytes(UTF_8)));
    }
}
