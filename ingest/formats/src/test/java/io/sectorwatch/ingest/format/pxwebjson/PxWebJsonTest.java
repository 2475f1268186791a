package io.sectorwatch.ingest.format.pxwebjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PxWebJsonTest {
    private static final String COLUMNS =
            "{\"columns\":[{\"code\":\"Tid\",\"type\":\"t\"},{\"code\":\"A1\",\"type\":\"c\"},{\"code\":\"A2\",\"type\":\"c\"}],";

    @Test
    void readsEachValueOfALineWithTheCodeOfItsColumn() throws IOException {
        Found found = Found.in(
                new PxWebJson(),
                COLUMNS + "\"comments\":[],\"data\":[{\"key\":[\"2020M01\"],\"values\":[\"10\",\"..\"]},"
                        + "{\"key\":[\"2020M02\"],\"values\":[\"11\",\"1.5\"]}],"
                        + "\"metadata\":[{\"updated\":\"2024-02-22T07:00:00Z\",\"label\":\"Births\"}]}");

        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2020M01, ContentsCode=A1, OBS_VALUE=10",
                        "TIME_PERIOD=2020M01, ContentsCode=A2",
                        "TIME_PERIOD=2020M02, ContentsCode=A1, OBS_VALUE=11",
                        "TIME_PERIOD=2020M02, ContentsCode=A2, OBS_VALUE=1.5");
        assertThat(found.begun).singleElement().satisfies(dataSet -> {
            assertThat(dataSet.id()).isEqualTo("Births");
            assertThat(dataSet.published()).isEqualTo(Instant.parse("2024-02-22T07:00:00Z"));
        });
    }

    @Test
    void knowsTheTimeByItsNameWhereNoTypeSaysIt() throws IOException {
        String text = COLUMNS.replace("\"type\":\"t\"", "\"type\":\"d\"")
                + "\"data\":[{\"key\":[\"2020\"],\"values\":[\"1\",\"2\"]}]}";

        assertThat(Found.in(new PxWebJson(), text).rows)
                .first()
                .isEqualTo("TIME_PERIOD=2020, ContentsCode=A1, OBS_VALUE=1");
        assertThatThrownBy(() -> Found.in(new PxWebJson(), text.replace("Tid", "Kohort")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no column, or more than one, is of time: [Kohort]");
    }

    @Test
    void refusesFiguresBeforeTheirColumns() {
        assertThatThrownBy(() -> Found.in(
                        new PxWebJson(), "{\"data\":[{\"key\":[\"2020\"],\"values\":[\"1\"]}],\"columns\":[]}"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("figures stand before the columns that say what they mean");
    }
}
