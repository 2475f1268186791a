package io.sectorwatch.ingest.format.worldbankjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorldBankJsonTest {
    private static final String HEADER = "{'page':1,'pages':1,'total':1}";

    private static Found read(String text) throws IOException {
        return Found.in(new WorldBankJson(), text.replace('\'', '"'));
    }

    @Test
    void givesARowForEachObservationAMissingOneToo() throws IOException {
        Found found = Found.in(new WorldBankJson(), Found.sample(WorldBankJsonTest.class, "samples/answer.json"));
        String aland = "indicator.id=XX.RD, indicator.value=Research (% of GDP), country.id=AA, country.value=Aland,"
                + " countryiso3code=AAA, ";
        assertThat(found.rows)
                .containsExactly(
                        aland + "TIME_PERIOD=2024, decimal=2",
                        aland + "TIME_PERIOD=2023, OBS_VALUE=1.18873, obs_status=E, decimal=2",
                        "indicator.id=XX.RD, indicator.value=Research (% of GDP), country.id=1A, country.value=World,"
                                + " TIME_PERIOD=2023, OBS_VALUE=2.5E-1, decimal=2, footnote=rounded",
                        "indicator.id=XX.GDP, indicator.value=GDP, country.id=AA, country.value=Aland,"
                                + " countryiso3code=AAA, TIME_PERIOD=2023Q1, OBS_VALUE=1e400, decimal=0");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("XX.RD", "XX.RD", "XX.GDP");
        assertThat(found.begun)
                .extracting(set -> String.valueOf(set.published()))
                .containsOnly("2026-07-13T00:00:00Z");
        assertThat(found.lines).containsExactly(1L, 2L, 3L, 4L);
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void acceptsAnAnswerWithoutObservations() throws IOException {
        Found found = read("[{'page':0,'pages':0,'per_page':0,'total':0,'sourceid':null,'lastupdated':null},null]");
        assertThat(found.rows).isEmpty();
        assertThat(found.begun).hasSize(1);
        assertThat(found.begun.get(0).published()).isNull();
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void rejectsWhatIsNoObservationAndGoesOn() throws IOException {
        Found found = read(
                "[{'page':1,'pages':1,'total':6,'lastupdated':'soon'},"
                        + "[{'date':'2019','value':1},{'date':'2020'},7,{'date':'2021','value':1,'value':2},{'date':'2022','value':NaN}]]");
        assertThat(found.rows).containsExactly("TIME_PERIOD=2019, OBS_VALUE=1", "TIME_PERIOD=2022");
        assertThat(found.reasons())
                .containsExactly(
                        "'lastupdated' is no date: the page does not say when it was published",
                        "an observation has a 'date' and a 'value', and this has not both",
                        "this is no object {…}",
                        "OBS_VALUE is given twice",
                        "the page's header counts 6 observations, and 5 are here: the rest is missing");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "[{'page':1,'pages':7,'total':330},[{'date':'2020','value':1}]]",
                        "page 1 of 7: the rest is missing; ask for all 330 observations in one page"),
                arguments("[" + HEADER + ",[]][" + HEADER + ",[]]", "something follows"),
                arguments("[" + HEADER + ",[],[]]", "something follows"),
                arguments(
                        "[{'message':[{'id':'120','key':'Invalid value','value':'The parameter is not valid'}]}]",
                        "an error message of the World Bank's API: The parameter is not valid"),
                arguments("[" + HEADER + ",[{'id':'ABW','name':'Aruba'}]]", "these are no observations"),
                arguments("[{'some':'thing'}]", "no answer of the World Bank's API"),
                arguments("[]", "no answer of the World Bank's API"),
                arguments("{}", "has no 'data' in its 'source'"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text, String words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void readsAnAnswerOfItsSources() throws IOException {
        String answer = """
                {"page":1,"pages":1,"per_page":"50","total":2,"lastupdated":"2024-03-28","source":[{"id":"2","name":"WDI","data":[
                 {"variable":[{"concept":"Country","id":"AAA","value":"Aland"},{"concept":"Series","id":"XX.RD","value":"Research"},
                  {"concept":"Time","id":"YR2022","value":"2022"}],"value":2.5},
                 {"variable":[{"concept":"Country","id":"BBB","value":"Bland"},{"concept":"Time","id":"YR2022Q1","value":"x"}],
                  "value":null}]}]}""";
        Found found = Found.in(new WorldBankJson(), answer);
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=2022, OBS_VALUE=2.5, Country=AAA, Country.value=Aland, Series=XX.RD,"
                                + " Series.value=Research",
                        "TIME_PERIOD=2022Q1, Country=BBB, Country.value=Bland");
        assertThat(found.begun.get(0).published()).isEqualTo("2024-03-28T00:00:00Z");
        assertThat(found.rejections).isEmpty();
        assertThat(Found.in(
                                new WorldBankJson(),
                                answer.replace("[{\"id\":\"2\"", "{\"id\":\"2\"")
                                        .replace("null}]}]}", "null}]}}"))
                        .rows)
                .isEqualTo(found.rows);
        String paged = answer.replace("\"pages\":1", "\"pages\":3");
        assertThatThrownBy(() -> Found.in(new WorldBankJson(), paged)).hasMessageContaining("page 1 of 3");
    }
}
