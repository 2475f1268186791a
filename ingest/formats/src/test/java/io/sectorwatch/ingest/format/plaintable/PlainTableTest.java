package io.sectorwatch.ingest.format.plaintable;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.ReadRows;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlainTableTest {
    @Test
    void readsATableAsItIs() throws IOException {
        ReadRows read = ReadRows.of(new PlainTable(), "id;title;year\np1;\"A; fund\";2020\np2;;\np3\n");
        assertThat(read.dataSets.get(0).components()).containsExactly("id", "title", "year");
        assertThat(read.listed()).containsExactly("p1|A; fund|2020", "p2||");
        assertThat(read.rejections).hasSize(1);
    }
}
