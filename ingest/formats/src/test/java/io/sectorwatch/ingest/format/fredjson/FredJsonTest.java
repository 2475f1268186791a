package io.sectorwatch.ingest.format.fredjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FredJsonTest {
    private static final String ALWAYS = "{'realtime_start':'1776-07-04','realtime_end':'9999-12-31',";

    private static Found read(String text) throws IOException {
        return Found.in(new FredJson(), text.replace('\'', '"'));
    }

    @Test
    void readsFiguresByTheDaysBetweenWhichTheyWereKnown() throws IOException {
        Found found = read(ALWAYS + "'output_type':1,'count':3,'observations':["
                + "{'realtime_start':'2021-04-29','realtime_end':'2021-05-26','date':'2021-01-01','value':'22048.9'},"
                + "{'realtime_start':'2021-05-27','realtime_end':'9999-12-31','date':'2021-01-01','value':'22061.5'},"
                + "{'realtime_start':'2021-05-27','realtime_end':'9999-12-31','date':'2021-04-01','value':'.'}]}");
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22048.9, FREQ=_U, realtime_start=2021-04-29",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22061.5, FREQ=_U, realtime_start=2021-05-27",
                        "TIME_PERIOD=2021-04-01, FREQ=_U, realtime_start=2021-05-27");
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void readsAllVintagesAndWhatEachOfThemTookBack() throws IOException {
        Found found = read(ALWAYS + "'output_type':2,'observations':["
                + "{'date':'1950-01-01','GDP_20210128':'280.8','GDP_20210429':'280.8','GDP_20210527':'.'},"
                + "{'date':'2021-01-01','GDP_20210128':'.','GDP_20210527':'22061.5','GDP_20210429':'22048.9'}]}");
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=1950-01-01, OBS_VALUE=280.8, FREQ=_U, series_id=GDP, realtime_start=2021-01-28",
                        "TIME_PERIOD=1950-01-01, FREQ=_U, series_id=GDP, realtime_start=2021-05-27",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22048.9, FREQ=_U, series_id=GDP, realtime_start=2021-04-29",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22061.5, FREQ=_U, series_id=GDP, realtime_start=2021-05-27");
    }

    @Test
    void whatIsEmptySaysNothing() throws IOException {
        Found found = read(ALWAYS + "'output_type':1,'observations':["
                + "{'realtime_start':'','realtime_end':'','date':'2021-01-01','value':'1.5'},"
                + "{'realtime_start':'2021-05-27','realtime_end':'9999-12-31','date':'','value':'2.5'}]}");
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=1.5, FREQ=_U",
                        "OBS_VALUE=2.5, FREQ=_U, realtime_start=2021-05-27");
    }

    @Test
    void takesNothingForTakenBackThatWasNotRevised() throws IOException {
        Found found = read(ALWAYS + "'output_type':3,'observations':["
                + "{'date':'2021-01-01','GDP_20210429':'22048.9','GDP_20210527':'.'}]}");
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22048.9, FREQ=_U, series_id=GDP, realtime_start=2021-04-29");
    }

    @Test
    void doesNotTakeTheDayOfTheRequestForTheDayOfPublication() throws IOException {
        Found found = read("{'realtime_start':'2021-06-15','realtime_end':'2021-06-15','output_type':1,'observations':["
                + "{'realtime_start':'2021-06-15','realtime_end':'2021-06-15','date':'2021-01-01','value':'1'}]}");
        assertThat(found.rows).containsExactly("TIME_PERIOD=2021-01-01, OBS_VALUE=1, FREQ=_U");
    }

    @Test
    void takesTheNameOfTheSeriesFromTheAddress() throws IOException {
        Found found = new Found();
        String answer = ALWAYS + "'observations':[{'realtime_start':'2021-04-29','date':'2021-01-01','value':'1'}]}";
        new FredJson()
                .read(
                        "https://api.stlouisfed.org/fred/series/observations?series_id=UNRATE&file_type=json",
                        new ByteArrayInputStream(answer.replace('\'', '"').getBytes(UTF_8)),
                        ReadOptions.NONE,
                        found);
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=1, FREQ=_U, series_id=UNRATE, realtime_start=2021-04-29");
        assertThat(found.begun.get(0).id()).isEqualTo("UNRATE");
    }

    @Test
    void saysWhereTheRestIsMissing() throws IOException {
        assertThat(read(ALWAYS + "'output_type':1,'count':2,'observations':["
                                + "{'realtime_start':'2021-04-29','date':'2021-01-01','value':'1'}]}")
                        .reasons())
                .singleElement()
                .asString()
                .contains("counts 2 observations, and 1 are here")
                .contains("limit=100000");
    }

    @Test
    void tellsWhatFredSaysInstead() {
        String error = "{\"error_code\":400,\"error_message\":\"Bad Request. The series does not exist.\"}";
        assertThatThrownBy(() -> new FredJson().recognise(new Beginning(error)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("The series does not exist");
    }
}
