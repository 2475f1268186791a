package io.sectorwatch.ingest.area;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.schemas.series.AreaNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaNamingTest {
    private static final AreaCodes NAMES = AreaCodes.of(AreaCodes.NAMES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Poland | POL
            POLAND | POL
            Pologne | POL
            Polen | POL
            Polonia | POL
            Korea, Rep. | KOR
            Korea (Republic of) | KOR
            Republic of Korea | KOR
            Korea, Republic of | KOR
            South Korea | KOR
            Korea | KOR
            Korea, Dem. People's Rep. | PRK
            Korea, Dem. People’s Rep. | PRK
            Democratic People's Republic of Korea | PRK
            North Korea | PRK
            Iran (Islamic Republic of) | IRN
            Iran, Islamic Rep. | IRN
            Türkiye | TUR
            Turkiye | TUR
            Turkey | TUR
            Türkei | TUR
            Czechia | CZE
            Czech Republic | CZE
            United States of America | USA
            The United States | USA
            Viet Nam | VNM
            Vietnam | VNM
            China, Hong Kong SAR | HKG
            Hong Kong SAR, China | HKG
            Hong Kong (China) | HKG
            China, Macao SAR | MAC
            China (People's Republic of) | CHN
            China, P.R.: Mainland | CHN
            Côte d'Ivoire | CIV
            Cote d’Ivoire | CIV
            Ivory Coast | CIV
            Kosovo | XKX
            Kosovo* | XKX
            Kosovo (under United Nations Security Council Resolution 1244/99) | XKX
            Taiwan, China | TWN
            Chinese Taipei | TWN
            Taiwan Province of China | TWN
            Congo, Rep. | COG
            Congo | COG
            Congo, Dem. Rep. | COD
            Congo, Democratic Republic of the | COD
            Democratic Republic of the Congo | COD
            Congo - Kinshasa | COD
            Guinea | GIN
            Guinea-Bissau | GNB
            Equatorial Guinea | GNQ
            Papua New Guinea | PNG
            Niger | NER
            Nigeria | NGA
            Dominica | DMA
            Dominican Republic | DOM
            Samoa | WSM
            American Samoa | ASM
            Sudan | SDN
            South Sudan | SSD
            Georgia | GEO
            South Georgia and the South Sandwich Islands | SGS
            Ireland | IRL
            Bosnia & Herzegovina | BIH
            Bosnia and Herzegovina | BIH
            St. Kitts and Nevis | KNA
            Saint Vincent and the Grenadines | VCT
            St. Martin (French part) | MAF
            Sint Maarten (Dutch part) | SXM
            Virgin Islands (U.S.) | VIR
            British Virgin Islands | VGB
            Bahamas, The | BHS
            Gambia, The | GMB
            Egypt, Arab Rep. | EGY
            Yemen, Rep. | YEM
            Venezuela, RB | VEN
            Micronesia, Fed. Sts. | FSM
            Lao PDR | LAO
            Kyrgyz Republic | KGZ
            Slovak Republic | SVK
            Russian Federation | RUS
            Moldova (Republic of) | MDA
            Tanzania, United Republic of | TZA
            Brunei Darussalam | BRN
            Cabo Verde | CPV
            Eswatini | SWZ
            North Macedonia | MKD
            West Bank and Gaza | PSE
            Curaçao | CUW
            Åland Islands | ALA
            Réunion | REU
            São Tomé and Príncipe | STP
            UK | GBR
            U.S.A. | USA
            World | WLD
            OECD - Total | OECD
            OECD members | OED
            EU27 from 2020 | EU27
            European Union (27 countries) | EU27
            European Union – 27 countries (from 01/02/2020) | EU27
            European Union - 28 countries (2013-2020) | EU28
            Euro area - 19 countries (2015-2022) | EA19
            """)
    void knowsANameHoweverItIsWritten(String name, String area) {
        assertThat(NAMES.find(name)).isEqualTo(area);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "West Germany",
                "East Germany",
                "German Democratic Republic",
                "Germany, Federal Republic of",
                "Former Federal Republic of Germany",
                "USSR",
                "Czechoslovakia",
                "Yugoslavia",
                "Serbia and Montenegro",
                "Sudan (former)",
                "Netherlands Antilles",
                "Northern Ireland",
                "England",
                "New Jersey",
                "New Mexico",
                "China, mainland",
                "Virgin Islands",
                "Micronesia",
                "Euro area",
                "European Union",
                "North America",
                "Africa",
                "Southern Africa",
                "Polland",
                "Guinea Ecuatorial Bissau",
                "Ru",
                "the",
                "&"
            })
    void prefersNotToKnowToTakingOneAreaForAnother(String name) {
        assertThat(NAMES.find(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "world-bank, Euro area, EMU",
        "oecd, Euro area, EA",
        "eurostat, European Union, EU",
        "world-bank, European Union, EUU",
        "world-bank, OECD members, OED",
        "world-bank, Sub-Saharan Africa, SSF",
        "oecd, Poland, POL",
        "eurostat, Poland, POL",
        "any, Poland, POL",
        "any, Great Britain, GBR",
        "names, Holland, NLD",
        "m49, Poland, POL",
        "m49, Eastern Asia, UN_030",
        "m49, Sub-Saharan Africa, UN_202",
        "any, Jordan, JOR",
        "eurostat, Germany (until 1990 former territory of the FRG), DEU"
    })
    void listsOfPublishersKnowTheirOwnNames(String list, String name, String area) {
        assertThat(AreaCodes.of(list).find(name)).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({
        "any, Georgia, GEO or US_GA",
        "names, Euro area, EA or EMU",
        "names, Asia, 'UN_142, and codes: m49 knows it'",
        "m49, Micronesia, FSM or UN_057",
        "names, Polland, 'Poland'' (POL)'",
        "names, Guinea-Bisssau, 'Guinea-Bissau'' (GNB)'"
    })
    void saysWhatMayBeMeant(String list, String name, String hint) {
        assertThat(AreaCodes.of(list).find(name)).isNull();
        assertThat(AreaCodes.of(list).hint(name)).contains(hint);
    }

    @Test
    void knowsEveryNameOfEveryCountryOnce() throws IOException {
        Set<String> open = new HashSet<>();
        Map<String, String> areas = new HashMap<>();
        for (NamedCsvRecord row : rows("countries.csv")) {
            for (String language : new String[] {"en", "fr", "de", "es"}) {
                String name = row.getField(language).replaceFirst("\\|.*", "");
                String area = row.getField("area");
                if (!area.equals(NAMES.find(name))) {
                    open.add(name);
                }
                assertThat(areas.merge(
                                AreaWords.of(name), area, (first, second) -> first.equals(second) ? first : "both"))
                        .as(name)
                        .isEqualTo(area);
            }
        }
        assertThat(open).containsExactlyInAnyOrder("Micronesia", "Micronésie", "Mikronesien");
    }

    @Test
    void knowsWhatAreasAreCalledHere() {
        Set<String> unknown = new HashSet<>();
        AreaNames.bare().forEach((name, area) -> {
            String found = NAMES.find(name);
            assertThat(found == null ? area : found).as(name).isEqualTo(area);
            if (found == null) {
                unknown.add(area);
            }
        });
        assertThat(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3))
                .filteredOn(unknown::contains)
                .containsExactly("FSM");
    }

    @Test
    void saysNoNameTwice() throws IOException {
        Set<String> said = new HashSet<>();
        for (NamedCsvRecord row : rows("area-words.csv")) {
            assertThat(row.getField("name")).isNotBlank();
            assertThat(row.getField("area")).isNotBlank();
            for (String list : row.getField("lists").split(" ")) {
                assertThat(said.add(list + '|' + row.getField("name")))
                        .as(row.toString())
                        .isTrue();
            }
        }
    }

    private static Iterable<NamedCsvRecord> rows(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(AreaCodes.class.getResourceAsStream(file));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(in, UTF_8)) {
            return rows.stream().toList();
        }
    }
}
