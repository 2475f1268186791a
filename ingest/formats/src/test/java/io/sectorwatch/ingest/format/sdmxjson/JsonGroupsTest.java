package io.sectorwatch.ingest.format.sdmxjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes of groups of dimensions, and of data sets, in SDMX-JSON. */
class JsonGroupsTest {
    private static final String DIMENSIONS = """
            "dimensions":{"series":[{"id":"AREA","values":[{"id":"AAA"},{"id":"BBB"}]},
               {"id":"VAR","values":[{"id":"X"},{"id":"Y"}]}],
             "observation":[{"id":"TIME_PERIOD","values":[{"id":"2020"},{"id":"2021"}]}]}""";
    private static final String ATTRIBUTES = """
            "attributes":{"dataSet":[{"id":"SOURCE","values":[{"id":"survey"}]}],
             "dimensionGroup":[{"id":"UNIT_MULT","values":[{"id":"3"},{"id":"6"}]},{"id":"NOTE"}],
             "observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"E"}],"default":"A"}]}""";
    private static final String SERIES = """
            "series":{"0:0":{"observations":{"0":[1,1],"1":[2]}},"1:0":{"observations":{"0":[3,null]}},
              "1:1":{"observations":{"1":[4,0]}}}""";

    private static Found read(String groups) throws IOException {
        return Found.in(new SdmxJson(), """
                {"data":{"dataSets":[{"attributes":[0],"dimensionGroupAttributes":{%s},%s}],
                 "structures":[{%s,%s}]}}""".formatted(groups, SERIES, DIMENSIONS, ATTRIBUTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0::\":[1],\":1:\":[0,\"estimated\"]", "\"0:~:~\":[1],\"~:1:\":[0,\"estimated\"]"})
    void areAboutAllThatHasTheDimensionsOfTheirKey(String groups) throws IOException {
        assertThat(read(groups).rows)
                .containsExactly(
                        "AREA=AAA, VAR=X, TIME_PERIOD=2020, OBS_VALUE=1, SOURCE=survey, UNIT_MULT=6, OBS_STATUS=E",
                        "AREA=AAA, VAR=X, TIME_PERIOD=2021, OBS_VALUE=2, SOURCE=survey, UNIT_MULT=6, OBS_STATUS=A",
                        "AREA=BBB, VAR=X, TIME_PERIOD=2020, OBS_VALUE=3, SOURCE=survey",
                        "AREA=BBB, VAR=Y, TIME_PERIOD=2021, OBS_VALUE=4, SOURCE=survey, UNIT_MULT=3,"
                                + " NOTE=estimated, OBS_STATUS=A");
    }

    @Test
    void areAboutEverythingUnderAnEmptyKeyAndAboutPeriodsToo() throws IOException {
        assertThat(read("\"::\":[0],\":0:1\":[null,\"provisional\"]").rows)
                .containsExactly(
                        "AREA=AAA, VAR=X, TIME_PERIOD=2020, OBS_VALUE=1, SOURCE=survey, UNIT_MULT=3, OBS_STATUS=E",
                        "AREA=AAA, VAR=X, TIME_PERIOD=2021, OBS_VALUE=2, SOURCE=survey, UNIT_MULT=3,"
                                + " NOTE=provisional, OBS_STATUS=A",
                        "AREA=BBB, VAR=X, TIME_PERIOD=2020, OBS_VALUE=3, SOURCE=survey, UNIT_MULT=3",
                        "AREA=BBB, VAR=Y, TIME_PERIOD=2021, OBS_VALUE=4, SOURCE=survey, UNIT_MULT=3, OBS_STATUS=A");
    }

    @Test
    void thatContradictEachOtherMakeNoFigure() throws IOException {
        Found found = read("\"0::\":[1],\":0:\":[0]");
        assertThat(found.rows).hasSize(2).allMatch(row -> row.startsWith("AREA=BBB"));
        assertThat(found.reasons()).containsOnly("UNIT_MULT is given by two groups, as 6 and as 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            "0:1":[0],"0:0:0:0":[0] ! the key '0:0:0:0' of a group has 4 places for 3 dimensions
            "7::":[0] ! AREA has 2 values, and none at place '7'
            "0::":[9] ! UNIT_MULT has 2 values, and none at place '9'
            """)
    void thatCannotBeAttachedRefuseTheDataSet(String groups, String words) {
        assertThatThrownBy(() -> read(groups))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void countTheDimensionsOfAKeyByTheirPositionsWhereverTheyStand() throws IOException {
        Found found = Found.in(new SdmxJson(), """
                {"data":{"structures":[{"dimensions":{
                   "dataSet":[{"id":"SEX","keyPosition":1,"values":[{"id":"T"}]}],
                   "observation":[{"id":"VAR","keyPosition":2,"values":[{"id":"X"},{"id":"Y"}]},
                     {"id":"AREA","keyPosition":0,"values":[{"id":"AAA"},{"id":"BBB"}]},
                     {"id":"TIME_PERIOD","values":[{"id":"2020"}]}]},
                   "attributes":{"dimensionGroup":[{"id":"UNIT_MULT"}]}}],
                 "dataSets":[{"dimensionGroupAttributes":{"1:0::":["6"],"0::1:":["3"]},
                   "observations":{"0:1:0":[1],"0:0:0":[2],"1:0:0":[3]}}]}}""");
        assertThat(found.rows)
                .containsExactly(
                        "SEX=T, VAR=X, AREA=BBB, TIME_PERIOD=2020, OBS_VALUE=1, UNIT_MULT=6",
                        "SEX=T, VAR=X, AREA=AAA, TIME_PERIOD=2020, OBS_VALUE=2",
                        "SEX=T, VAR=Y, AREA=AAA, TIME_PERIOD=2020, OBS_VALUE=3, UNIT_MULT=3");
    }

    @Test
    void ofDataSetsAndSeriesAreInVersion1Too() throws IOException {
        Found found = Found.in(new SdmxJson(), """
                {"header":{"prepared":"2020-05-04T03:02:01Z"},
                 "dataSets":[{"action":"Information","attributes":[1],
                   "series":{"0:0":{"attributes":[0],"observations":{"0":[1.5]}}}}],
                 "structure":{%s,"attributes":{"dataSet":[{"id":"UNIT_MULT","values":[{"id":"0"},{"id":"3"}]}],
                   "series":[{"id":"UNIT","values":[{"id":"EUR"}]}]}}}""".formatted(DIMENSIONS));
        assertThat(found.rows)
                .containsExactly("AREA=AAA, VAR=X, TIME_PERIOD=2020, OBS_VALUE=1.5, UNIT_MULT=3, UNIT=EUR");
    }
}
