package io.sectorwatch.ingest.format.sdmxjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.Rejection;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SdmxJsonTest {
    private static Found read(String sample) throws IOException {
        return Found.in(new SdmxJson(), Found.sample(SdmxJsonTest.class, "samples/" + sample));
    }

    @Test
    void readsSeriesWithAttributesByPlaceAndInWords() throws IOException {
        Found found = read("series-2.0.json");
        String first = "FREQ=A, AREA=AAA, VAR=GERD, ";
        String second = "FREQ=A, AREA=BBB, VAR=BERD, ";
        assertThat(found.rows)
                .containsExactly(
                        first + "TIME_PERIOD=2020, OBS_VALUE=1.25, SE=0.1, UNIT=PC, TITLE=First, NOTE=a;b,"
                                + " OBS_STATUS=A, REMARK=said so",
                        first + "TIME_PERIOD=2021, OBS_VALUE=1.3E0, UNIT=PC, TITLE=First, NOTE=a;b, OBS_STATUS=E",
                        first + "TIME_PERIOD=2022, UNIT=PC, TITLE=First, NOTE=a;b",
                        second + "TIME_PERIOD=2020, SE=2, UNIT=PC, TITLE=Second, NOTE=in words, REMARK=7",
                        second + "TIME_PERIOD=2021, UNIT=PC, TITLE=Second, NOTE=in words",
                        "AREA=CCC, TIME_PERIOD=2020-Q1, OBS_VALUE=1e400");
        assertThat(found.lines).containsExactly(1L, 2L, 3L, 4L, 5L, 9L);
    }

    @Test
    void rejectsObservationsWhosePlacesMeanNothing() throws IOException {
        assertThat(read("series-2.0.json").rejections)
                .extracting(Rejection::line, Rejection::reason)
                .containsExactly(
                        tuple(6L, "TIME_PERIOD has 3 values, and none at place '7' (counted from 0)"),
                        tuple(7L, "the key '0:1' has 2 places for 1 dimensions"),
                        tuple(8L, "OBS_STATUS has 2 values, and none at place '5' (counted from 0)"),
                        tuple(10L, "TIME_PERIOD has 1 values, and none at place '1' (counted from 0)"));
    }

    @Test
    void beginsEachDataSetOnceWithAllItsComponents() throws IOException {
        Found found = read("series-2.0.json");
        assertThat(found.begun)
                .extracting(DataSet::id, DataSet::action)
                .containsExactly(
                        tuple("OFFICE:FLOW(1.0)", DataSet.Action.REPLACE), tuple(null, DataSet.Action.INFORMATION));
        assertThat(found.begun.get(0).published()).isEqualTo("2018-03-11T14:30:47Z");
        assertThat(found.begun.get(0).components())
                .containsExactly(
                        "FREQ",
                        "AREA",
                        "VAR",
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "SE",
                        "UNIT",
                        "TITLE",
                        "NOTE",
                        "OBS_STATUS",
                        "REMARK");
    }

    @Test
    void readsFlatDataBeforeTheStructure() throws IOException {
        Found found = read("flat-1.0.json");
        assertThat(found.rows)
                .containsExactly(
                        "LOCATION=AUS, MEASURE=X, TIME_PERIOD=2002, OBS_VALUE=11.963615756565",
                        "LOCATION=HUN, MEASURE=X, TIME_PERIOD=2001, OBS_VALUE=-2.5, OBS_STATUS=w",
                        "LOCATION=HUN, MEASURE=X, TIME_PERIOD=2002, OBS_STATUS=m");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("PART");
        assertThat(found.begun.get(0).published()).isEqualTo("2021-06-19T14:06:41.689336Z");
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void takesNoObservationOutsideOfASeriesForOneOfTheSeriesBefore() throws IOException {
        Found found = Found.in(new SdmxJson(), """
                {"structure":{"dimensions":{"series":[{"id":"AREA","values":["AAA"]}],
                  "observation":[{"id":"TIME_PERIOD","values":["2020"]}]}},
                 "dataSets":[{"series":{"0":{"observations":{"0":[1]}}},"observations":{"0":[2]}}]}""");
        assertThat(found.rows).containsExactly("AREA=AAA, TIME_PERIOD=2020, OBS_VALUE=1");
        assertThat(found.rejections).extracting(Rejection::row).containsExactly("TIME_PERIOD=2020, OBS_VALUE=2");
    }
}
