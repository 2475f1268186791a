package io.sectorwatch.ingest.format.dbnomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbnomicsJsonTest {
    @Test
    void readsTheSeriesOfSeveralDataSets() throws IOException {
        Found found = Found.in(new DbnomicsJson(), Found.sample(DbnomicsJsonTest.class, "samples/two-datasets.json"));
        String first = "series_code=AAA.UNR.Q, series_name=Unemployment of AAA, @frequency=quarterly, TIME_PERIOD=";
        String then = ", AREA=AAA, FREQ=Q, VAR=UNR";
        String second = "series_code=BB, @frequency=annual, TIME_PERIOD=";
        assertThat(found.rows)
                .containsExactly(
                        first + "2023-Q1, OBS_VALUE=6.25" + then + ", OBS_STATUS=A",
                        first + "2023-Q2, OBS_VALUE=7.0" + then + ", OBS_STATUS=E",
                        first + "2023-Q3" + then,
                        second + "2021, geo=BB",
                        second + "2022, geo=BB",
                        second + "2023, OBS_VALUE=4, geo=BB");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("CLUB/EO", "BANK/RATES");
        assertThat(found.begun).extracting(DataSet::published).containsOnlyNulls();
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Found found = Found.in(new DbnomicsJson(), Found.sample(DbnomicsJsonTest.class, "samples/two-datasets.json"));
        assertThat(found.reasons())
                .containsExactly(
                        "DBnomics says: GONE: Dataset GONE not found: CLUB",
                        "the answer counts 9 series and ends with number 2: the rest is missing; ask for it with"
                                + " offset and limit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {"errors":[{"message":"No such series"}],"series":{"docs":[]}} ! an error message of DBnomics: No such series
            {"series":{"docs":[{"series_code":"A.B"}]}} ! series A.B is described without its figures: ask for them with
            """)
    void refusesWhatHasNoFigures(String answer, String words) {
        assertThatThrownBy(() -> Found.in(new DbnomicsJson(), answer))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }
}
