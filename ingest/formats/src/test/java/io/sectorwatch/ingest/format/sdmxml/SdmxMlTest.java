package io.sectorwatch.ingest.format.sdmxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SdmxMlTest {
    private static Found read(String sample) throws IOException {
        return Found.in(new SdmxMl(), Found.sample(SdmxMlTest.class, "samples/" + sample));
    }

    @Test
    void givesAttributesOfDataSetSeriesAndObservation() throws IOException {
        Found found = read("structure-specific-3.0.xml");
        String first = "DATASOURCE=register, AREA=AAA, TITLE=R&D of a country, VAR=GERD, UNIT=PC, ";
        String second = "DATASOURCE=survey, AREA=BBB, VAR=GERD, ";
        assertThat(found.rows)
                .containsExactly(
                        first + "TIME_PERIOD=2020, OBS_VALUE=1.25",
                        first + "TIME_PERIOD=2021, OBS_VALUE=1.3E0, OBS_STATUS=E",
                        first + "TIME_PERIOD=2022, OBS_STATUS=M",
                        first + "TIME_PERIOD=2023, OBS_STATUS=O",
                        first + "TIME_PERIOD=2999, OBS_VALUE=1e400",
                        second + "UNIT=PC_GDP, TIME_PERIOD=2020, OBS_VALUE=-0.5, OBS_STATUS=B, NOTE=<b> & c,"
                                + " OBS_STATUS_2=E",
                        second + "UNIT=PC, TIME_PERIOD=2021, OBS_VALUE=2, NOTE=<b> & c, CONTACT=one;two");
        assertThat(found.lines).containsExactly(14L, 15L, 16L, 17L, 18L, 21L, 24L);
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void tellsOfAnAnswerThatIsTooLargeHoweverItIsCalled() throws IOException {
        String footer = "<m:DataSet/><m:Footer><m:Message code='%s' severity='Information'>It will be written to a file"
                + "</m:Message></m:Footer>";
        assertThat(Found.in(new SdmxMl(), Xml.message(footer.formatted("413"))).reasons())
                .containsExactly("the publisher says: It will be written to a file (Information, code 413)");
        assertThat(Found.in(new SdmxMl(), Xml.message(footer.formatted("0"))).reasons())
                .isEmpty();
    }

    @Test
    void beginsTheDataSetAgainWithWhatItLearns() throws IOException {
        Found found = read("structure-specific-3.0.xml");
        assertThat(found.begun).hasSize(4).allSatisfy(set -> {
            assertThat(set.id()).isEqualTo("OFFICE:DSD_RD(1.1)");
            assertThat(set.action()).isEqualTo(DataSet.Action.INFORMATION);
            assertThat(set.published()).isEqualTo("2024-03-13T10:05:14Z");
        });
        for (int i = 1; i < found.begun.size(); i++) {
            assertThat(found.begun.get(i).components())
                    .startsWith(found.begun.get(i - 1).components().toArray(new String[0]));
        }
    }

    @Test
    void readsFlatAndCrossSectionalDataSetsOfOneMessage() throws IOException {
        Found found = read("structure-specific-2.1.xml");
        assertThat(found.rows)
                .containsExactly(
                        "FREQ=M, CURRENCY=CHF, TIME_PERIOD=2010-08, OBS_VALUE=1.3413",
                        "FREQ=M, CURRENCY=GBP, TIME_PERIOD=2010-08, OBS_VALUE=0.82363, OBS_STATUS=A",
                        "FREQ=M, TIME_PERIOD=2010-09, CURRENCY=CHF, OBS_VALUE=1",
                        "FREQ=M, TIME_PERIOD=2010-09, CURRENCY=JÜY, OBS_VALUE=2");
        assertThat(found.begun)
                .extracting(DataSet::id, DataSet::action, DataSet::published)
                .containsExactly(
                        of("BANK:RATES(1.0)", DataSet.Action.APPEND),
                        of("BANK:RATES(1.0)", DataSet.Action.APPEND),
                        of("BANK:CROSS(2.0)", DataSet.Action.DELETE));
    }

    @Test
    void saysThatThePublisherCutTheAnswer() throws IOException {
        assertThat(read("structure-specific-2.1.xml").reasons())
                .containsExactly("the publisher says: The answer was cut. (Warning, code 413)");
    }

    @Test
    void readsGenericObservationsWithoutSeries() throws IOException {
        Found found = read("generic-2.1.xml");
        assertThat(found.rows)
                .containsExactly(
                        "SOURCE=register, AREA=840, UNIT_MULT=3, TIME_PERIOD=1989, OBS_VALUE=0, STATUS=A",
                        "SOURCE=TRN, AREA=843, TIME_PERIOD=1989");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("BANK:TARIFF(1.1)");
        assertThat(found.begun.get(0).published()).isEqualTo("2024-11-05T00:00:00Z");
        assertThat(found.reasons()).containsExactly("AREA is given twice, as 841 and as 842");
        assertThat(found.rejections.get(0).row()).contains("TIME_PERIOD=1989, OBS_VALUE=5");
    }

    @Test
    void readsGenericTimeSeries() throws IOException {
        Found found = read("generic-time-series-2.1.xml");
        assertThat(found.rows)
                .containsExactly(
                        "FREQ=M, CURRENCY=CHF, DECIMALS=4, TIME_PERIOD=2010-08, OBS_VALUE=1.3413, OBS_STATUS=A",
                        "FREQ=M, CURRENCY=CHF, DECIMALS=4, TIME_PERIOD=2010-09",
                        "FREQ=M, CURRENCY=GBP, TIME_PERIOD=2010-08, OBS_VALUE=0.82363");
        assertThat(found.begun).extracting(DataSet::id, DataSet::published).containsOnly(tuple(null, null));
        assertThat(found.reasons())
                .containsExactly(
                        "the header's Prepared is no time ('yesterday'): the message does not say when it was published");
    }

    @Test
    void saysOfADataSetWithoutRowsThatItWasThere() throws IOException {
        Found found = Found.in(new SdmxMl(), Xml.message("<m:DataSet setID='EMPTY' action='Replace'/>"));
        assertThat(found.begun)
                .containsExactly(new DataSet(
                        "EMPTY", List.of(DataSet.TIME_PERIOD, DataSet.OBS_VALUE), null, DataSet.Action.REPLACE, true));
        assertThat(found.rows).isEmpty();
    }

    private static Tuple of(String id, DataSet.Action action) {
        return tuple(id, action, Instant.parse("2010-01-04T15:21:49.5Z"));
    }
}
