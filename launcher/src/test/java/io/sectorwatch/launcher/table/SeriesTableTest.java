package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.series.SeriesFigures;
import io.sectorwatch.application.series.SeriesSummary;
import io.sectorwatch.application.series.ShownSeries;
import io.sectorwatch.application.series.Vintage;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Observation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTableTest {
    private static final Vintage BRIEF =
            vintage("2023", "2.6,\"comparator\":\">\",\"status\":[\"P\"]", "2024-02-23", "eai");
    private static final Vintage FINAL = vintage("2023", "2.577284878", "2025-04-03", "oecd");
    private static final Vintage NEXT = vintage("2024", "2.69", "2025-09-29", "nbs");
    private static final Vintage TYPED = voided(vintage("2024", "269", "2025-09-28", "nbs"));
    private static final ShownSeries SERIES = new ShownSeries(
            BRIEF.observation().series(), false, SeriesFigures.of(List.of(BRIEF, FINAL, NEXT, TYPED), null));

    @Test
    void aPeriodHasItsValueAndWhatWasFirstSaid() {
        assertThat(lines(SeriesTable.ofPeriods(SERIES)))
                .containsExactly(
                        "rd-intensity/CHN/economy/A, percent-of-gdp",
                        " Period   Value  Published   Source  First said",
                        " 2023    2.5773  2025-04-03  oecd    >2.6 (P), 2024-02-23,",
                        "                                     eai",
                        " 2024      2.69  2025-09-29  nbs");
    }

    @Test
    void vintagesSayWhatBecameOfThem() {
        assertThat(lines(SeriesTable.ofVintages(SERIES)))
                .hasSize(6)
                .anyMatch(line -> line.contains(">2.6 (P)") && line.contains("earlier"))
                .anyMatch(line -> line.contains(" 269 ") && line.contains("void"))
                .anyMatch(line -> line.contains("2.69")
                        && line.contains("current")
                        && line.endsWith(NEXT.id().substring(0, 12)));
    }

    @Test
    void programsGetEveryDigitAndTheFirstFigure() {
        var json = Json.tree(SeriesText.periodsForPrograms(SERIES).get(0).getBytes(UTF_8));

        assertThat(json.path("value").decimalValue()).isEqualByComparingTo("2.577284878");
        assertThat(json.at("/first/comparator").textValue()).isEqualTo(">");
        assertThat(json.path("id").textValue()).isEqualTo(FINAL.id());
        assertThat(SeriesText.vintagesForPrograms(SERIES).get(2))
                .contains("\"state\":\"void\",\"because\":\"269 was typed, for 2.69\"");
    }

    @Test
    void rowsHaveAsManyCellsAsTheirHeader() {
        assertThat(SeriesText.periodsForSpreadsheets(SERIES))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("rd-intensity/CHN/economy/A,2023,,2.577284878,percent-of-gdp,A,2025-04-03T00:00:00Z,oecd,")
                .endsWith(",>,2.6,2024-02-23T00:00:00Z,eai");
        assertThat(SeriesText.periodsForSpreadsheets(SERIES))
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(cells(SeriesText.PERIOD_HEADER)));
        assertThat(SeriesText.vintagesForSpreadsheets(SERIES).get(0).split(",", -1))
                .hasSize(cells(SeriesText.VINTAGE_HEADER));
        SeriesSummary summary =
                new SeriesSummary(SERIES.series(), 2, BRIEF.observation().period(), NEXT.observation(), Instant.EPOCH);
        assertThat(SeriesText.forSpreadsheets(summary).split(",", -1)).hasSize(cells(SeriesText.LIST_HEADER));
        assertThat(lines(SeriesTable.of(List.of(summary))))
                .last()
                .asString()
                .contains("rd-intensity/CHN/economy/A", "2 (2023..2024)", "2.69", "1970-01-01");
    }

    private static List<String> lines(String table) {
        return table.lines().map(String::stripTrailing).toList();
    }

    private static int cells(String header) {
        return header.split(",", -1).length;
    }

    private static Vintage voided(Vintage vintage) {
        return new Vintage(
                vintage.id(),
                vintage.observation(),
                new Correction(
                        vintage.id(), State.VOID, "269 was typed, for 2.69", Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static Vintage vintage(String period, String value, String day, String source) {
        Observation observation = (Observation) new IndicatorCodec()
                .read(("{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"unit\":\"percent-of-gdp\",\"period\":\""
                                + period
                                + "\",\"value\":" + value + ",\"published\":\"" + day
                                + "T00:00:00Z\",\"source\":{\"id\":\""
                                + source + "\"}}")
                        .getBytes(UTF_8));
        return new Vintage(FactId.of(observation), observation, null);
    }
}
