package io.sectorwatch.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.kind.Interval;
import io.sectorwatch.processor.kind.Measurement;
import io.sectorwatch.processor.series.Vintages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of rule measures in 2023. */
class MeasureTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the value         | value: {above: 1} | CHN 2023 2.6 2024-01-01                            | 2.6",
                "or its bound      | value: {above: 1} | CHN 2023 >2.6 2024-01-01                           | >2.6",
                "a withdrawn one   | value: {above: 1} | CHN 2023 2.6 2024-01-01; CHN 2023 - 2024-02-01     | undefined",
                "another year's    | value: {above: 1} | CHN 2022 2.6 2024-01-01                            | undefined",
            })
    void ofValue(String what, String when, String figures, String measure) {
        assertMeasures(what, when, figures, measure);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "value - benchmark      | gap: {to: {area: OECD}, above: 1}               | CHN 2023 2.6 2024-01-01; OECD 2023 2.72 2024-01-01  | -0.12",
                "no other year's        | gap: {to: {area: OECD}, above: 1}               | CHN 2023 2.6 2024-01-01; OECD 2022 2.72 2024-01-01  | undefined",
                "unless it may lag      | gap: {to: {area: OECD}, above: 1, maxLag: P2Y}  | CHN 2023 2.6 2024-01-01; OECD 2021 2.72 2024-01-01  | -0.12",
                "but no longer          | gap: {to: {area: OECD}, above: 1, maxLag: P23M} | CHN 2023 2.6 2024-01-01; OECD 2021 2.72 2024-01-01  | undefined",
                "of the greatest period | gap: {to: {area: OECD}, above: 1, maxLag: P9Y}  | CHN 2023 3 2024-01-01; OECD 2021 1 2024-01-01; OECD 2022 2 2024-01-01; OECD 2024 9 2024-01-01 | 1",
                "that has a value       | gap: {to: {area: OECD}, above: 1, maxLag: P9Y}  | CHN 2023 3 2024-01-01; OECD 2021 1 2024-01-01; OECD 2022 2 2024-01-01; OECD 2022 - 2024-02-01 | 2",
                "of bounds              | gap: {to: {area: OECD}, above: 1}               | CHN 2023 >2.6 2024-01-01; OECD 2023 2.72 2024-01-01 | >-0.12",
                "of opposite ones       | gap: {to: {area: OECD}, above: 1}               | CHN 2023 >2.6 2024-01-01; OECD 2023 >2.72 2024-01-01 | anything",
                "another indicator      | gap: {to: {area: CHN, indicator: goal}, above: 1} | CHN 2023 2.6 2024-01-01; CHN 2023 2.5 2024-01-01 indicator=goal | 0.1",
                "as a ratio             | gap: {to: {area: OECD}, as: ratio, above: 1}    | CHN 2023 2.6 2024-01-01; OECD 2023 2.5 2024-01-01   | 1.04",
                "to nothing             | gap: {to: {area: OECD}, as: ratio, above: 1}    | CHN 2023 2.6 2024-01-01; OECD 2023 0 2024-01-01     | undefined",
                "to less                | gap: {to: {area: OECD}, as: ratio, above: 1}    | CHN 2023 2.6 2024-01-01; OECD 2023 -1 2024-01-01    | undefined",
                "or of a bound          | gap: {to: {area: OECD}, as: ratio, above: 1}    | CHN 2023 >2.6 2024-01-01; OECD 2023 2.5 2024-01-01  | undefined",
                "trust in the benchmark | 'gap: {to: {area: OECD, sources: [oecd]}, above: 1}' | CHN 2023 2.6 2024-01-01; OECD 2023 9 2024-01-01; OECD 2023 2.5 2023-01-01 source=oecd | 0.1",
            })
    void ofGap(String what, String when, String figures, String measure) {
        assertMeasures(what, when, figures, measure);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "against the period before | change: {above: 1}                | CHN 2022 2 2023-01-01; CHN 2023 3 2024-01-01    | 1",
                "or some before            | change: {periods: 3, above: 1}    | CHN 2020 2 2023-01-01; CHN 2023 3.5 2024-01-01  | 1.5",
                "that has to be known      | change: {periods: 2, above: 1}    | CHN 2022 2 2023-01-01; CHN 2023 3 2024-01-01    | undefined",
                "of a bound                | change: {above: 1}                | CHN 2022 2 2023-01-01; CHN 2023 >3 2024-01-01   | >1",
                "in percent                | change: {as: percent, above: 1}   | CHN 2022 2 2023-01-01; CHN 2023 3 2024-01-01    | 50",
                "of nothing                | change: {as: percent, above: 1}   | CHN 2022 0 2023-01-01; CHN 2023 3 2024-01-01    | undefined",
                "or of a bound in percent  | change: {as: percent, above: 1}   | CHN 2022 2 2023-01-01; CHN 2023 >3 2024-01-01   | undefined",
            })
    void ofChange(String what, String when, String figures, String measure) {
        assertMeasures(what, when, figures, measure);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "over some periods  | sum: {periods: 3, above: 1} | CHN 2021 1 2022-01-01; CHN 2022 2 2023-01-01; CHN 2023 3 2024-01-01  | 6",
                "all of them known  | sum: {periods: 3, above: 1} | CHN 2021 1 2022-01-01; CHN 2023 3 2024-01-01                         | undefined",
                "and exact          | sum: {periods: 3, above: 1} | CHN 2021 1 2022-01-01; CHN 2022 <2 2023-01-01; CHN 2023 3 2024-01-01 | undefined",
            })
    void ofSum(String what, String when, String figures, String measure) {
        assertMeasures(what, when, figures, measure);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "at an even pace     | CHN 2021 2 2022-01-01; CHN 2022 2.2 2023-01-01; CHN 2023 2.4 2024-01-01   | 1",
                "at the pace of all  | CHN 2021 2 2022-01-01; CHN 2022 2.1 2023-01-01; CHN 2023 2.4 2024-01-01   | 1",
                "from above          | CHN 2021 3 2022-01-01; CHN 2022 2.9 2023-01-01; CHN 2023 2.8 2024-01-01   | 2",
                "closed              | CHN 2021 2 2022-01-01; CHN 2022 2.2 2023-01-01; CHN 2023 2.6 2024-01-01   | 0",
                "or overtaken        | CHN 2021 2 2022-01-01; CHN 2022 2.2 2023-01-01; CHN 2023 2.7 2024-01-01   | 0",
                "never, if it widens | CHN 2021 2.4 2022-01-01; CHN 2022 2.2 2023-01-01; CHN 2023 2 2024-01-01   | undefined",
                "or stays            | CHN 2021 2 2022-01-01; CHN 2022 2 2023-01-01; CHN 2023 2 2024-01-01       | undefined",
                "all gaps known      | CHN 2021 2 2022-01-01; CHN 2023 2.4 2024-01-01                            | undefined",
                "and exact           | CHN 2021 2 2022-01-01; CHN 2022 <2.2 2023-01-01; CHN 2023 2.4 2024-01-01  | undefined",
            })
    void ofConvergence(String what, String figures, String measure) {
        assertMeasures(
                what,
                "convergence: {to: {area: OECD}, periods: 3, maxLag: P9Y, below: 1}",
                "OECD 2020 2.6 2021-01-01; " + figures,
                measure);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + who has more    | CHN 2023 2.6 2024-01-01; USA 2023 3 2024-01-01; DEU 2023 2 2024-01-01   | 2",
                "not who has as much | CHN 2023 2.6 2024-01-01; USA 2023 2.6 2024-01-01                        | 1",
                "in the same period  | CHN 2023 2.6 2024-01-01; USA 2022 3 2024-01-01                          | 1",
                "without its own     | USA 2023 3 2024-01-01                                                   | undefined",
                "of a bound          | CHN 2023 >2.6 2024-01-01; USA 2023 3 2024-01-01                         | undefined",
                "or among bounds     | CHN 2023 2.6 2024-01-01; USA 2023 >3 2024-01-01                         | undefined",
            })
    void ofRank(String what, String figures, String measure) {
        assertMeasures(what, "rank: {among: [CHN, USA, DEU], atMost: 2}", figures, measure);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "against the one before | revision: {above: 1}              | CHN 2023 2.65 2024-01-01; CHN 2023 2.58 2025-01-01                           | 0.07",
                "nothing without one    | revision: {above: 1}              | CHN 2023 2.65 2024-01-01                                                     | 0",
                "nor with the same      | revision: {above: 1}              | CHN 2023 2.65 2024-01-01; CHN 2023 2.65 2025-01-01                           | 0",
                "the largest of some    | revision: {periods: 2, above: 1}  | CHN 2022 2 2023-01-01; CHN 2022 3 2024-01-01; CHN 2023 2.65 2024-01-01; CHN 2023 2.58 2025-01-01 | 1",
                "in percent             | revision: {as: percent, above: 1} | CHN 2023 2 2024-01-01; CHN 2023 1.5 2025-01-01                               | 25",
                "of nothing             | revision: {as: percent, above: 1} | CHN 2023 0 2024-01-01; CHN 2023 1.5 2025-01-01                               | undefined",
                "to a bound             | revision: {above: 1}              | CHN 2023 2.65 2024-01-01; CHN 2023 >2.5 2025-01-01                           | undefined",
                "of a withdrawn one     | revision: {above: 1}              | CHN 2023 2.65 2024-01-01; CHN 2023 - 2025-01-01                              | undefined",
            })
    void ofRevision(String what, String when, String figures, String measure) {
        assertMeasures(what, when, figures, measure);
    }

    private static void assertMeasures(String what, String when, String figures, String measure) {
        Desk desk = Desk.under(when.replace("'", ""));
        for (String figure : figures.split("; ")) {
            desk.knowing(figure);
        }

        assertThat(told(((MeasureWatch) desk.watch())
                        .measure(Vintages.of("CHN 2023 1 2024-01-01").period().ordinal())))
                .as(what)
                .isEqualTo(measure);
    }

    private static String told(@Nullable Measurement measured) {
        if (measured == null) {
            return "undefined";
        }
        Interval value = measured.value();
        String bound = value.bound() == null ? "" : value.bound().symbol();
        return value.number() == null ? "anything" : bound + value.number().toPlainString();
    }
}
