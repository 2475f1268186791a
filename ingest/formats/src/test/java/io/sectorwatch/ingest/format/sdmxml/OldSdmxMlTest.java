package io.sectorwatch.ingest.format.sdmxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.registry.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SDMX-ML as it was before version 2.1. */
class OldSdmxMlTest {
    private static final String V2 = "http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message";

    private static Found read(String sample) throws IOException {
        return Found.in(new SdmxMl(), Found.sample(OldSdmxMlTest.class, "samples/" + sample));
    }

    @Test
    void readsCompactDataWithGroupsOfAnyNameAmongTheSeries() throws IOException {
        Found found = read("compact-2.0.xml");
        assertThat(found.rows)
                .containsExactly(
                        "AREA=AAA, TITLE=Loans of AAA, UNIT_MULT=6, FREQ=Q, TIME_PERIOD=2008-Q4, OBS_VALUE=7.5",
                        "AREA=BBB, TITLE=Loans of BBB, UNIT_MULT=3, FREQ=Q, TIME_PERIOD=2008-Q4, OBS_STATUS=M");
        assertThat(found.begun.get(0).id()).isEqualTo("BANK:LOANS");
        assertThat(found.begun.get(0).action()).isEqualTo(DataSet.Action.APPEND);
        assertThat(found.begun.get(0).published()).isEqualTo(Instant.parse("2009-03-12T09:00:00Z"));
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void readsTheDataSetsOfAGroupOfMessages() throws IOException {
        Found found = read("group-of-messages-1.0.xml");
        String series = "FREQ=8, MATURITY=O, UNIT_MULT=1, OBS_STATUS=";
        assertThat(found.rows)
                .containsExactly(
                        series + "A, OBS_VALUE=0.09, TIME_PERIOD=2014-10-30",
                        series + "ND, OBS_VALUE=-9999, TIME_PERIOD=2014-10-31",
                        "FREQ=9, OBS_VALUE=12, TIME_PERIOD=2014-10-31");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("RATES", "LOANS");
        assertThat(found.begun).extracting(DataSet::published).containsOnly(Instant.parse("2014-11-03T16:15:00Z"));
    }

    @Test
    void knowsHowTheFederalReserveWritesNoFigureAndAMultiplier() throws IOException {
        String message = new String(
                        Found.sample(OldSdmxMlTest.class, "samples/group-of-messages-1.0.xml"), StandardCharsets.UTF_8)
                .replace("http://bank.example/", "http://www.federalreserve.gov/")
                .replace("UNIT_MULT=\"1\"", "UNIT_MULT=\"1000000\"");
        assertThat(Found.in(new SdmxMl(), message).rows)
                .containsExactly(
                        "FREQ=8, MATURITY=O, UNIT_MULT=6, OBS_STATUS=A, OBS_VALUE=0.09, TIME_PERIOD=2014-10-30",
                        "FREQ=8, MATURITY=O, UNIT_MULT=6, OBS_STATUS=ND, TIME_PERIOD=2014-10-31",
                        "FREQ=9, OBS_VALUE=12, TIME_PERIOD=2014-10-31");
    }

    @Test
    void readsGenericDataWithSeriesInsideOfGroups() throws IOException {
        Found found = read("generic-2.0.xml");
        String first = "SOURCE=survey, AREA=AAA, POWER=6, FREQ=A, TIME_FORMAT=P1Y, TIME_PERIOD=";
        assertThat(found.rows)
                .containsExactly(
                        first + "2010, OBS_VALUE=17.25, OBS_STATUS=E",
                        first + "2011",
                        "SOURCE=survey, AREA=BBB, FREQ=A, TIME_PERIOD=2010, OBS_VALUE=3");
        assertThat(found.begun).extracting(DataSet::id).containsOnly("SUPPORT");
        assertThat(found.reasons()).containsExactly("the publisher says that the answer was cut to a limit");
    }

    @Test
    void takesTimeForThePeriod() throws IOException {
        assertThat(Found.in(
                                new SdmxMl(),
                                old(
                                        "CompactData",
                                        "<DataSet><Series A='1'><Obs TIME='1999' OBS_VALUE='4'/></Series></DataSet>"))
                        .rows)
                .containsExactly("A=1, TIME_PERIOD=1999, OBS_VALUE=4");
    }

    @Test
    void callsADataSetByItsKeyFamilyOrDataflow() throws IOException {
        String header = "<Header><KeyFamilyRef>DEBT</KeyFamilyRef><KeyFamilyAgency>BANK</KeyFamilyAgency></Header>";
        assertThat(Found.in(new SdmxMl(), old("CompactData", header + "<DataSet action='Update'/>")).begun)
                .extracting(DataSet::id)
                .containsExactly("BANK:DEBT");
        assertThat(Found.in(
                                new SdmxMl(),
                                old(
                                        "CompactData",
                                        header + "<DataSet dataflowID='F' dataflowAgencyID='CLUB' keyFamilyURI='u'/>"))
                        .begun
                        .get(0))
                .isEqualTo(new DataSet(
                        "CLUB:F",
                        List.of(DataSet.TIME_PERIOD, DataSet.OBS_VALUE),
                        null,
                        DataSet.Action.INFORMATION,
                        true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            CrossSectionalData ! this is cross-sectional data of SDMX-ML before 2.1, which this program does not read
            UtilityData ! this is utility data of SDMX-ML before 2.1, which this program does not read
            QueryMessage ! this is an SDMX message of the kind QueryMessage, which holds no observations
            """)
    void refusesByNameWhatLaterVersionsGaveUp(String kind, String words) {
        String message = old(kind, "<DataSet/>");
        assertThatThrownBy(() -> Found.in(new SdmxMl(), message))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void refusesCrossSectionsInAGroupOfMessages() {
        String message =
                old("MessageGroup", "<DataSet><Group TIME='2001'><Section><P value='1'/></Section></Group></DataSet>");
        assertThatThrownBy(() -> Found.in(new SdmxMl(), message))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("cross-sectional data");
    }

    @ParameterizedTest
    @CsvSource({"CompactData", "GenericData", "MessageGroup", "CrossSectionalData", "UtilityData"})
    void isRecognisedThoughItsNameSpaceIsInCapitals(String kind) throws UnreadableException {
        assertThat(Formats.recognise(old(kind, "<Header/>").getBytes(StandardCharsets.UTF_8), null)
                        .name())
                .isEqualTo("sdmx-ml");
    }

    private static String old(String kind, String content) {
        return "<" + kind + " xmlns='" + V2 + "'>" + content + "</" + kind + ">";
    }
}
