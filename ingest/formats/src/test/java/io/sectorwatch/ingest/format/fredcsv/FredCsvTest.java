package io.sectorwatch.ingest.format.fredcsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FredCsvTest {
    @Test
    void readsSeveralSeriesAsTheyCameUntil2024() throws IOException {
        String table = "DATE,UNRATE,CPIAUCSL\n2023-01-01,3.4,300.456\n";

        assertThat(new FredCsv().recognise(new Beginning(table))).isEqualTo(Likeness.LIKELY);
        assertThat(Found.in(new FredCsv(), table).rows)
                .containsExactly(
                        "TIME_PERIOD=2023-01-01, OBS_VALUE=300.456, FREQ=_U, series_id=CPIAUCSL",
                        "TIME_PERIOD=2023-01-01, OBS_VALUE=3.4, FREQ=_U, series_id=UNRATE");
    }

    @Test
    void readsASeriesWithoutSayingWhenItWasKnown() throws IOException {
        Found found = Found.in(new FredCsv(), "observation_date,INDPRO\n2021-01-01,99.5\n2021-02-01,.\n2021-03-01,\n");
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=99.5, FREQ=_U, series_id=INDPRO",
                        "TIME_PERIOD=2021-02-01, FREQ=_U, series_id=INDPRO",
                        "TIME_PERIOD=2021-03-01, FREQ=_U, series_id=INDPRO");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("INDPRO");
    }

    @ParameterizedTest
    @CsvSource({
        "'DATE,TOTALSA', LIKELY",
        "'DATE,VALUE', NONE",
        "'date,TOTALSA', NONE",
        "'DATE,USA,PER', NONE",
        "'DATE,Rate', NONE"
    })
    void knowsASeriesAsItCameUntil2024(String header, Likeness likeness) {
        Beginning beginning = new Beginning(header + "\n2021-01-01,16.7,1\n");
        assertThat(new FredCsv().recognise(beginning)).isEqualTo(likeness);
    }

    @Test
    void keepsSeveralSeriesApart() throws IOException {
        Found found = Found.in(new FredCsv(), "observation_date,UNRATE,PAYEMS\n2021-01-01,6.4,142969\n");
        assertThat(found.rows)
                .containsExactlyInAnyOrder(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=6.4, FREQ=_U, series_id=UNRATE",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=142969, FREQ=_U, series_id=PAYEMS");
        assertThat(found.begun.get(0).id()).isNull();
    }

    @Test
    void givesOfEachVintageOnlyWhatIsNew() throws IOException {
        Found found = Found.in(new FredCsv(), """
                observation_date,GDP_20210429,GDP_20210527,GDP_20210128
                2020-10-01,21494.7,21494.7,21479.5
                2021-01-01,22048.9,22061.5,.
                2021-04-01,.,.,.
                """);
        assertThat(found.rows)
                .as("the oldest first, wherever its column stands")
                .containsExactly(
                        "TIME_PERIOD=2020-10-01, OBS_VALUE=21479.5, FREQ=_U, series_id=GDP, realtime_start=2021-01-28",
                        "TIME_PERIOD=2020-10-01, OBS_VALUE=21494.7, FREQ=_U, series_id=GDP, realtime_start=2021-04-29",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22048.9, FREQ=_U, series_id=GDP, realtime_start=2021-04-29",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22061.5, FREQ=_U, series_id=GDP, realtime_start=2021-05-27");
    }

    @Test
    void readsTheDaysBetweenWhichAFigureWasKnown() throws IOException {
        Found found = Found.in(new FredCsv(), """
                observation_date,GDP,realtime_start_date,realtime_end_date
                2021-01-01,22048.9,2021-04-29,2021-05-26
                2021-01-01,22061.5,2021-05-27,9999-12-31
                """);
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22048.9, FREQ=_U, series_id=GDP, realtime_start=2021-04-29",
                        "TIME_PERIOD=2021-01-01, OBS_VALUE=22061.5, FREQ=_U, series_id=GDP, realtime_start=2021-05-27");
    }

    @Test
    void takesTheColumnsThatAreNamed() throws IOException {
        byte[] table = "observation_date,UNRATE,PAYEMS\n2021-01-01,6.4,142969\n".getBytes(StandardCharsets.UTF_8);
        Found found = new Found();
        new FredCsv()
                .read(
                        "sample",
                        new ByteArrayInputStream(table),
                        new ReadOptions(null, new ObservationColumns("observation_date", List.of("PAYEMS"))),
                        found);
        assertThat(found.rows).containsExactly("TIME_PERIOD=2021-01-01, OBS_VALUE=142969, FREQ=_U, series_id=PAYEMS");
        ReadOptions absent = new ReadOptions(null, new ObservationColumns("observation_date", List.of("CPI")));
        assertThatThrownBy(() -> new FredCsv().read("sample", new ByteArrayInputStream(table), absent, new Found()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("UNRATE, PAYEMS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"date,value\n", "observation_date\n", "DATE,GDP,REGION\n", "year,GDP_20210429\n"})
    void isNotWhatLooksOnlySimilar(String table) {
        assertThat(new FredCsv().recognise(new Beginning(table))).isEqualTo(Likeness.NONE);
    }
}
