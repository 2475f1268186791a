package io.sectorwatch.ingest.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.fredcsv.FredCsv;
import io.sectorwatch.ingest.format.registry.Formats;
import io.sectorwatch.ingest.format.sdmxcsv.SdmxCsv;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import io.sectorwatch.ingest.format.worldbankcsv.WorldBankCsv;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.ingest.mapping.Moment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2025-01-01T00:00:00Z"));

    @Test
    void proposesAMappingForAnUnknownFileAndSaysWhatItWouldGive() throws IOException {
        String text = describe("data/hightech.csv", new SdmxCsv(), """
                DATAFLOW,FREQ,MEASURE,UNIT_MEASURE,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,NOTE
                ABC.DEF:DF_HIGHTECH(1.0),A,EXPORTS,PC,CHN,2021,29.9,,
                ABC.DEF:DF_HIGHTECH(1.0),A,EXPORTS,PC,CHN,2022,27.7,P,early
                ABC.DEF:DF_HIGHTECH(1.0),A,EXPORTS,PC,OECD,2022,17.5,,
                ABC.DEF:DF_HIGHTECH(1.0),A,IMPORTS,PC,CHN,2022,1e999,,
                ABC.DEF:DF_HIGHTECH(1.0),A,EXPORTS,PC,KOR,2023,,M,
                ABC.DEF:DF_HIGHTECH(1.0),A,EXPORTS,PC,Utopia,2023,1,,
                """);
        assertThat(text).isEqualTo("""
                data/hightech.csv
                  data set   ABC.DEF:DF_HIGHTECH(1.0)
                  published  the file as a whole does not say; give it with --published
                             2024-03-13, unless each row says so for itself
                  rows       6, of which 1 without a figure
                  periods    2021 to 2023, A

                component      codes  the first of them
                FREQ               1  A
                MEASURE            2  EXPORTS, IMPORTS
                UNIT_MEASURE       1  PC
                REF_AREA           4  CHN, OECD, KOR, Utopia
                OBS_STATUS         2  P, M
                NOTE               1  early

                No ready mapping wants any of this. Here is the beginning of one: put it into a
                file, say what you know better, and give it with --mapping FILE.

                    dataset: df-hightech
                    match: {id: "ABC.DEF:DF_HIGHTECH*"}
                    where:
                      # 2 codes: EXPORTS, IMPORTS
                      MEASURE: EXPORTS
                      UNIT_MEASURE: PC
                    area: {from: REF_AREA}   # by its name; 3 of 4 texts are known, not Utopia
                    indicator: df-hightech
                    sector: economy
                    unit: pc   # as UNIT_MEASURE says
                    status: {from: [OBS_STATUS]}   # codes of SDMX
                    source: abc
                    published: given   # nothing in the file says when: --published 2024-03-13

                With mapping df-hightech: 2 series, 3 observations, 1 row without a figure.
                1 row left out as the mapping says.
                1 row rejected, for example:
                  line 7: REF_AREA is 'Utopia', which the mapping does not know: add it to the
                    codes of 'area', or to its skip if such rows are not wanted
                """);
    }

    @Test
    void saysWhichReadyMappingFits() throws IOException {
        String text = describe("wdi.csv", new WorldBankCsv(), """
                "Data Source","World Development Indicators",

                "Last Updated Date","2024-06-28",

                "Country Name","Country Code","Indicator Name","Indicator Code","2020","2021",
                "China","CHN","R&D","GB.XPD.RSDV.GD.ZS","2.4","2.43",
                "OECD members","OED","R&D","GB.XPD.RSDV.GD.ZS","","2.9",
                """);
        assertThat(text)
                .contains("  published  2024-06-28T00:00:00Z, as the file says\n")
                .contains("With mapping world-bank-rd-intensity: 2 series, 3 observations, 1 row without a\nfigure.\n")
                .doesNotContain("dataset:");
    }

    @Test
    void triesTheMappingItIsGiven() throws IOException {
        String table = "where,TIME_PERIOD,OBS_VALUE\nCHN,2023,2.6\n";
        String text = describe("t.csv", new TidyTable(), table.getBytes(UTF_8), Mappings.ready("nbs-rd-intensity"));
        assertThat(text).contains("mapping 'nbs-rd-intensity' needs");
    }

    @Test
    void proposesNothingWithoutAreas() throws IOException {
        assertThat(describe("t.csv", new TidyTable(), "colour,year,value\nred,2023,1\n"))
                .contains("are most codes those of areas");
    }

    @Test
    void staysWithinEightyColumns() throws IOException {
        String word = "a-code-that-is-much-longer-than-anybody-would-expect-";
        StringBuilder table = new StringBuilder("geo,time,value," + "long column name ".repeat(8) + "\n");
        for (int i = 0; i < 100; i++) {
            table.append("DE,")
                    .append(1900 + i)
                    .append(",1,")
                    .append(word.repeat(3))
                    .append(i)
                    .append('\n');
        }
        String text = describe("t.csv", new TidyTable(), table.toString());
        assertThat(text).contains("1900 to 1999, A");
        assertThat(text.lines().filter(line -> !line.startsWith("    ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void keepsOnlyTheFirstOfManyCodes() throws IOException {
        FormatReader endless = (name, in, rows) -> {
            rows.begin(new DataSet(
                    null,
                    List.of("geo", DataSet.TIME_PERIOD, DataSet.OBS_VALUE, "id"),
                    null,
                    DataSet.Action.INFORMATION));
            for (int i = 1; i <= 300_000; i++) {
                rows.row(new Line(i, List.of("CHN", "2023", "1", i + "x".repeat(1_000))));
            }
        };
        String text = Description.of(
                "t.csv",
                (proposed, rows) -> endless.read("t.csv", InputStream.nullInputStream(), rows),
                null,
                MOMENT,
                null);
        assertThat(text).contains("  rows       300,000\n").contains("With mapping t: 1 series, 300,000 observations.");
    }

    private record Line(long line, List<String> cells) implements Row {
        @Override
        public String get(int component) {
            return cells.get(component);
        }

        @Override
        public String text() {
            return String.join(",", cells);
        }
    }

    @Test
    void describesEachMemberOfAnArchive() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String[] member : new String[][] {
                {"figures.csv", "geo,year,value\nDE,2023,3.1\n"}, {"broken.csv", "geo,year,value\n\"DE"}
            }) {
                zip.putNextEntry(new ZipEntry(member[0]));
                zip.write(member[1].getBytes(UTF_8));
            }
        }
        assertThat(describe("all.zip", new TidyTable(), packed.toByteArray(), null))
                .contains("figures.csv\n")
                .contains("With mapping figures: 1 series, 1 observation.")
                .contains("broken.csv: ");
    }

    @Test
    void saysWhyAFileCannotBeDescribed() throws IOException {
        Describer describer =
                new Describer(content -> Formats.recognise(content.head(), null), ReadOptions.NONE, null, MOMENT);
        assertThatThrownBy(() -> describer.describe(
                        "page.csv", () -> new ByteArrayInputStream("<html><body>404</body></html>".getBytes(UTF_8))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("a web page");
        assertThat(describer.describe(
                        "facts.jsonl", () -> new ByteArrayInputStream("{\"indicator\":\"a\"}\n".getBytes(UTF_8))))
                .isEqualTo("facts.jsonl: these are messages of Sectorwatch, which need no mapping\n");
    }

    @Test
    void countsThePeriodsThatAreNotUnderstoodAndProposesWhatAllOfThemShow() throws IOException {
        String text = describe("figures.csv", new TidyTable(), """
                REF_AREA,TIME_PERIOD,OBS_VALUE
                IRL,202309,1.5
                IRL,202310,2.5
                IRL,202312,
                """);
        assertThat(text)
                .contains("rows       3, of which 1 without a figure and 3 with a period that is not")
                .contains("not read   '202309' does not say whether it is 2023-09 or 2023-W09")
                .contains("period: {frequency: M}   # the numbers beside the years go to 12")
                .contains("1 series, 2 observations, 1 row without a figure.");
    }

    @Test
    void countsThePeriodsThatAreNotUnderstoodWhereNoMappingCanBeProposed() throws IOException {
        assertThat(describe("figures.csv", new TidyTable(), """
                        group,TIME_PERIOD,OBS_VALUE
                        men,2023 Q1,1.5
                        men,soon,2.5
                        """))
                .contains("rows       2, of which 1 with a period that is not understood")
                .contains("not read   'soon' is no period")
                .contains("none can be proposed");
    }

    @Test
    void recognisesCountriesByTheirNames() throws IOException {
        assertThat(describe("figures.csv", new TidyTable(), """
                        Country,Kind,Year,Value
                        Türkiye,x,2021,1.5
                        "Korea, Rep.",x,2021,2.5
                        Georgia,x,2021,3.5
                        """))
                .contains("area: {from: Country, codes: names}")
                .contains("3 series, 3 observations.");
    }

    @Test
    void doesNotTakeStatesOfACountryForCountries() throws IOException {
        assertThat(describe("figures.csv", new TidyTable(), """
                        State,Year,Value
                        Florida,2021,1.5
                        Georgia,2021,2.5
                        Hawaii,2021,3.5
                        """)).contains("none can be proposed");
    }

    @Test
    void leavesTheAreaOfASeriesToAPerson() throws IOException {
        String text = describe("series.csv", new FredCsv(), """
                observation_date,INDPRO
                2021-01-01,99.5
                2021-02-01,.
                2021-03-01,98.5
                """);
        assertThat(text)
                .contains("rows       3, of which 1 without a figure")
                .contains("series_id: INDPRO")
                .contains("area: fill-in ")
                .contains("period: {frequency: M}   # all are first days of months")
                .contains("published: given")
                .contains("1 series, 2 observations, 1 row without a figure.");
    }

    @Test
    void takesTheDaysOfVintagesFromTheRows() throws IOException {
        assertThat(describe("series.csv", new FredCsv(), """
                        observation_date,INDPRO_20210615,INDPRO_20210715
                        2021-01-01,99.5,99.4
                        2021-04-01,99.7,99.7
                        2021-07-01,.,98.5
                        """))
                .contains("published: {from: realtime_start}")
                .contains("period: {frequency: Q}   # all are first days of quarters")
                .contains("1 series, 4 observations.");
    }

    private static String describe(String name, RowFormat format, String table) throws IOException {
        return describe(name, format, table.getBytes(UTF_8), null);
    }

    private static String describe(String name, RowFormat format, byte[] bytes, @Nullable Mapping mapping)
            throws IOException {
        return new Describer(content -> format, ReadOptions.NONE, mapping, MOMENT)
                .describe(name, () -> new ByteArrayInputStream(bytes));
    }
}
