package io.sectorwatch.ingest.format.oecdportal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.ReadRows;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OecdPortalTest {
    @Test
    void readsTheOldPortalOfTheOecd() throws IOException {
        ReadRows read = ReadRows.of(new OecdPortal(), """
                \ufeff"LOCATION","INDICATOR","MEASURE","TIME","Value","Flag Codes"
                "FRA","X","PC","2021",2.2,"E"
                "FRA","X","PC","2022",,"L"
                """);
        assertThat(read.dataSets.get(0).components())
                .containsExactly("LOCATION", "INDICATOR", "MEASURE", "TIME_PERIOD", "Flag Codes", "OBS_VALUE");
        assertThat(read.listed()).containsExactly("FRA|X|PC|2021|E|2.2", "FRA|X|PC|2022|L|");
    }
}
