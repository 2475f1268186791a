package io.sectorwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.registry.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    @Test
    void asksFirstForWhatSaysWhenItWasPrepared() {
        assertThat(Accept.of(null))
                .isEqualTo("application/vnd.sdmx.data+xml;version=3.0.0,"
                        + " application/vnd.sdmx.structurespecificdata+xml;version=2.1,"
                        + " application/vnd.sdmx.genericdata+xml;version=2.1;q=0.9,"
                        + " application/vnd.sdmx.data+json;version=2.0.0;q=0.8,"
                        + " application/vnd.sdmx.data+json;version=1.0.0;q=0.8,"
                        + " application/vnd.sdmx.data+csv;version=2.0.0;q=0.7,"
                        + " application/vnd.sdmx.data+csv;version=1.0.0;q=0.7,"
                        + " application/json;q=0.6, text/csv;q=0.5, text/tab-separated-values;q=0.5, */*;q=0.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sdmx-csv | application/vnd.sdmx.data+csv;version=2.0.0;q=0.7, application/vnd.sdmx.data+csv;version=1.0.0;q=0.7, */*;q=0.1
            json-stat | application/json;q=0.6, */*;q=0.1
            jsonl | application/json;q=0.6, */*;q=0.1
            table | text/csv;q=0.5, text/tab-separated-values;q=0.5, */*;q=0.1
            """)
    void asksForOneFormatAlone(String format, String header) {
        assertThat(Accept.of(Formats.named(format).orElseThrow())).isEqualTo(header);
    }
}
