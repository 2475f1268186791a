package io.sectorwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FredApiTest {
    private static final String ADDRESS = "https://api.stlouisfed.org/fred/series/observations?series_id=GDP";
    private static final Map<String, String> KEY = Map.of(FredApi.VARIABLE, "0123456789abcdef");

    @Test
    void addsTheKeyOfTheEnvironmentAndTellsItNobody() throws WebException {
        Address complete = FredApi.complete(Address.of(ADDRESS), KEY::get);
        assertThat(complete.uri()).hasToString(ADDRESS + "&api_key=0123456789abcdef&file_type=json");
        assertThat(complete.toString()).contains("series_id=GDP").doesNotContain("0123456789abcdef");
    }

    @Test
    void leavesWhatAnAddressSaysItself() throws WebException {
        String whole = ADDRESS + "&api_key=mine&file_type=xml";
        assertThat(FredApi.complete(Address.of(whole), KEY::get).uri()).hasToString(whole);
    }

    @Test
    void givesTheKeyToNoOtherServer() throws WebException {
        for (String other : new String[] {
            "https://fred.stlouisfed.org/graph/fredgraph.csv?id=GDP",
            "https://api.stlouisfed.org.example.org/fred/series/observations?series_id=GDP"
        }) {
            assertThat(FredApi.complete(Address.of(other), KEY::get).uri()).hasToString(other);
        }
        assertThatThrownBy(() -> FredApi.complete(Address.of(ADDRESS.replace("https", "http")), KEY::get))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("not encrypted");
    }

    @Test
    void saysWhereAKeyIsWanted() {
        assertThatThrownBy(() -> FredApi.complete(Address.of(ADDRESS), name -> null))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("FRED_API_KEY");
        assertThatThrownBy(() -> FredApi.complete(Address.of(ADDRESS), name -> "a b&c"))
                .hasMessageContaining("FRED_API_KEY")
                .hasMessageNotContaining("a b&c");
    }
}
