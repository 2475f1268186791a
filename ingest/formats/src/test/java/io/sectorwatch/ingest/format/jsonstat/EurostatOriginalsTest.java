package io.sectorwatch.ingest.format.jsonstat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.Originals;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares with what regular expressions find in the raw text. */
class EurostatOriginalsTest {
    @Test
    void givesEveryCellOfWhichAnythingIsSaid() throws IOException {
        String text =
                Files.readString(Originals.file("eurostat/json_stat/rd_e_gerdreg__updated-2026-03-18__trimmed.json"));
        Found found = Found.in(new JsonStat(), text);

        Set<String> cells = new TreeSet<>();
        for (Matcher cell = Pattern.compile("\"(\\d+)\":[\"0-9]").matcher(text.substring(0, text.indexOf("\"id\"")));
                cell.find(); ) {
            cells.add(cell.group(1));
        }
        assertThat(found.rows).hasSize(cells.size()).hasSize(13);
        assertThat(found.rows.get(0))
                .isEqualTo("freq=A, sectperf=TOTAL, unit=PC_GDP, geo=EU27_2020, TIME_PERIOD=2022, OBS_VALUE=2.22,"
                        + " OBS_FLAG=e");
        assertThat(found.rows.get(12)).contains("sectperf=BES", "geo=ES43", "TIME_PERIOD=2024", "OBS_FLAG=|C");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("RD_E_GERDREG");
        assertThat(found.begun.get(0).published()).isEqualTo("2026-03-18T22:00:00Z");
        assertThat(found.rejections).isEmpty();
    }
}
