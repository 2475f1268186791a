package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactTextTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String OBSERVATION = """
            {"indicator":"rd-intensity","area":"CHN","sector":"economy","period":"2023","value":2.6,"comparator":">","status":["P"],"published":"2024-02-23T08:00:00Z","source":{"id":"brief"}}""";
    private static final Correction TYPED = new Correction(
            ID, State.VOID, "540 was typed for 54.0, \"of course\"", Instant.parse("2026-11-28T09:00:00Z"));

    @Test
    void aFactOnALine() {
        assertThat(FactText.forPeople(observation(null), Screen.PLAIN))
                .isEqualTo("0123456789ab  2024-02-23  valid  rd-intensity/CHN/economy/A 2023: >2.6 (P), of brief");
        assertThat(FactText.forPeople(policy(), Screen.PLAIN))
                .isEqualTo("0123456789ab  2024-02-23  valid  policy commission CHN 2023-12: institution, of brief");
    }

    @Test
    void aVoidFactSaysWhyWithinItsColumns() {
        assertThat(FactText.forPeople(observation(TYPED), new Screen(80, false)))
                .isEqualToNormalizingNewlines("""
                        0123456789ab  2024-02-23  void   rd-intensity/CHN/economy/A 2023: >2.6 (P), of
                                      brief; since 2026-11-28: 540 was typed for 54.0, "of course\"""");
    }

    @Test
    void aFactForSpreadsheets() {
        assertThat(FactText.forSpreadsheets(observation(TYPED)))
                .isEqualTo(ID
                        + ",void,2024-02-23T08:00:00Z,brief,rd-intensity,,CHN,economy,2023,>,2.6,,P,,"
                        + "\"540 was typed for 54.0, \"\"of course\"\"\",2026-11-28T09:00:00Z");
        assertThat(FactText.forSpreadsheets(policy()))
                .isEqualTo(ID
                        + ",valid,2024-02-23T08:00:00Z,brief,,commission,CHN,aerospace semiconductors,2023-12,,,,,"
                        + "A commission,,");
        assertThat(FactText.HEADER.split(","))
                .hasSize(FactText.forSpreadsheets(observation(null)).split(",", -1).length);
    }

    @Test
    void aFactForPrograms() {
        assertThat(FactText.forPrograms(observation(null)))
                .isEqualTo("{\"id\":\"" + ID + "\",\"state\":\"valid\",\"message\":" + OBSERVATION + "}");
        assertThat(FactText.forPrograms(observation(TYPED)))
                .contains("\"state\":\"void\",\"because\":\"540 was typed", ",\"at\":\"2026-11-28T09:00:00Z\",");
    }

    @Test
    void whatBecameOfACorrection() {
        assertThat(FactText.corrected(observation(TYPED)))
                .isEqualTo("0123456789ab is void now: rd-intensity/CHN/economy/A 2023: >2.6 (P), of brief.");
        assertThat(FactText.unchanged(observation(TYPED)))
                .startsWith("0123456789ab is void already since 2026-11-28 (540 was typed")
                .contains("nothing was changed");
        assertThat(FactText.unchanged(observation(null))).startsWith("0123456789ab is valid already, and nothing");
    }

    private static ListedFact observation(@Nullable Correction correction) {
        return new ListedFact(ID, new IndicatorCodec().read(OBSERVATION.getBytes(UTF_8)), null, correction);
    }

    private static ListedFact policy() {
        return new ListedFact(ID, new PolicyCodec().read("""
                        {"id":"commission","title":"A commission","area":"CHN","sectors":["aerospace","semiconductors"],"kind":"institution","stance":"support","occurred":"2023-12","published":"2024-02-23T08:00:00Z","source":{"id":"brief"}}""".getBytes(UTF_8)), null, null);
    }
}
