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
        "any, OECD, OECD"
    })
    void knowsWhatAPublisherCallsAnArea(String list, String code, String area) {
        assertThat(AreaCodes.of(list).find(code)).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({"oecd, OED", "world-bank, OECD", "iso, EL", "any, EU", "eurostat, DE11", "owid, Arabsat", "any, chn"})
    void prefersNotToKnowToGuessing(String list, String code) {
        assertThat(AreaCodes.of(list).find(code)).isNull();
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
                .hasMessageContaining("any, eurostat, iso, oecd, owid, world-bank")
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
