package io.sectorwatch.ingest.format.sdmxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.MisreadException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes of groups in SDMX-ML. */
class GroupsTest {
    private static final String MILLIONS = "<Group AREA='A' UNIT_MULT='6' OBS_STATUS='P'/>";

    private static Found read(String dataSet) throws IOException {
        return Found.in(new SdmxMl(), Xml.message("<m:DataSet>" + dataSet + "</m:DataSet>"));
    }

    private static String series(String key, String... observations) {
        return "<Series " + key + ">" + String.join("", observations) + "</Series>";
    }

    private static String obs(String period, String more) {
        return "<Obs TIME_PERIOD='" + period + "' OBS_VALUE='8.5' " + more + "/>";
    }

    @Test
    void areAboutEverySeriesWithTheirDimensions() throws IOException {
        Found found = read(MILLIONS
                + series("FREQ='A' AREA='B'", obs("2020", ""))
                + series("FREQ='A' AREA='A'", obs("2020", ""), obs("2021", "OBS_STATUS='A'"))
                + series("FREQ='Q' AREA='A'", obs("2020-Q1", "")));
        assertThat(found.rows)
                .containsExactly(
                        "AREA=B, FREQ=A, TIME_PERIOD=2020, OBS_VALUE=8.5",
                        "AREA=A, UNIT_MULT=6, OBS_STATUS=P, FREQ=A, TIME_PERIOD=2020, OBS_VALUE=8.5",
                        "AREA=A, UNIT_MULT=6, OBS_STATUS=A, FREQ=A, TIME_PERIOD=2021, OBS_VALUE=8.5",
                        "AREA=A, UNIT_MULT=6, OBS_STATUS=P, FREQ=Q, TIME_PERIOD=2020-Q1, OBS_VALUE=8.5");
        assertThat(found.begun.get(0).components()).contains("UNIT_MULT");
    }

    @Test
    void giveWayToWhatASeriesSaysAndComeBeforeTheDataSet() throws IOException {
        Found found = Found.in(
                new SdmxMl(),
                Xml.message("<m:DataSet UNIT_MULT='0' NOTE='all'>" + MILLIONS
                        + series("AREA='A' UNIT_MULT='3'", obs("2020", ""))
                        + series("AREA='A' SEX='T'", obs("2020", ""))
                        + series("AREA='C'", obs("2020", "")) + "</m:DataSet>"));
        assertThat(found.rows)
                .containsExactly(
                        "UNIT_MULT=3, NOTE=all, AREA=A, OBS_STATUS=P, TIME_PERIOD=2020, OBS_VALUE=8.5",
                        "UNIT_MULT=6, NOTE=all, AREA=A, OBS_STATUS=P, TIME_PERIOD=2020, OBS_VALUE=8.5, SEX=T",
                        "UNIT_MULT=0, NOTE=all, AREA=C, TIME_PERIOD=2020, OBS_VALUE=8.5");
    }

    @Test
    void maySeveralBeAboutOneSeries() throws IOException {
        Found found = read("<Group AREA='A' VAR='X' UNIT='EUR'/><Group AREA='A' VAR='Y' UNIT='USD'/>"
                + "<Group VAR='X' UNIT_MULT='3'/>"
                + series("AREA='A' VAR='X'", obs("2020", ""))
                + series("AREA='A' VAR='Y'", obs("2020", ""))
                + series("AREA='B' VAR='X'", obs("2020", "")));
        assertThat(found.rows)
                .containsExactly(
                        "AREA=A, VAR=X, UNIT=EUR, UNIT_MULT=3, TIME_PERIOD=2020, OBS_VALUE=8.5",
                        "AREA=A, VAR=Y, UNIT=USD, TIME_PERIOD=2020, OBS_VALUE=8.5",
                        "AREA=B, VAR=X, UNIT_MULT=3, TIME_PERIOD=2020, OBS_VALUE=8.5");
    }

    @Test
    void thatContradictEachOtherMakeNoFigure() throws IOException {
        Found found = read("<Group AREA='A' UNIT_MULT='6'/><Group VAR='X' UNIT_MULT='3'/>"
                + series("AREA='A' VAR='X'", obs("2020", ""))
                + series("AREA='B' VAR='X'", obs("2020", "")));
        assertThat(found.rows).containsExactly("AREA=B, UNIT_MULT=3, VAR=X, TIME_PERIOD=2020, OBS_VALUE=8.5");
        assertThat(found.reasons()).containsExactly("UNIT_MULT is given by two groups, as 6 and as 3");
    }

