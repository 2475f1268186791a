package io.sectorwatch.ingest.format.sdmxcsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.DataSet.Action;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxCsvTest {
    private static final String HEADER = "STRUCTURE,STRUCTURE_ID,ACTION,AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";

    @Test
    void readsTheFirstVersionWithTheTimeOfEurostatsClock() throws IOException {
        ReadRows read = read("""
                DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
                OFFICE:RD(1.0),15/07/24 11:00:00,A,DE,2022,3.1,p
                OFFICE:RD(1.0),15/07/24 11:00:00,A,EL,2022,,c
                OFFICE:RD(1.0),15/01/25 23:00:00,A,DE,2023,3.2,
                """);
        List<String> components = List.of("freq", "geo", "TIME_PERIOD", "OBS_FLAG", "OBS_VALUE");
        assertThat(read.dataSets)
                .containsExactly(
                        new DataSet(
                                "OFFICE:RD(1.0)",
                                components,
                                Instant.parse("2024-07-15T09:00:00Z"),
                                Action.INFORMATION),
                        new DataSet(
                                "OFFICE:RD(1.0)",
                                components,
                                Instant.parse("2025-01-15T22:00:00Z"),
                                Action.INFORMATION));
        assertThat(read.listed()).containsExactly("A|DE|2022|p|3.1", "A|EL|2022|c|", "A|DE|2023||3.2");
        assertThat(read.lines).containsExactly(2L, 3L, 4L);
        assertThat(read.texts.get(0)).isEqualTo("OFFICE:RD(1.0),15/07/24 11:00:00,A,DE,2022,3.1,p");
    }

    @Test
    void readsTheSecondVersionAndBeginsADataSetForEveryStructureAndAction() throws IOException {
        ReadRows read = read(HEADER + """
                dataflow,OFFICE:RD(2.0),I,FRA,2022,2.2,A
                dataflow,OFFICE:RD(2.0),M,FRA,2023,2.1,P
                dataflow,OFFICE:RD(2.0),A,FRA,2021,2.0,P
                datastructure,OFFICE:OTHER(1.0),R,FRA,2020,1.9,A
                datastructure,OFFICE:OTHER(1.0),D,FRA,2019,-,
                """);
        assertThat(read.dataSets)
                .extracting(DataSet::id, DataSet::action)
                .containsExactly(
                        tuple("OFFICE:RD(2.0)", Action.INFORMATION),
                        tuple("OFFICE:RD(2.0)", Action.APPEND),
                        tuple("OFFICE:OTHER(1.0)", Action.REPLACE),
                        tuple("OFFICE:OTHER(1.0)", Action.DELETE));
        assertThat(read.listed())
                .containsExactly("FRA|2022|A|2.2", "FRA|2023|P|2.1", "FRA|2021|P|2.0", "FRA|2020|A|1.9", "FRA|2019||");
    }

    @Test
    void takesTheIdWhereNamesStandBesideIt() throws IOException {
        ReadRows read = read("""
                STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;OBS_KEY;AREA: Land;TIME_PERIOD: Zeit;OBS_VALUE: Wert;NOTE: Hinweis;KIND[]: Art
                dataflow;OFFICE:RD(2.0): Forschung: alles;I;FRA;FRA.2022;FRA: Frankreich;2022: 2022;2,25;A note: with a colon;X: Ix|Y: Ypsilon
                """);
        assertThat(read.dataSets).extracting(DataSet::id).containsExactly("OFFICE:RD(2.0)");
        assertThat(read.dataSets.get(0).components())
                .containsExactly("AREA", "TIME_PERIOD", "NOTE", "KIND", "OBS_VALUE");
        assertThat(read.listed()).containsExactly("FRA|2022|A note: with a colon|X;Y|2.25");
    }

    @Test
    void keepsColumnsOfNamesBesideThoseOfIds() throws IOException {
        ReadRows read = read("""
                STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,AREA,Area,TIME_PERIOD,Time,OBS_VALUE,Value
                dataflow,OFFICE:RD(2.0),Research,I,FRA,France,2022,,2.2,
                """);
        assertThat(read.dataSets.get(0).components())
                .containsExactly("AREA", "Area", "TIME_PERIOD", "Time", "Value", "OBS_VALUE");
        assertThat(read.listed()).containsExactly("FRA|France|2022|||2.2");
    }

    @Test
    void putsSeveralValuesAndLanguagesIntoOneText() throws IOException {
        ReadRows read = read("""
                STRUCTURE[;],STRUCTURE_ID,AREA,TIME_PERIOD,OBS_VALUE,S[],T[fr;en],U[de;fr],V[en;fr],W[].X[]
                dataflow,OFFICE:RD(2.0),FRA,2022,2.2,A;"B;C";D,fr:un;en:one,de:eins;fr:un,\"""en:one;fr:un"";""fr:deux\""",\"""a;b"";""c\"""
                """);
        assertThat(read.dataSets.get(0).components())
                .containsExactly("AREA", "TIME_PERIOD", "S", "T", "U", "V", "W.X", "OBS_VALUE");
        assertThat(read.listed()).containsExactly("FRA|2022|A;B;C;D|one|eins|one;deux|\"a;b\";\"c\"|2.2");
    }

    @Test
    void readsSeveralMeasuresAsRowsOfTheirOwn() throws IOException {
        ReadRows read = read("""
                STRUCTURE,STRUCTURE_ID,AREA,TIME_PERIOD,OBS_VALUE1,OBS_VALUE2
                dataflow,OFFICE:RD(2.0),FRA,2022,2.2,7
                dataflow,OFFICE:RD(2.0),FRA,2023,,8
                dataflow,OFFICE:RD(2.0),FRA,2024,,
                """);
        assertThat(read.listed())
                .containsExactly(
                        "FRA|2022|OBS_VALUE1|2.2",
                        "FRA|2022|OBS_VALUE2|7",
                        "FRA|2023|OBS_VALUE2|8",
                        "FRA|2024|OBS_VALUE1|",
                        "FRA|2024|OBS_VALUE2|");
    }

    @Test
    void takesColumnsAsNamedWhereTheyHaveOtherNames() throws IOException {
        ReadOptions options = new ReadOptions(null, new ObservationColumns("YEAR", List.of("GERD", "BERD")));
        ReadRows read = ReadRows.of(new SdmxCsv().reader(options), """
                DATAFLOW,AREA,YEAR,GERD,BERD
                OFFICE:RD(1.0),FRA,2022,2.2,1.4
                """);
        assertThat(read.listed()).containsExactly("FRA|2022|GERD|2.2", "FRA|2022|BERD|1.4");
    }

    @Test
    void knowsWhatIsMissingAndWhatDoesNotApply() throws IOException {
        ReadRows read = read(HEADER + """
                dataflow,OFFICE:RD(2.0),I,FRA,2022,NaN,M
                dataflow,OFFICE:RD(2.0),I,~,2023,#N/A,#N/A
                """);
        assertThat(read.listed()).containsExactly("FRA|2022|M|", "|2023||");
    }

    @Test
    void readsADeletionOfAllPeriodsAsOneWithoutPeriod() throws IOException {
        ReadRows read = read("""
                STRUCTURE,STRUCTURE_ID,ACTION,AREA,TIME_PERIOD
                dataflow,OFFICE:RD(2.0),D,FRA,
                dataflow,OFFICE:RD(2.0),D,,2022
                dataflow,OFFICE:RD(2.0),I,DEU,2022
                """);
        assertThat(read.listed()).containsExactly("FRA||", "|2022|");
        assertThat(read.rejections).extracting(Rejection::line).containsExactly(4L);
        assertThat(read.rejections.get(0).reason()).contains("no figure");
    }

    @Test
    void rejectsWhatTakesBackAttributesAlone() throws IOException {
        ReadRows read = read(HEADER + """
                dataflow,OFFICE:RD(2.0),I,FRA,,,A
                dataflow,OFFICE:RD(2.0),D,FRA,2022,,-
                dataflow,OFFICE:RD(2.0),I,FRA,2022,2.2,A
                """);
        assertThat(read.listed()).containsExactly("FRA|2022|A|2.2");
        assertThat(read.rejections).extracting(Rejection::line).containsExactly(3L);
        assertThat(read.rejections)
                .extracting(Rejection::reason)
                .allSatisfy(reason -> assertThat(reason).contains("attributes alone, and no observation"));
    }

    @Test
    void rejectsAnUnknownActionAndGoesOn() throws IOException {
        ReadRows read = read(HEADER + """
                dataflow,OFFICE:RD(2.0),X,FRA,2021,2.0,A
                dataflow,OFFICE:RD(2.0),,FRA,2022,2.2,A
                """);
        assertThat(read.listed()).containsExactly("FRA|2022|A|2.2");
        assertThat(read.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("'X' is no action"));
    }

    @Test
    void readsOnAfterBlankLinesBeforeTheHeader() throws IOException {
        assertThat(read("\n \nDATAFLOW|geo|TIME_PERIOD|OBS_VALUE\n  \nOFFICE:RD(1.0)|DE|2022|3.1\n")
                        .listed())
                .containsExactly("DE|2022|3.1");
    }

    @Test
    void rejectsAMomentThatIsNone() throws IOException {
        ReadRows read = read("""
                DATAFLOW,LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE
                OFFICE:RD(1.0),yesterday,DE,2022,3.1
                """);
        assertThat(read.rows).isEmpty();
        assertThat(read.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("LAST UPDATE 'yesterday'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            AREA,TIME_PERIOD,OBS_VALUE ! begins with the column STRUCTURE or DATAFLOW
            STRUCTURE,AREA,TIME_PERIOD,OBS_VALUE ! STRUCTURE_ID
            DATAFLOW,AREA,YEAR,OBS_VALUE ! no column TIME_PERIOD; the columns are: DATAFLOW, AREA, YEAR, OBS_VALUE. A mapping can name
            DATAFLOW,AREA,TIME_PERIOD,GERD ! no column OBS_VALUE; the columns are
            """)
    void saysWhichColumnsThereAreWhereOneIsMissing(String header, String words) {
        assertThatThrownBy(() -> read(header + "\na,b,c,d\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void namesTheDataSetOfAFileWithoutRows() throws IOException {
        assertThat(read(HEADER).dataSets)
                .singleElement()
                .satisfies(dataSet -> assertThat(dataSet.components()).contains("AREA", "TIME_PERIOD", "OBS_VALUE"));
    }

    @Test
    void readsHeadingsAndCellsWithNamesHoweverTheNamesAreJoined() throws IOException {
        Found found = Found.in(new SdmxCsv(), """
                STRUCTURE,STRUCTURE_ID,ACTION,FREQ:Frequency,AREA:Reference area,TIME_PERIOD:Time period or range,OBS_VALUE:Value,UNIT_MULT:Unit Multiplier,OBS_STATUS:Observation Status
                dataflow,BANK:RATES(1.0): Interest rates,I,M: Monthly,US: United States,2025-01,4.375,0: Units,A: Normal value
                dataflow,BANK:RATES(1.0): Interest rates,I,M: Monthly,XM: Euro area,2025-01,NaN,0: Units,M: Missing value
                """);
        assertThat(found.rows)
                .containsExactly(
                        "FREQ=M, AREA=US, TIME_PERIOD=2025-01, UNIT_MULT=0, OBS_STATUS=A, OBS_VALUE=4.375",
                        "FREQ=M, AREA=XM, TIME_PERIOD=2025-01, UNIT_MULT=0, OBS_STATUS=M");
        assertThat(found.begun).extracting(DataSet::id).containsOnly("BANK:RATES(1.0)");
    }

    @Test
    void countsARowOfAttributesAndAttachesThemToTheRowsBehindItWithItsDimensions() throws IOException {
        Found found = Found.in(new SdmxCsv(), """
                STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,TITLE
                dataflow,BANK:DEBT(1.0),I,A,FR,,,6: Millions,Debt of France
                dataflow,BANK:DEBT(1.0),I,~,DE,~,,3,
                dataflow,BANK:DEBT(1.0),I,A,FR,2023,1.5,,
                dataflow,BANK:DEBT(1.0),I,A,FR,2024,2.5,0,
                dataflow,BANK:DEBT(1.0),I,Q,FR,2024-Q1,3.5,,
                dataflow,BANK:DEBT(1.0),I,Q,DE,2024-Q1,4.5,,
                """);
        assertThat(found.rows)
                .containsExactly(
                        "FREQ=A, AREA=FR, TIME_PERIOD=2023, UNIT_MULT=6: Millions, TITLE=Debt of France, OBS_VALUE=1.5",
                        "FREQ=A, AREA=FR, TIME_PERIOD=2024, UNIT_MULT=0, TITLE=Debt of France, OBS_VALUE=2.5",
                        "FREQ=Q, AREA=FR, TIME_PERIOD=2024-Q1, OBS_VALUE=3.5",
                        "FREQ=Q, AREA=DE, TIME_PERIOD=2024-Q1, UNIT_MULT=3, OBS_VALUE=4.5");
        assertThat(found.aside).isEqualTo(2);
        assertThat(found.rejections).isEmpty();
    }

    private static ReadRows read(String text) throws IOException {
        return ReadRows.of(new SdmxCsv(), text);
    }
}
