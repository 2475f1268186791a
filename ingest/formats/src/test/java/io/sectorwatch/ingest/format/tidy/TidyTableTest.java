package io.sectorwatch.ingest.format.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    @Test
    void leavesOutATableOfNotesBehindABlankLineAndNoFigure() throws IOException {
        String table = "area,year,value,note\nFRA,2022,2.2,1\n\nid,note\n1,Estimated.\n";

        ReadRows atTheEnd = read(table);
        assertThat(atTheEnd.listed()).containsExactly("FRA|2022|1|2.2");
        assertThat(atTheEnd.rejections).isEmpty();

        ReadRows between = read(table + "CHN,2022,2.4,\n");
        assertThat(between.listed()).containsExactly("FRA|2022|1|2.2", "CHN|2022||2.4");
        assertThat(between.rejections).isEmpty();
        assertThat(read("area,year,value\nFRA,2022,2.2\nCHN,2022\n").rejections).hasSize(1);
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
    void leavesOutNoFigureBehindABlankLine() throws IOException {
        ReadRows read = read("place,year,value,note\nPER,2020,1.5,1\n\nCHL,2021,2\n");
        assertThat(read.rejections).singleElement().asString().contains("line has 3 cells and the header 4");
    }

    @Test
    void leavesOutFootnotesBehindABlankLineAndEmptyLines() throws IOException {
        ReadRows read = ReadRows.of(new TidyTable(), """
                place,year,value,note
                PER,2020,1.5,1
                CHL,2020
                ,,,
                CHL,2021,2,

                id,text
                1,"An estimate, by the office"
                Source: office
                """);
        assertThat(read.listed()).containsExactly("PER|2020|1|1.5", "CHL|2021||2");
        assertThat(read.rejections).singleElement().asString().contains("line has 2 cells and the header 4");
        assertThat(ReadRows.of(new TidyTable(), "place,year,value\nPER,2020,1.5\n,,\nUpdated: 2024\n").rejections)
                .isEmpty();
    }

    @Test
    void readsTheMarksThatTheColumnShows() throws IOException {
        assertThat(figures("2,25;-3,1;1")).containsExactly("2.25", "-3.1", "1");
        assertThat(figures("1 234,5;1\u00a0234;1\u202f234;−5;5-;+7"))
                .containsExactly("1234.5", "1234", "1234", "-5", "-5", "7");
        assertThat(figures("1'234.50;12’345")).containsExactly("1234.50", "12345");
        assertThat(figures("1.234.567,5;1.234;12,345")).containsExactly("1234567.5", "1234", "12.345");
        assertThat(figures("12,34,567.5;1,234;0.5")).containsExactly("1234567.5", "0.5", "1234");
        assertThat(figures("1,234;5.5")).containsExactly("5.5", "1234");
        assertThat(figures("2,25;1.234")).containsExactly("2.25", "1234");
        assertThat(figures("12,5;1.234.567;1.234")).containsExactly("12.5", "1234567", "1234");
        assertThat(figures("0,5;12,345")).containsExactly("0.5", "12.345");
        assertThat(figures("12.5 %;7%")).containsExactly("12.5", "7");
        assertThat(figures("1.5E-3;2E5;1,234E2;0,5")).containsExactly("1.5E-3", "2E5", "1.234E2", "0.5");
        assertThat(read("area,year,value\nA,1,1.234\nB,1,\"2,5\"\nC,1,\"1,234.5\"\n")
                        .listed())
                .containsExactly("B|1|2.5", "C|1|1234.5");
        assertThat(read("area,year,value\nA,1,1.234\nB,1,2\n").listed()).containsExactly("B|1|2", "A|1|1.234");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1,234,567;12,345;987 | 987  | '1,234,567', '12,345' | '1,234,567' in line 2 has the comma between its thousands
            1.234.567;1.234      |      | '1.234.567', '1.234'  | value: {thousands: point}
            1,234                |      | '1,234'               | '1,234' is 1234 if the comma separates thousands, and 1.234 if it stands before the fraction, and nothing else in the column tells
            1.234;5              | 5    | '1.234'               | value: {thousands: point} or value: {decimal: point}
            2.5;1.234.567;1.234  | 2.5  | '1.234.567', '1.234'  | '2.5' in line 2 has the point before its fraction
            1,234.5;1.234,5;1,234 | 1234.5, 1234.5 | '1,234'    | '1.234,5' in line 3 has the comma before its fraction
            """)
    void refusesMarksWithBothReadingsWhereTheColumnDoesNotShowThem(
            String figures, @Nullable String read, String refused, String words) throws IOException {
        ReadRows rows = read("area;year;value\n"
                + Arrays.stream(figures.split(";"))
                        .map(figure -> "A;1;" + figure + "\n")
                        .collect(Collectors.joining()));

        assertThat(String.join(", ", figures(rows))).isEqualTo(read == null ? "" : read);
        assertThat(rows.rejections.stream()
                        .map(rejection -> rejection.reason().replaceFirst("('[^']*').*", "$1"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(refused);
        assertThat(rows.rejections)
                .anySatisfy(rejection -> assertThat(rejection.reason()).contains(words));
    }

    @Test
    void leavesFiguresAsTheyAreWrittenWhereAMappingSaysTheirMarks() throws IOException {
        ReadOptions said = new ReadOptions(
                null, null, PeriodHeadings.UNKNOWN, null, new FigureMarks(FigureMarks.Mark.COMMA, null, false));
        assertThat(ReadRows.of(new TidyTable().reader(said), "area;year;value\nA;1;1234,5\n")
                        .listed())
                .containsExactly("A|1|1234,5");
    }

    @Test
    void refusesAFigureWithoutThePercentSignThatTheOthersHave() throws IOException {
        ReadRows read = read("area,year,value\nA,1,12.5%\nB,1,0.125\n");
        assertThat(read.listed()).containsExactly("A|1|12.5");
        assertThat(read.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("without a percent sign"));
    }

    @Test
    void namesTheCellOfASpreadsheetsError() throws IOException {
        ReadRows read = read("area,year,value\nA,1,#DIV/0!\nB,1,#N/A\n");
        assertThat(read.listed()).containsExactly("B|1|");
        assertThat(read.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("'#DIV/0!' in cell C2"));
    }

    @Test
    void readsWhatPrecedesATable() throws IOException {
        assertThat(read("sep=;\narea;year;value\nA;2020;1,5\n").listed()).containsExactly("A|2020|1.5");
        ReadRows read = read("Table 1, in per cent\nSource:;Office\n\narea;year;value\nA;2020;1,5\n");
        assertThat(read.listed()).containsExactly("A|2020|1.5");
        assertThat(read.lines).containsExactly(5L);
    }

    @Test
    void takesMarksOfMissingFiguresForMissingButNotNaN() throws IOException {
        ReadRows read =
                read("area,year,value\nA,1,\nB,1,..\nC,1,NA\nD,1,:\nE,1,NaN\nF,1,na\nG,1,…\nH,1,x\nI,1,c\nK,1,-\n");
        assertThat(read.listed())
                .containsExactly("A|1|", "B|1|", "C|1|", "D|1|", "E|1|NaN", "F|1|", "G|1|", "H|1|", "I|1|", "K|1|-");
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

    private static List<String> figures(String column) throws IOException {
        ReadRows read = read("area;year;value\n"
                + Arrays.stream(column.split(";"))
                        .map(figure -> "A;1;" + figure + "\n")
                        .collect(Collectors.joining()));
        assertThat(read.rejections).isEmpty();
        return figures(read);
    }

    private static List<String> figures(ReadRows read) {
        return read.rows.stream()
                .map(row -> String.valueOf(row.get("OBS_VALUE")))
                .toList();
    }

    private static ReadRows read(String text) throws IOException {
        return ReadRows.of(new TidyTable(), text);
    }
}
