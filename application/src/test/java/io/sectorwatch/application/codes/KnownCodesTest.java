package io.sectorwatch.application.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownCodesTest {
    private final KnownCodes codes = new KnownCodes();

    KnownCodesTest() {
        codes.add(SeriesKey.parse("rd-intensity/CHN/economy/A"));
        codes.add(SeriesKey.parse("rd-intensity/DEU/semiconductors/A"));
        codes.add(SeriesKey.parse("rd-intensity/EU27/economy/A"));
        codes.add(CodeSort.RULE, "at-least-2.6");
    }

    @ParameterizedTest
    @CsvSource({
        "GRMANY, DEU",
        "Germany, DEU",
        "DE, DEU",
        "de, DEU",
        "chn, CHN",
        "CHM, CHN",
        "China, CHN",
        "the Netherlands, NLD",
        "NETHERLANDS, NLD",
        "EU28, EU27",
        "QQQQQQ,"
    })
    void anAreaIsSuggestedByItsNameAndOtherCodes(String written, String meant) {
        assertThat(codes.unmet(CodeSort.AREA, List.of(written)))
                .containsExactly(new UnmetCode(CodeSort.AREA, written, meant));
    }

    @Test
    void otherCodesAreSuggestedAmongThoseThatAreThere() {
        assertThat(codes.unmet(CodeSort.SECTOR, List.of("semiconductor", "economy")))
                .containsExactly(new UnmetCode(CodeSort.SECTOR, "semiconductor", "semiconductors"));
        assertThat(codes.unmet(CodeSort.RULE, List.of("at-lest-2.6")))
                .containsExactly(new UnmetCode(CodeSort.RULE, "at-lest-2.6", "at-least-2.6"));
        assertThat(codes.unmet(CodeSort.INDICATOR, List.of("rd-intensity"))).isEmpty();
        assertThat(codes.unmet(CodeSort.SOURCE, List.of("nbs")))
                .containsExactly(new UnmetCode(CodeSort.SOURCE, "nbs", null));
    }
}
