package io.sectorwatch.deliver.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.deliver.Examples;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {
    private static final Transition RAISED = Examples.transition("a", Transition.Type.RAISED, Severity.WARNING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                            | true",
                "{rule: rd-intensity-at-least-2.6}             | true",
                "{rule: [other, rd-intensity-at-least-2.6]}    | true",
                "{rule: other}                                 | false",
                "{indicator: rd-intensity}                     | true",
                "{indicator: gdp}                              | false",
                "{area: [CHN, USA]}                            | true",
                "{area: USA}                                   | false",
                "{sector: economy}                             | true",
                "{sector: [semiconductors]}                    | false",
                "{severity: [warning, critical]}               | true",
                "{severity: critical}                          | false",
                "{transition: RAISED}                          | true",
                "{transition: [CLEARED, RETRACTED]}            | false",
                "{label: {team: science}}                      | true",
                "{label: {team: [industry, science]}}          | true",
                "{label: {team: science, on-call: no-one}}     | false",
                "{label: {desk: science}}                      | false",
                "{area: CHN, severity: critical}               | false",
            })
    void everyFieldMustHoldOfOneOfItsValues(String where, boolean isChosen) {
        assertThat(where(where).chooses(RAISED)).isEqualTo(isChosen);
    }

    @Test
    void withoutWhereEverythingIsChosen() {
        assertThat(Where.ALL.chooses(RAISED)).isTrue();
    }

    private static Where where(String yaml) {
        return Examples.targets("targets: [{name: chat, where: " + yaml + ", webhook: {url: 'http://127.0.0.1:1/'}}]")
                .all()
                .get(0)
                .where();
    }
}
