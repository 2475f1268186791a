package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTableTest {
    private static final String LINE = """
            {"indicator":"%s","frequency":"A","period":"2023","value":%s,"previous":1,"change":%s,
             "gap":{"benchmark":"%1$s/OECD/economy/A","period":"2021","value":-0.1234}}""";

    @Test
    void putsAreasTogetherBySector() {
        String table = ScorecardTable.of(List.of(
                card("CHN", "economy", line("rd-intensity", "2.58", "0.0249")),
                card("JPN", "aerospace", line("business-rd", "0.0123", "-0.1"))));

        assertThat(table.lines().map(String::strip))
                .containsSubsequence("aerospace", "JPN   warning  business-rd  2023     0.01    -0.1  -0.12       3")
                .containsSubsequence("economy", "CHN   warning  rd-intensity  2023     2.58   +0.02  -0.12       3");
    }

    @Test
    void fitsEightyColumnsWhateverTheNames() {
        String long64 = "patents-".repeat(7) + "families";
        String table =
                ScorecardTable.of(List.of(card("WLD", "economy", line(long64, "123456789012.5", "-98765432.1"))));

        assertThat(table.lines()).allMatch(line -> line.length() <= 80, table);
    }

    @Test
    void countsOfPolicyEventsAreNoLinesOfTheirOwn() {
        String table = ScorecardTable.of(List.of(card("CHN", "economy", line("policy-activity", "4", "1"))));

        assertThat(table).contains(" CHN ").doesNotContain("policy-activity");
    }

    private static String line(String indicator, String value, String change) {
        return LINE.formatted(indicator, value, change);
    }

    private static Scorecard card(String area, String sector, String line) {
        return new ScorecardCodec().read("""
                        {"area":"%s","sector":"%s","state":"warning","indicators":[%s],
                         "policies":{"trailingYear":{"events":1,"kinds":{},"stances":{}},
                                     "total":{"events":3,"kinds":{},"stances":{}}},
                         "open":{"warning":1},"knownAt":"2025-01-23T00:00:00Z"}
                        """.formatted(area, sector, line).getBytes(UTF_8));
    }
}
