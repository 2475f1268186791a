package io.sectorwatch.ingest.format.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyTableTest {
    @ParameterizedTest
    @CsvSource({"period,value", "TIME,VALUE", "Year,Value", "date,obs_value", "REF_DATE,VALUE", "TIME_PERIOD,OBS_VALUE"
    })
    void recognisesPeriodAndFigureByTheirNames(String period, String value) throws IOException {
        ReadRows read = read("area," + period + ",unit," + value + "\nFRA,2022,percent,2.2\n");
        assertThat(read.dataSets.get(0).components()).containsExactly("area", "TIME_PERIOD", "unit", "OBS_VALUE");
        assertThat(read.listed()).containsExactly("FRA|2022|percent|2.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSeparator(String separator) throws IOException {
        ReadRows read = read("\"the area; or, well, country\",year,value\n\"A,B;C\",2022,2\n"
                .replace(",year", separator + "year")
                .replace(",value", separator + "value")
                .replace(",2", separator + "2"));
        assertThat(read.listed()).containsExactly("A,B;C|2022|2");
    }

    @Test
    void readsDecimalCommasBetweenSemicolonsOnly() throws IOException {
        assertThat(read("area;year;value\nFRA;2022;2,25\nDEU;2022;-3,1\nITA;2022;1\n")
                        .listed())
                .containsExactly("FRA|2022|2.25", "DEU|2022|-3.1", "ITA|2022|1");
        assertThat(read("area,year,value\nFRA,2022,\"2,250\"\n").listed()).containsExactly("FRA|2022|2,250");
        assertThat(read("area;year;value\nFRA;2022;1.234,5\n").listed()).containsExactly("FRA|2022|1.234,5");
    }

    @Test
    void rejectsAFigureWithAnotherDecimalMarkThanTheOnesBefore() throws IOException {
        ReadRows read = read("area;year;value\nFRA;2022;2,25\nDEU;2022;1.234\nITA;2022;1,5\n");
        assertThat(read.listed()).containsExactly("FRA|2022|2.25", "ITA|2022|1.5");
        assertThat(read.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("'1.234' has another decimal mark"));
    }

    @Test
    void takesMarksOfMissingFiguresForMissingButNotNaN() throws IOException {
        ReadRows read = read("area,year,value\nA,1,\nB,1,..\nC,1,NA\nD,1,:\nE,1,NaN\n");
        assertThat(read.listed()).containsExactly("A|1|", "B|1|", "C|1|", "D|1|", "E|1|NaN");
    }

    @Test
    void readsColumnsAsAMappingNamesThem() throws IOException {
        ReadOptions options = new ReadOptions(null, new ObservationColumns("when", List.of("low", "high")));
        ReadRows read = ReadRows.of(new TidyTable().reader(options), "area,when,low,high\nFRA,2022,1,2\n");
        assertThat(read.listed()).containsExactly("FRA|2022|low|1", "FRA|2022|high|2");
        assertThat(read.dataSets.get(0).components()).containsExactly("area", "TIME_PERIOD", "MEASURE", "OBS_VALUE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            area,when,value      | which column holds the period cannot be told
            area,year,month,value | several columns may hold the period (year, month)
            area,year,amount     | which column holds the figure cannot be told
            area,year,value,val  | several columns may hold the figure (value, val)
            """)
    void prefersAskingToGuessing(String header, String words) {
        assertThatThrownBy(() -> read(header + "\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("the columns are: " + header.replace(",", ", "))
                .hasMessageContaining("A mapping can name those with period and figure");
    }

    @Test
    void namesColumnsThatAMappingLooksForInVain() {
        ReadOptions options = new ReadOptions(null, new ObservationColumns("when", List.of("value")));
        assertThatThrownBy(() -> ReadRows.of(new TidyTable().reader(options), "area,year,value\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no column 'when'; the columns are: area, year, value");
    }

    @Test
    void rejectsLinesOfOtherLengthsAndGoesOn() throws IOException {
        ReadRows read = read("area,year,value\nA,2020\nB,2020,1,2\nC,2020,1,\n\nD,2020,1\n");
        assertThat(read.listed()).containsExactly("C|2020|1", "D|2020|1");
        assertThat(read.lines).containsExactly(4L, 6L);
        assertThat(read.rejections)
                .containsExactly(
                        new Rejection("sample", 2, "the line has 2 cells and the header 3", "A,2020"),
                        new Rejection("sample", 3, "the line has 4 cells and the header 3", "B,2020,1,2"));
    }

    @Test
    void readsCellsOfSeveralLinesAndStrayQuotationMarks() throws IOException {
        ReadRows read = read(
                "area,note,year,value\nA,\"two\nlines, \"\"quoted\"\"\",2020,1\nB,\"x\" y,2020,2\nC,5\" pipe,2020,3\n");
        assertThat(read.rows)
                .extracting(row -> row.get("note"))
                .containsExactly("two\nlines, \"quoted\"", "x y", "5\" pipe");
        assertThat(read.lines).containsExactly(2L, 4L, 5L);
    }

    @Test
    void givesEveryColumnANameOfItsOwn() throws IOException {
        ReadRows read = read(",area,area,year,value\n0,A,B,2020,1\n");
        assertThat(read.dataSets.get(0).components())
                .containsExactly("column 1", "area", "area (2)", "TIME_PERIOD", "OBS_VALUE");
    }

    private static ReadRows read(String text) throws IOException {
        return ReadRows.of(new TidyTable(), text);
    }
}
