package io.sectorwatch.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands as the status of a figure that is not there. */
class MissingStatusTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2026-01-01T00:00:00Z"));
    private static final String PLAIN = """
            dataset: d
            area: {from: AREA}
            indicator: x
            status: {from: STATUS%s}
            source: office
            """;

    private static Outcome outcome(String codes, String figure, String status) throws IOException {
        return Outcome.of(
                PLAIN.formatted(codes),
                Table.of("AREA|TIME_PERIOD|OBS_VALUE|STATUS\nNOR|2022|" + figure + "|" + status + "\n"),
                MOMENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "none", textBlock = """
            ..; M
            ...; M
            :; M
            .; M
            na; M
            n/a; M
            ''; M
            M; M
            O; O
            L; L
            """)
    void saysNoMoreThanThatWhereItIsAMark(String status, String code) throws IOException {
        Outcome outcome = outcome("", "", status);
        assertThat(outcome.rejections).isEmpty();
        assertThat(outcome.lines()).containsExactly("x/NOR/economy/A 2022 - " + code);
    }

    @ParameterizedTest
    @CsvSource({"..,M", ":,M", "na,M", ": c,M", ": u,'M,U'", "z,M", "n,'M,N'"})
    void isAMarkOnlyWhereTheCodesDoNotHaveIt(String status, String codes) throws IOException {
        Outcome outcome = outcome(", codes: eurostat", "", status);
        assertThat(outcome.rejections).isEmpty();
        assertThat(outcome.lines()).containsExactly("x/NOR/economy/A 2022 - " + codes);
        assertThat(outcome(", codes: {na: L}", ":", "na").lines()).containsExactly("x/NOR/economy/A 2022 - L");
    }

    @Test
    void isRejectedWhereThereIsAFigureOrNobodyKnowsIt() throws IOException {
        assertThat(outcome("", "1.5", "..").lines()).isEmpty();
        assertThat(outcome(", codes: eurostat", "", "hidden").reasons())
                .singleElement()
                .asString()
                .contains("'hidden', which the mapping does not know");
    }
}
