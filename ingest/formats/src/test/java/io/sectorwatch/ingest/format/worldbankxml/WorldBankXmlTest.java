package io.sectorwatch.ingest.format.worldbankxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldBankXmlTest {
    private static String page(String attributes, String content) {
        return "<wb:data xmlns:wb='http://www.worldbank.org' " + attributes + ">" + content + "</wb:data>";
    }

    @Test
    void hasTheComponentsOfItsJson() throws IOException {
        Found found = Found.in(new WorldBankXml(), Found.sample(WorldBankXmlTest.class, "samples/answer.xml"));
        String aland = "indicator.id=XX.RD, indicator.value=Research (% of GDP), country.id=AA, country.value=Aland,"
                + " countryiso3code=AAA, TIME_PERIOD=";
        assertThat(found.rows)
                .containsExactly(
                        aland + "2024, decimal=2",
                        aland + "2023, OBS_VALUE=2.40625, obs_status=E, decimal=2",
                        "indicator.id=XX.GDP, indicator.value=GDP, country.id=1A, country.value=World,"
                                + " TIME_PERIOD=2023Q1, OBS_VALUE=1e400, decimal=0");
        assertThat(found.lines).containsExactly(3L, 13L, 23L);
        assertThat(found.begun).extracting(DataSet::id).containsExactly("XX.RD", "XX.GDP");
        assertThat(found.begun.get(0).published()).isEqualTo(Instant.parse("2025-07-01T00:00:00Z"));
        assertThat(found.rejections).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            page='1' pages='3' total='120' ! page 1 of 3: the rest is missing; ask for all 120 observations in one page
            pages='1' ! these are no observations, but <country>
            """)
    void refusesWhatIsNotAllOrNoObservation(String attributes, String words) {
        assertThatThrownBy(() -> Found.in(new WorldBankXml(), page(attributes, "<wb:country id='x'/>")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void saysThatSomethingWasCutOut() throws IOException {
        Found found = Found.in(new WorldBankXml(), page("pages='1' total='2' lastupdated='soon'", ""));
        assertThat(found.reasons())
                .containsExactly(
                        "'lastupdated' is no date: the page does not say when it was published",
                        "the page's header counts 2 observations, and 0 are here: the rest is missing");
        assertThat(found.begun).hasSize(1);
    }
}
