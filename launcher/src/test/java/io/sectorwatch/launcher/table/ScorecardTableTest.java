package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.scorecard.Scorecards;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.json.SectorCardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTableTest {
    private static final String LINE = """
            {"indicator":"%s","frequency":"A","period":"2023","value":%s,"previous":1,"change":%s,
             "gap":{"benchmark":"%1$s/OECD/economy/A","period":"2021","value":-0.1234}}""";

    @Test
    void putsAreasTogetherBySector() {
        String table = table(
                card("CHN", "economy", line("rd-intensity", "2.58", "0.0249")),
                card("JPN", "aerospace", line("business-rd", "0.0123", "-0.1")));

        assertThat(table.lines().map(String::strip))
                .containsSubsequence("aerospace", "JPN   warning  business-rd  2023     0.01    -0.1  -0.12       3")
                .containsSubsequence("economy", "CHN   warning  rd-intensity  2023     2.58   +0.02  -0.12       3");
    }

    @Test
    void fitsEightyColumnsWhateverTheNames() {
        String long64 = "patents-".repeat(7) + "families";
        String table = table(card("WLD", "economy", line(long64, "123456789012.5", "-98765432.1")));

        assertThat(table.lines()).allMatch(line -> line.length() <= 80, table);
    }

    @Test
    void countsOfPolicyEventsAreNoLinesOfTheirOwn() {
        String table = table(card("CHN", "economy", line("policy-activity", "4", "1")));

        assertThat(table).contains(" CHN ").doesNotContain("policy-activity");
    }

    @Test
    void whatIsSaidOfAllAreasStandsAboveTheTableOfTheirSector() {
        SectorCard sector = new SectorCardCodec().read("""
                        {"area":"*","sector":"economy","state":"warning","indicators":[
                          {"indicator":"rd-intensity","frequency":"A","areas":3,
                           "highest":{"value":4.934,"comparator":">=","of":[{"area":"KOR","period":"2024","value":4.93}]},
                           "median":{"value":2.6949,"of":[{"area":"CHN","period":"2024","value":2.6949}]},
                           "lowest":{"value":1.316,"comparator":"<","of":[
                             {"area":"ITA","period":"2023","value":1.316,"comparator":"<"}]},
                           "benchmark":{"areas":2,"above":1,"possiblyAbove":1}},
                          {"indicator":"patents","frequency":"A","areas":1},
                          {"indicator":"known-of-groups-alone","frequency":"A","areas":0}],
                         "policies":{"trailingYear":{"events":1,"kinds":{},"stances":{}},
                                     "total":{"events":3,"kinds":{},"stances":{}}},
                         "open":{"info":2,"critical":1},"openByArea":{},"knownAt":"2025-01-23T00:00:00Z"}
                        """.getBytes(UTF_8));

        String table = ScorecardTable.of(
                new Scorecards(List.of(card("CHN", "economy", line("rd-intensity", "2.58", "1"))), List.of(sector)));

        assertThat(table.lines().map(String::stripTrailing))
                .startsWith(
                        "economy",
                        " rd-intensity, 3 areas: highest KOR >=4.93 (2024), median 2.69, lowest ITA <1.32",
                        "   (2023), 1 of 2 above the benchmark, possibly 1 more",
                        " patents, 1 area",
                        " 3 policy events, 1 of the last twelve months; open: 1 critical, 2 info",
                        " Area  State    Indicator     Period  Value  Change    Gap  Events");
    }

    private static String table(Scorecard... cards) {
        return ScorecardTable.of(new Scorecards(List.of(cards), List.of()));
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
