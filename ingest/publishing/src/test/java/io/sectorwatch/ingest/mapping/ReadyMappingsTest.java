package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.fredcsv.FredCsv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mappings that come with Sectorwatch, on rows such as their publishers have. */
class ReadyMappingsTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2025-01-01T00:00:00Z"));

    @Test
    void areAllReadUnderTheNamesOfTheirFiles() throws IOException, URISyntaxException {
        URL one = Objects.requireNonNull(Mapping.class.getResource("oecd-rd-intensity.yaml"));
        Path folder = Objects.requireNonNull(Path.of(one.toURI()).getParent());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
            assertThat(ReadyMappings.ALL).extracting(Mapping::name).containsExactlyElementsOf(names);
        }
    }

    @Test
    void areFoundByName() {
        assertThat(Mappings.ready("nbs-rd-intensity").name()).isEqualTo("nbs-rd-intensity");
        assertThatThrownBy(() -> Mappings.ready("nbs-rd-intensty"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean 'nbs-rd-intensity'?");
    }

    @Test
    void chooseAmongDataSetsOfOneNameRowByRow() throws IOException {
        Outcome outcome = ready(Table.of("""
                LOCATION|VAR|TIME_PERIOD|OBS_VALUE|OBS_STATUS|OBS_STATUS_2|AUX_OBS_STATUS
                OECD|G_XGDP|2021|2.7|P|B|V2
                OECD|G_XGDP|2999|2.7|P|B|
                EU27_2020|G_XGDP|2021|2.1|||
                KOR|B_26XGDP|2021|1.5|A||
                KOR|B_303XGDP|2021|0.1|A||
                KOR|B_26PPP|2021|123456|A||
                KOR|ANOTHER|2021|1|A||
                """).called("OECD.STI.STP:DSD_SBRD(1.1)"));
        assertThat(outcome.lines())
                .containsExactly(
                        "rd-intensity/OECD/economy/A 2021 2.7 B,P",
                        "rd-intensity/EU27/economy/A 2021 2.1 A",
                        "business-rd/KOR/semiconductors/A 2021 1.5 A",
                        "business-rd/KOR/aerospace/A 2021 0.1 A",
                        "business-rd-expenditure/KOR/semiconductors/A 2021 123456 A");
        assertThat(outcome.unwanted).isEqualTo(2);
        assertThat(outcome.rejections).isEmpty();
        assertThat(outcome.mappings)
                .containsExactly("oecd-business-rd", "oecd-business-rd-expenditure", "oecd-rd-intensity");
    }

    @Test
    void keepTheOecdOfTheWorldBankApart() throws IOException {
        Outcome outcome = ready(Table.of("""
                Country Name|Country Code|Indicator Name|Indicator Code|TIME_PERIOD|OBS_VALUE
                OECD members|OED|R&D|GB.XPD.RSDV.GD.ZS|2021|2.9
                World|WLD|R&D|GB.XPD.RSDV.GD.ZS|2021|2.6
                Kosovo|XKX|R&D|GB.XPD.RSDV.GD.ZS|2021|
                """).called("World Development Indicators"));
        assertThat(outcome.lines())
                .containsExactly(
                        "rd-intensity/OED/economy/A 2021 2.9 A",
                        "rd-intensity/WLD/economy/A 2021 2.6 A",
                        "rd-intensity/XKX/economy/A 2021 - M");
    }

    @Test
    void tellCountingByInventorFromCountingByApplicant() throws IOException {
        String row = "9P50_3|PF|PATN_FM|PRIORITY|W|_Z|%s|_Z|_Z|AI|0|2020|99.33329772949219\n";
        Outcome outcome = ready(Table.of("PATENT_AUTHORITIES|MEASURE|UNIT_MEASURE|DATE_TYPE|REF_AREA|PARTNER_AREA"
                        + "|AGENT_ROLE|COOPERATION_TYPE|WIPO|OECD_TECHNOLOGY_PATENT|UNIT_MULT|TIME_PERIOD|OBS_VALUE\n"
                        + row.formatted("INVENTOR") + row.formatted("APPLICANT"))
                .called("OECD.STI.PIE:DSD_PATENTS(1.0)"));
        assertThat(outcome.lines())
                .containsExactly(
                        "ai-patent-families/WLD/artificial-intelligence/A 2020 99.33329772949219 A",
                        "ai-patent-families-applicant/WLD/artificial-intelligence/A 2020 99.33329772949219 A");
    }

    @Test
    void dateEveryVintageOfAlfredByItself() throws IOException {
        String table = """
                observation_date,GDP_20210128,GDP_20210429,GDP_20210527
                2020-10-01,21479.5,21494.7,21494.7
                2021-01-01,.,22048.9,22061.5
                """;
        Outcome outcome = Outcome.of(
                Mappings.ready(),
                new FredCsv().reader(ReadOptions.NONE),
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                MOMENT);
        assertThat(outcome.rejections).isEmpty();
        assertThat(outcome.mappings).containsExactly("alfred-gdp");
        assertThat(outcome.observations())
                .extracting(fact -> fact.series() + " " + fact.period() + " " + fact.value() + " " + fact.published())
                .containsExactly(
                        "gdp-annual-rate/USA/economy/Q 2020-Q4 21479500000000 2021-01-28T00:00:00Z",
                        "gdp-annual-rate/USA/economy/Q 2020-Q4 21494700000000 2021-04-29T00:00:00Z",
                        "gdp-annual-rate/USA/economy/Q 2021-Q1 22048900000000 2021-04-29T00:00:00Z",
                        "gdp-annual-rate/USA/economy/Q 2021-Q1 22061500000000 2021-05-27T00:00:00Z");
    }

    @Test
    void askForTheDayOfWhatFredHas() {
        String table = "observation_date,GDPC1\n2021-01-01,19086.4\n";
        assertThatThrownBy(() -> Outcome.of(
                        Mappings.ready(),
                        new FredCsv().reader(ReadOptions.NONE),
                        new ByteArrayInputStream(table.getBytes(UTF_8)),
                        MOMENT))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("--published");
    }

    @Test
    void areWrittenAsTheManualWritesOne() throws IOException {
        String manual = Files.readString(Path.of("../../docs/ingest.md"));
        String yaml =
                manual.replaceFirst("(?s).*\n## Mappings\n.*?```yaml\n", "").replaceFirst("(?s)```.*", "");
        Outcome outcome = Outcome.of(yaml, Table.of("""
                Country Code|Indicator Code|TIME_PERIOD|OBS_VALUE
                CHN|TX.VAL.TECH.MF.ZS|2022|27.7
                """), MOMENT);
        assertThat(outcome.lines()).containsExactly("high-tech-exports/CHN/economy/A 2022 27.7 A");
    }

    private static Outcome ready(Table table) throws IOException {
        return Outcome.of(Mappings.ready(), table, InputStream.nullInputStream(), MOMENT);
    }
}
