package io.sectorwatch.processor.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.json.SectorCardCodec;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.SectorCard.Comparison;
import io.sectorwatch.schemas.message.SectorCard.Spread;
import io.sectorwatch.schemas.message.SectorCard.Statistic;
import io.sectorwatch.schemas.message.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectorCardsTest {
    private final SortedMap<String, AreaSlices> areas = new TreeMap<>();

    @Test
    void comparesTheCurrentFiguresOfAreasAndNamesTheirPeriods() {
        figure("KOR", "'period':'2024','value':4.93,'unit':'percent-of-gdp'");
        figure("CHN", "'period':'2024','value':2.69,'unit':'percent-of-gdp'");
        figure("ITA", "'period':'2023','value':1.31");

        Spread spread = onlySpread();

        assertThat(spread.areas()).isEqualTo(3);
        assertThat(spread.unit()).isEqualTo("percent-of-gdp");
        assertThat(text(spread.highest())).isEqualTo("4.93: KOR 2024");
        assertThat(text(spread.median())).isEqualTo("2.69: CHN 2024");
        assertThat(text(spread.lowest())).isEqualTo("1.31: ITA 2023");
    }

    @Test
    void aGroupOfAreasIsNoArea() {
        figure("OECD", "'period':'2023','value':9");
        assertThat(onlySpread()).isEqualTo(new Spread("x", onlySpread().frequency(), 0, null, null, null, null, null));

        figure("CHN", "'period':'2023','value':2");
        figure("EU27", "'period':'2023','value':1," + gap("0.5"));
        figure("ATLANTIS", "'period':'2023','value':3");

        assertThat(onlySpread().areas()).isEqualTo(2);
        assertThat(text(onlySpread().highest())).isEqualTo("3: ATLANTIS 2023");
        assertThat(text(onlySpread().lowest())).isEqualTo("2: CHN 2023");
        assertThat(onlySpread().benchmark()).isNull();
    }

    @Test
    void figuresOfDifferentUnitsAreNotCompared() {
        figure("CHN", "'period':'2023','value':2,'unit':'cny'");
        figure("USA", "'period':'2023','value':3,'unit':'usd'");

        assertThat(onlySpread()).isEqualTo(new Spread("x", onlySpread().frequency(), 2, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,,1,0",
        "0,,0,0",
        "-0.1,,0,0",
        "0,>,1,0",
        "0,>=,0,1",
        "0.1,>=,1,0",
        "-1,>,0,1",
        "-1,>=,0,1",
        "0.1,<,0,1",
        "0.1,<=,0,1",
        "0,<,0,0",
        "0,<=,0,0",
        "-1,<,0,0"
    })
    void countsWhoIsAboveTheBenchmark(String gap, @Nullable String bound, int above, int possibly) {
        figure("CHN", "'period':'2023','value':2," + gap(gap + (bound == null ? "" : ",'comparator':'" + bound + "'")));
        figure("USA", "'period':'2023','value':2");

        assertThat(onlySpread().benchmark()).isEqualTo(new Comparison(1, above, possibly));
    }

    @Test
    void addsUpAlertsOfAllAreasAndSaysWhereTheyAre() {
        card("x/A", "CHN", "", "{'info':1,'critical':2}", "2024-01-01");
        card("x/A", "OECD", "", "{'info':3}", "2024-01-02");
        card("x/A", "USA", "", "{}", "2024-01-03");

        SectorCard card = merged();

        assertThat(card.state()).isEqualTo(Severity.CRITICAL);
        assertThat(card.open()).isEqualTo(Map.of(Severity.INFO, 4, Severity.CRITICAL, 2));
        assertThat(card.openByArea())
                .isEqualTo(Map.of(
                        "CHN", Map.of(Severity.INFO, 1, Severity.CRITICAL, 2), "OECD", Map.of(Severity.INFO, 3)));
        assertThat(card.knownAt()).isEqualTo(Instant.parse("2024-01-03T00:00:00Z"));
    }

    @Test
    void countsThePoliciesOfAllAreasInTheSameTwelveMonths() {
        policies("CHN", "2023-03", "funding", "2023-04-01");
        policies("USA", "2024-03", "export-control", "2024-04-01");
        policies("USA", "", "funding", "2024-04-01");

        SectorCard card = merged();

        assertThat(Objects.requireNonNull(areas.get("CHN"))
                        .card()
                        .policies()
                        .trailingYear()
                        .events())
                .isEqualTo(1);
        assertThat(card.policies().trailingYear().kinds()).isEqualTo(Map.of("export-control", 1));
        assertThat(card.policies().total().kinds()).isEqualTo(Map.of("export-control", 1, "funding", 2));
        assertThat(card.policies().total().stances()).isEqualTo(Map.of("support", 3));
        assertThat(card.indicators()).isEmpty();
    }

    @Test
    void anIndicatorMayBeCalledPolicies() {
        card(
                "policies/A",
                "CHN",
                "{'indicator':'policies','frequency':'A','period':'2023','value':1}",
                "{}",
                "2024-01-01");

        assertThat(merged().indicators()).hasSize(1);
        assertThat(merged().policies().total().events()).isZero();
    }

    private static String text(@Nullable Statistic statistic) {
        return Objects.requireNonNull(statistic).value() + ": "
                + statistic.of().stream()
                        .map(figure -> figure.area() + ' ' + figure.period())
                        .collect(Collectors.joining(", "));
    }

    private static String gap(String value) {
        return "'gap':{'benchmark':'x/OECD/economy/A','period':'2023','value':" + value + "}";
    }

    private void figure(String area, String fields) {
        card("x/A", area, "{'indicator':'x','frequency':'A'," + fields + "}", "{}", "2024-01-01");
    }

    private void policies(String area, String month, String kind, String known) {
        put(area, Slice.POLICIES + month, """
                {'area':'%s','sector':'economy','state':null,'indicators':[],
                 'policies':{'trailingYear':{'events':0,'kinds':{},'stances':{}},
                             'total':{'events':1,'kinds':{'%s':1},'stances':{'support':1}}},
                 'open':{},'knownAt':'%sT00:00:00Z'}
                """.formatted(area, kind, known));
    }

    private void card(String part, String area, String line, String open, String known) {
        put(area, part, """
                {'area':'%s','sector':'economy','state':null,'indicators':[%s],
                 'policies':{'trailingYear':{'events':0,'kinds':{},'stances':{}},
                             'total':{'events':0,'kinds':{},'stances':{}}},
                 'open':%s,'knownAt':'%sT00:00:00Z'}
                """.formatted(area, line, open, known));
    }

    private void put(String area, String part, String json) {
        areas.computeIfAbsent(area, none -> new AreaSlices())
                .put(new Slice(
                        part, new ScorecardCodec().read(json.replace('\'', '"').getBytes(UTF_8))));
    }

    private Spread onlySpread() {
        assertThat(merged().indicators()).hasSize(1);
        return merged().indicators().get(0);
    }

    private SectorCard merged() {
        SectorCard card = SectorCards.merge(areas.values());
        assertThat(new SectorCardCodec().read(new SectorCardCodec().write(card)))
                .isEqualTo(card);
        return card;
    }
}
