package io.sectorwatch.schemas.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @ParameterizedTest
    @ValueSource(strings = {"rd-intensity", "policy-activity.export-control", "a", "5g", "ai2"})
    void knowsAnIndicator(String code) {
        assertThat(Codes.indicator(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RD", "rd_intensity", "-rd", "rd-", "rd--x", "rd.-x", "rd/x", "r d", "é", ".rd"})
    void refusesAnotherIndicator(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codes.indicator(code))
                .withMessage("indicator '" + code + "' is not a code: lower-case words joined by '-' or '.'");
    }

    @Test
    void hasNoDotInASector() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codes.sector("aero.space"))
                .withMessage("sector 'aero.space' is not a code: lower-case words joined by '-'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHN", "OECD", "EU27", "EU27_2020", "WLD", "G7"})
    void knowsAnArea(String code) {
        assertThat(Codes.area(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "chn", "CHN ", "7G", "CH-N", "C/N"})
    void refusesAnotherArea(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codes.area(code))
                .withMessageContaining("an ISO 3166 alpha-3 code or an aggregate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a|b", "a/b", "a b", "a\nb", "é"})
    void refusesAnIdThatKeysCannotBeBuiltWith(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codes.id("source", id))
                .withMessage("source '" + id + "' is not usable: 1 to 160 visible characters without | and /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oecd-msti/2024-03-13", "国家统计局 公报", "🔬", "x|y"})
    void letsAReleaseBeCalledAnythingInOneLine(String id) {
        assertThat(Codes.release(id)).isEqualTo(id);
    }

    @Test
    void refusesAReleaseThatNoHeaderCanHold() {
        assertThat(Codes.release("x".repeat(200))).hasSize(200);
        String half = "🔬".substring(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codes.release(half))
                .withMessage("release is not one line of 1 to 200 characters");
    }

    @Test
    void readsTheNameOfASeries() {
        SeriesKey series = new SeriesKey("rd-intensity", "CHN", "economy", Frequency.A);
        assertThat(SeriesKey.parse("rd-intensity/CHN/economy/A")).isEqualTo(series);
        assertThat(series).hasToString("rd-intensity/CHN/economy/A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rd-intensity", "rd-intensity/CHN/economy", "rd-intensity/CHN/economy/A/2023"})
    void refusesANameThatIsNotOfASeries(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeriesKey.parse(name))
                .withMessage("'" + name + "' is not a series: write indicator/area/sector/frequency");
    }

    @Test
    void namesTheFrequenciesAndComparatorsThatExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frequency.of("Y"))
                .withMessage("unknown frequency 'Y': one of A, S, Q, M, W, D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bound.of("=>"))
                .withMessage("comparator '=>' is none of <, <=, >=, > (absent for an exact value)");
    }
}
