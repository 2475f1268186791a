package io.sectorwatch.ingest.format.fredxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FredXmlTest {
    @Test
    void readsEachVintageWithItsDay() throws IOException {
        Found found = Found.in(new FredXml(), """
                <observations realtime_start="1776-07-04" realtime_end="9999-12-31" output_type="3">
                  <observation date="2021-01-01" GDP_20210429="22048.9" GDP_20210527="22061.5"/>
                  <observation date="2021-04-01" GDP_20210729="22722.6"/>
                </observations>
                """);
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22048.9, FREQ=_U, series_id=GDP, realtime_start=2021-04-29",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22061.5, FREQ=_U, series_id=GDP, realtime_start=2021-05-27",
                        "TIME_PERIOD=2021-04-01, OBS_VALUE=22722.6, FREQ=_U, series_id=GDP, realtime_start=2021-07-29");
        assertThat(found.lines).containsExactly(1L, 1L, 2L);
    }

    @Test
    void tellsWhatFredSaysInstead() {
        assertThatThrownBy(
                        () -> Found.in(new FredXml(), "<error code=\"400\" message=\"Bad Request. No such series.\"/>"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("No such series");
    }
}
