package io.sectorwatch.ingest.format.worldbankcsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorldBankCsvTest {
    private static final String TABLE = """
            "Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",
            "Congo, Rep.","COG","Share, in %","X.Y.ZS","1.50","",
            "World","WLD","Share, in %","X.Y.ZS","..","2.40666007995605",
            """;
    private static final String PREAMBLE = """
            "Data Source","Indicators of Something",

            "Last Updated Date","2024-05-30",

            """;

    @Test
    void readsThePreambleAndARowForEveryYear() throws IOException {
        ReadRows read = read("\ufeff" + (PREAMBLE + TABLE).replace("\n", "\r\n"));
        assertThat(read.dataSets).hasSize(1);
        assertThat(read.dataSets.get(0).id()).isEqualTo("Indicators of Something");
        assertThat(read.dataSets.get(0).published()).isEqualTo(Instant.parse("2024-05-30T00:00:00Z"));
        assertThat(read.dataSets.get(0).components())
                .containsExactly(
                        "Country Name",
                        "Country Code",
                        "Indicator Name",
                        "Indicator Code",
                        DataSet.TIME_PERIOD,
                        DataSet.OBS_VALUE);
        assertThat(read.listed())
                .containsExactly(
                        "Congo, Rep.|COG|Share, in %|X.Y.ZS|2021|1.50",
                        "Congo, Rep.|COG|Share, in %|X.Y.ZS|2022|",
                        "World|WLD|Share, in %|X.Y.ZS|2021|",
                        "World|WLD|Share, in %|X.Y.ZS|2022|2.40666007995605");
        assertThat(read.lines).containsExactly(6L, 6L, 7L, 7L);
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void readsACopyWithoutPreamble() throws IOException {
        ReadRows read = read(TABLE);
        assertThat(read.dataSets.get(0).id()).isNull();
        assertThat(read.dataSets.get(0).published()).isNull();
        assertThat(read.rows).hasSize(4);
    }

    @Test
    void readsQuartersMonthsAndTheDatabanksHeadings() throws IOException {
        ReadRows read = read("""
                Country Name,Country Code,Series Code,2020 [YR2020],2021Q1,2021M12
                World,WLD,S,1,2,3
                """);
        assertThat(read.listed())
                .containsExactly("World|WLD|S|S|2020|1", "World|WLD|S|S|2021Q1|2", "World|WLD|S|S|2021M12|3");
    }

    @Test
    void readsSourceAndDateBelowATableOfTheDatabank() throws IOException {
        ReadRows read = read("""
                Country Name,Country Code,Series Name,Series Code,2020 [YR2020],2021 [YR2021]
                Peru,PER,"Patents, all",P.A,1.5,..
                ,,,,,
                ,,,,,
                Data from database: World Development Indicators,,,,,
                Last Updated: 03/28/2024,,,,,
                """);
        assertThat(read.listed())
                .containsExactly(
                        "Peru|PER|Patents, all|Patents, all|P.A|P.A|2020|1.5",
                        "Peru|PER|Patents, all|Patents, all|P.A|P.A|2021|");
        assertThat(read.rejections).isEmpty();
        assertThat(read.lines).containsOnly(2L);
        assertThat(read.dataSets).singleElement().satisfies(dataSet -> {
            assertThat(dataSet.id()).isEqualTo("World Development Indicators");
            assertThat(dataSet.published()).isEqualTo(Instant.parse("2024-03-28T00:00:00Z"));
            assertThat(dataSet.components()).contains("Indicator Code", "Series Code");
        });
    }

    @Test
    void rejectsADateThatIsNone() throws IOException {
        ReadRows read = read((PREAMBLE + TABLE).replace("2024-05-30", "lately"));
        assertThat(read.dataSets.get(0).published()).isNull();
        assertThat(read.rows).hasSize(4);
        assertThat(read.rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.reason()).contains("'lately' is no date");
        });
    }

    @Test
    void readsWhatTheDataBankGivesWithSeriesOrCountriesAsHeadings() throws IOException {
        String end = ",,,,\nData from database: World Development Indicators,,,,\nLast Updated: 07/01/2025,,,,\n";
        ReadRows series = read("Country Name,Country Code,Time,Time Code,\"GDP, total [NY.GDP]\"\n"
                + "France,FRA,2019,YR2019,1.5\nChad,TCD,2019,YR2019,..\n" + end);
        assertThat(series.rejections).isEmpty();
        assertThat(series.dataSets.get(0).components())
                .containsExactly(
                        "Country Name",
                        "Country Code",
                        "TIME_PERIOD",
                        "Time Code",
                        "Series Code",
                        "Indicator Code",
                        "OBS_VALUE");
        assertThat(series.listed())
                .containsExactly("France|FRA|2019|YR2019|NY.GDP|NY.GDP|1.5", "Chad|TCD|2019|YR2019|NY.GDP|NY.GDP|");
        assertThat(series.dataSets.get(0).published()).isEqualTo("2025-07-01T00:00:00Z");

        ReadRows countries =
                read("Time,Time Code,Series Name,Series Code,France [FRA]\n2019,YR2019,GDP,NY.GDP,1.5\n" + end);
        assertThat(countries.rejections).isEmpty();
        assertThat(countries.listed()).containsExactly("2019|YR2019|GDP|NY.GDP|FRA|NY.GDP|1.5");
    }

    @Test
    void refusesWhatHasNoHeaderOrNoYear() {
        assertThatThrownBy(() -> read(PREAMBLE))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no header with 'Country Code'");
        assertThatThrownBy(() -> read("Country Name,Country Code\nWorld,WLD\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no column is a year");
        assertThatThrownBy(() -> read("Country Name,Country Code,2020,2020 [YR2020]\nWorld,WLD,1,2\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("period 2020 has more than one column");
    }

    private static ReadRows read(String text) throws IOException {
        return ReadRows.of(new WorldBankCsv(), text);
    }
}
