package io.sectorwatch.ingest.area;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaCodesTest {
    @ParameterizedTest
    @CsvSource({
        "oecd, CHN, CHN",
        "oecd, EU27_2020, EU27",
        "oecd, OECD, OECD",
        "oecd, W, WLD",
        "oecd, EA19, EA19",
        "eurostat, DE, DEU",
        "eurostat, EL, GRC",
        "eurostat, UK, GBR",
        "eurostat, CN_X_HK, CHN",
        "eurostat, EU28, EU28",
        "world-bank, OED, OED",
        "world-bank, XKX, XKX",
        "world-bank, KSV, XKX",
        "world-bank, EU, EUU",
        "world-bank, 1W, WLD",
        "owid, OWID_WRL, WLD",
        "owid, OWID_KOS, XKX",
        "owid, West Bank and Gaza, PSE",
        "owid, European Union (27), EU27",
        "iso, NO, NOR",
        "iso, TWN, TWN",
        "any, EL, GRC",
        "any, OED, OED",
        "any, OECD, OECD",
        "m49, 004, AFG",
        "m49, 4, AFG",
        "m49, 156, CHN",
        "m49, 158, TWN",
        "m49, 001, WLD",
        "m49, 1, WLD",
        "m49, 412, XKX",
        "m49, 002, UN_002",
        "m49, 19, UN_019",
        "m49, 419, UN_419",
        "nuts, FR10, FR10",
        "nuts, EL30, EL30",
        "nuts, FR, FRA",
        "nuts, EEA, EEA",
        "nuts, EU27_2020, EU27",
        "iso-3166-2, US-CA, US_CA",
        "iso-3166-2, CN-11, CN_11",
        "iso-3166-2, US, USA"
    })
    void knowsWhatAPublisherCallsAnArea(String list, String code, String area) {
        assertThat(AreaCodes.of(list).find(code)).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({
        "oecd, OED",
        "world-bank, OECD",
        "iso, EL",
        "any, EU",
        "eurostat, DE11",
        "owid, Arabsat",
        "any, chn",
        "any, 156",
        "any, 4",
        "any, FR10",
        "any, US-CA",
        "nuts, XX10",
        "nuts, FR1000",
        "iso-3166-2, ZQ-CA",
        "m49, 278",
        "m49, 6",
        "iso, France"
    })
    void prefersNotToKnowToGuessing(String list, String code) {
        assertThat(AreaCodes.of(list).find(code)).isNull();
    }

    @Test
    void knowsNumbersThatASpreadsheetWasToKeepTheZerosOf() {
        assertThat(AreaCodes.of(AreaCodes.M49).find("'004")).isEqualTo("AFG");
    }

    @Test
    void hasEveryCountryInEveryList() {
        for (String list : AreaCodes.lists()) {
            for (String country : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)) {
                assertThat(AreaCodes.of(list).find(country))
                        .as("%s in %s", country, list)
                        .isEqualTo(country);
            }
        }
    }

    @Test
    void suggestsAListForOneThatDoesNotExist() {
        assertThatThrownBy(() -> AreaCodes.of("world-bnak"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("any, eurostat, iso, iso-3166-2, m49, names, nuts, oecd, owid, world-bank")
                .hasMessageContaining("did you mean 'world-bank'?");
    }

    @Test
    void saysNothingTwice() throws IOException {
        Set<String> said = new HashSet<>();
        try (InputStream in = Objects.requireNonNull(AreaCodes.class.getResourceAsStream("areas.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(in, UTF_8)) {
            for (NamedCsvRecord row : rows) {
                assertThat(row.getField("meaning")).isNotBlank();
                for (String list : row.getField("lists").split(" ")) {
                    assertThat(said.add(list + ' ' + row.getField("code")))
                            .as(row.toString())
                            .isTrue();
                }
            }
        }
    }
}