    @Test
    void areAboutObservationsWithoutSeriesToo() throws IOException {
        Found found = read(MILLIONS
                + "<Obs AREA='A' FREQ='A' TIME_PERIOD='2020' OBS_VALUE='1' OBS_STATUS='E'/>"
                + "<Obs AREA='B' FREQ='A' TIME_PERIOD='2020' OBS_VALUE='2'/>"
                + "<Obs AREA='A' FREQ='A' TIME_PERIOD='2021' OBS_VALUE='3'/>");
        assertThat(found.rows)
                .containsExactly(
                        "AREA=A, UNIT_MULT=6, OBS_STATUS=E, FREQ=A, TIME_PERIOD=2020, OBS_VALUE=1",
                        "AREA=B, FREQ=A, TIME_PERIOD=2020, OBS_VALUE=2",
                        "AREA=A, UNIT_MULT=6, OBS_STATUS=P, FREQ=A, TIME_PERIOD=2021, OBS_VALUE=3");
    }

    @Test
    void findTheirDimensionInAnObservationOfACrossSection() throws IOException {
        String header = "<m:Header><m:Structure structureID='S' dimensionAtObservation='AREA'/></m:Header>";
        Found found = Found.in(
                new SdmxMl(),
                Xml.message(header + "<m:DataSet structureRef='S'>" + MILLIONS
                        + "<Series TIME_PERIOD='2020'><Obs AREA='B' OBS_VALUE='1'/><Obs AREA='A' OBS_VALUE='2'/></Series>"
                        + "</m:DataSet>"));
        assertThat(found.rows)
                .containsExactly(
                        "AREA=B, TIME_PERIOD=2020, OBS_VALUE=1",
                        "AREA=A, UNIT_MULT=6, OBS_STATUS=P, TIME_PERIOD=2020, OBS_VALUE=2");
    }

    @Test
    void ofGenericDataSayWhichAreTheirDimensions() throws IOException {
        Found found = Found.in(
                new SdmxMl(),
                Xml.of(
                        "GenericData",
                        "<m:DataSet><Group><GroupKey><Value id='AREA' value='A'/></GroupKey>"
                                + "<Attributes><Value id='SEX' value='said of all'/><Value id='UNIT_MULT' value='6'/></Attributes></Group>"
                                + "<Series><SeriesKey><Value id='AREA' value='A'/><Value id='SEX' value='F'/></SeriesKey>"
                                + "<Obs><ObsDimension value='2020'/><ObsValue value='4'/></Obs></Series></m:DataSet>"));
        assertThat(found.rows).containsExactly("AREA=A, SEX=F, UNIT_MULT=6, TIME_PERIOD=2020, OBS_VALUE=4");
    }

    @Test
    void withoutADimensionInCommonMakeNoFigure() throws IOException {
        Found found = read("<Group AREA='A' UNIT_MULT='6'/>" + series("COUNTRY='A'", obs("2020", "")));
        assertThat(found.rows).isEmpty();
        assertThat(found.reasons()).singleElement().asString().contains("no dimension in common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<Group AREA='Z' UNIT_MULT='6'/>"})
    void refuseTheFileBehindSeriesTheyMayBeAbout(String first) {
        String late = first + series("AREA='A'", obs("2020", "")) + MILLIONS;
        assertThatThrownBy(() -> read(late))
                .isInstanceOf(MisreadException.class)
                .hasMessageContaining("a group stands behind series");
        String flat = "<Obs AREA='A' TIME_PERIOD='2020' OBS_VALUE='1'/>" + MILLIONS;
        assertThatThrownBy(() -> read(flat)).isInstanceOf(MisreadException.class);
    }

    @Test
    void amongSeriesRefuseTheFileOnlyWhereTheyAreAboutThoseBefore() throws IOException {
        String start = "<Group AREA='A' VAR='X' UNIT_MULT='6'/>" + series("AREA='A' VAR='X'", obs("2020", ""))
                + series("AREA='B' VAR='Y'", obs("2020", ""));
        String end = series("AREA='A' VAR='Y'", obs("2020", ""));
        assertThat(old(start + "<Group AREA='A' VAR='Y' UNIT_MULT='3'/>" + end).rows)
                .element(2)
                .isEqualTo("AREA=A, VAR=Y, UNIT_MULT=3, TIME_PERIOD=2020, OBS_VALUE=8.5");
        assertThatThrownBy(() -> old(start + "<Group AREA='B' VAR='Y' UNIT_MULT='3'/>" + end))
                .isInstanceOf(MisreadException.class)
                .hasMessageContaining("it is about (AREA B, VAR Y)");
        assertThatThrownBy(() -> old(start + "<Group VAR='Y' UNIT_MULT='3'/>" + end))
                .isInstanceOf(MisreadException.class);
    }

    private static Found old(String dataSet) throws IOException {
        return Found.in(
                new SdmxMl(),
                "<CompactData xmlns='http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message'><DataSet>" + dataSet
                        + "</DataSet></CompactData>");
    }
}
