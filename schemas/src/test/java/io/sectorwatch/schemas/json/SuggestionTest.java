package io.sectorwatch.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> WORDS = List.of("area", "areas", "atLeast", "atMost", "below", "id");

    @ParameterizedTest
    @CsvSource({"aera, area", "Areas, areas", "atleast, atLeast", "at_most, atMost", "bellow, below", "ID, id", "ix, id"
    })
    void namesTheNearestWord(String written, String meant) {
        assertThat(Suggestion.among(WORDS, written)).isEqualTo("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"xy", "threshold", "''", "q"})
    void isSilentWhereNothingIsNear(String written) {
        assertThat(Suggestion.among(WORDS, written)).isEmpty();
    }
}
