package io.sectorwatch.ingest.format.owid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OwidCsvTest {
    @Test
    void readsChartsOfOurWorldInData() throws IOException {
        ReadRows read = ReadRows.of(new OwidCsv(), """
                Entity,Code,Year,Launches,Share
                France,FRA,2022,3,
                World,OWID_WRL,-500,7,0.5
                """);
        assertThat(read.dataSets.get(0).components())
                .containsExactly("Entity", "Code", "TIME_PERIOD", "MEASURE", "OBS_VALUE");
        assertThat(read.listed())
                .containsExactly(
                        "France|FRA|2022|Launches|3",
                        "France|FRA|2022|Share|",
                        "World|OWID_WRL|-500|Launches|7",
                        "World|OWID_WRL|-500|Share|0.5");
        assertThat(ReadRows.of(new OwidCsv(), "Entity,Code,Day,Cases\nA,AAA,2020-05-01,1\n")
                        .listed())
                .containsExactly("A|AAA|2020-05-01|Cases|1");
        assertThatThrownBy(() -> ReadRows.of(new OwidCsv(), "Entity,Code,Year\nA,AAA,2020\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("Entity, Code, Year or Day, and a measure");
    }
}
