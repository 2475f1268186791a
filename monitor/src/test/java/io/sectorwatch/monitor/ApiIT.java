package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of the API on the demonstration's facts, held against its own description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class ApiIT {
    private static final String CHINA = "/api/v1/series/rd-intensity/CHN/economy/A";
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/alerts",
            "/api/v1/alerts?state=all&limit=500",
            "/api/v1/alerts?state=all&as-of=2024-06-30&area=CHN,EU27&sector=economy&severity=info&severity=warning",
            "/api/v1/alerts?state=closed&since=2025-01-01&rule=rd-intensity-at-least-2.6&indicator=rd-intensity",
            "/api/v1/series?limit=100",
            "/api/v1/series?indicator=rd-intensity&area=CHN&sector=economy",
            CHINA,
            CHINA + "?as-of=2024-02-23",
            CHINA + "/vintages",
            CHINA + "/vintages?as-of=2024-06-30",
            "/api/v1/series/policy-activity/USA/semiconductors/A",
            "/api/v1/series/policy-activity/USA/semiconductors/A?as-of=2023-06-30",
            "/api/v1/series/policy-stance.restrict/USA/semiconductors/M/vintages",
            "/api/v1/scorecards?as-of=2024-06-30",
            "/api/v1/scorecards",
            "/api/v1/scorecards?area=CHN&sector=economy",
            "/api/v1/policies?limit=500",
            "/api/v1/policies?area=USA&sector=semiconductors&kind=export-control&as-of=2023-12-31",
            "/api/v1/rules",
            "/api/v1/rules?as-of=2020-01-01",
            "/api/v1/rules/rd-intensity-at-least-2.6",
            "/api/v1/releases",
            "/api/v1/releases?source=nbs&as-of=2024-12-31",
            "/api/v1/status");

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;
    private RunningMonitor monitor;
    private Client client;

    @BeforeAll
    void start() throws Exception {
        topics = new DemoTopics(directory.resolve("data"), 3);
        monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory));
        client = monitor.client();
    }

    @AfterAll
    void stop() {
        monitor.close();
        topics.close();
    }

    @Test
    void everyAnswerIsAsDescribed() {
        OpenApi document = OpenApi.of(client.get("/openapi.yaml").body());
        for (String question : QUESTIONS) {
            document.check("get", client.get(question), question);
        }
        String alert = client.json("/api/v1/alerts")
                .path("alerts")
                .path(0)
                .path("alert")
                .textValue();
        document.check("get", client.get("/api/v1/alerts/" + alert), "/api/v1/alerts/" + alert);
        document.check("get", client.get("/api/v1/alerts/nobody"), "/api/v1/alerts/nobody");
        document.check("get", client.get("/api/v1/rules/nobody"), "/api/v1/rules/nobody");
        document.check("get", client.get("/api/v1/alerts?as-of=May"), "/api/v1/alerts?as-of=May");
        document.check("post", client.send("POST", "/api/v1/backtest", RULE), "/api/v1/backtest");
        document.check("post", client.send("POST", "/api/v1/backtest", "rules: [{id: X}]"), "/api/v1/backtest");
        document.check("put", client.send("PUT", "/api/v1/rules", RULE), "/api/v1/rules");
        document.check("get", client.get("/feeds/alerts.atom"), "/feeds/alerts.atom");
        document.check("get", client.get("/feeds/releases.ics"), "/feeds/releases.ics");
        document.check("get", client.get("/metrics"), "/metrics");
        document.check("get", client.get("/health/live"), "/health/live");
        document.check("get", client.get("/health/ready"), "/health/ready");
        document.check("get", client.get("/openapi.yaml"), "/openapi.yaml");
        // Events are an answer without end: EventsIT reads them.
        document.requireAllAskedBut(Set.of("get /api/v1/events"));
    }

    @Test
    void whatIsServedIsDescribed() {
        assertThat(OpenApi.of(client.get("/openapi.yaml").body()).operations())
                .isEqualTo(new TreeSet<>(monitor.monitor().operations()));
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void anotherDatabaseGivesTheSameBytes(Databases other) throws Exception {
        try (RunningMonitor second = new RunningMonitor(topics.server(), other.fresh(directory))) {
            for (String question : QUESTIONS) {
                if (!question.endsWith("/status")) {
                    assertThat(second.client().get(question).body())
                            .as(question)
                            .isEqualTo(client.get(question).body());
                }
            }
        }
    }

    @Test
    void theHeadlineOfTheBriefIsRaisedAndRetracted() {
        JsonNode then = client.json("/api/v1/alerts?rule=rd-intensity-at-least-2.6&as-of=2024-12-31")
                .path("alerts");
        assertThat(then).hasSize(1);
        assertThat(then.path(0).path("raisedAt").textValue()).isEqualTo("2024-02-23T00:00:00Z");
        String alert = then.path(0).path("alert").textValue();

        JsonNode now = client.json("/api/v1/alerts/" + alert);
        assertThat(now.path("state").textValue()).isEqualTo("retracted");
        assertThat(now.findValuesAsText("transition")).containsSubsequence("RAISED", "UPDATED", "UPDATED", "RETRACTED");
        assertThat(now.path("evidenceFacts").findValuesAsText("source")).contains("eai-brief-1752", "nbs");
        assertThat(client.json("/api/v1/alerts/" + alert + "?as-of=2024-12-31")
                        .path("state")
                        .textValue())
                .isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-23", "2024-02-29", "2024-10-02", "2025-01-23"})
    void aSeriesIsAsItWasKnown(String day) {
        JsonNode value = period(client.json(CHINA + "?as-of=" + day), "2023");
        String said = value.path("comparator").asText("") + value.path("value").asText();
        assertThat(said)
                .isEqualTo(
                        switch (day) {
                            case "2024-02-23" -> ">2.6";
                            case "2024-02-29" -> "2.64";
                            case "2024-10-02" -> "2.65";
                            default -> "2.58";
                        });
    }

    @Test
    void whatIsCountedFromPolicyEventsIsASeriesToo() {
        String events = "/api/v1/series/policy-activity/USA/semiconductors/A";
        assertThat(period(client.json(events), "2022").path("value").intValue()).isEqualTo(7);
        assertThat(period(client.json(events + "?as-of=2022-10-13"), "2022")
                        .path("value")
                        .intValue())
                .isEqualTo(5);
        for (JsonNode rule : client.json("/api/v1/rules").path("rules")) {
            assertThat(rule.path("series").intValue())
                    .as(rule.path("id").textValue())
                    .isPositive();
        }
    }

    @Test
    void nothingIsKnownBeforeItWasPublished() {
        assertThat(period(client.json(CHINA + "?as-of=2024-02-22"), "2023").isMissingNode())
                .isTrue();
        assertThat(client.get("/api/v1/series/rd-intensity/CHN/economy/A?as-of=1999-01-01")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void rulesInEffectDecideTheSameWhenTheyAreTried() {
        for (JsonNode rule : client.json("/api/v1/rules").path("rules")) {
            HttpResponse<String> tried =
                    client.send("POST", "/api/v1/backtest", "{\"rules\": [" + rule.path("content") + "]}");
            JsonNode answer = Client.tree(tried);
            assertThat(answer.path("onlyHere")).as(rule.path("id").textValue()).isEmpty();
            assertThat(answer.path("onlyLive")).as(rule.path("id").textValue()).isEmpty();
            assertThat(answer.path("transitions"))
                    .hasSameSizeAs(answer.path("live").path("transitions"));
        }
    }

    @Test
    void mistakesInRulesAreToldWithTheirPlaces() {
        HttpResponse<String> answer = client.send("POST", "/api/v1/backtest", """
                rules:
                  - id: a
                    title: t
                    severity: loud
                    series: {indicator: rd-intensity}
                    when: {value: {atLeast: 2.6}}
                """);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode mistake = Client.tree(answer).path("mistakes").path(0);
        assertThat(mistake.path("line").intValue()).isEqualTo(4);
        assertThat(mistake.path("column").intValue()).isEqualTo(5);
        assertThat(mistake.path("message").textValue()).contains("'loud'");
    }

    @Test
    void pagesTogetherAreTheList() {
        TreeSet<String> whole =
                new TreeSet<>(client.json("/api/v1/alerts?state=all&limit=500").findValuesAsText("alert"));
        TreeSet<String> pages = new TreeSet<>();
        int asked = 0;
        for (String cursor = ""; cursor != null; asked++) {
            JsonNode page = client.json("/api/v1/alerts?state=all&limit=7" + cursor);
            pages.addAll(page.findValuesAsText("alert"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").textValue() : null;
        }
        assertThat(asked).isGreaterThan(2);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        HttpResponse<String> first = client.get("/api/v1/rules");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get("/api/v1/rules", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aParameterThatIsNoneIsRefused() {
        HttpResponse<String> answer = client.get("/api/v1/alerts?sectr=economy");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("there is no parameter 'sectr' here");
    }

    private static final String RULE = """
            rules:
              - id: tried
                title: Tried
                severity: info
                series: {indicator: rd-intensity, areas: [CHN], sectors: [economy], frequency: A}
                when: {value: {atLeast: 2.6}}
            """;

    private static JsonNode period(JsonNode series, String period) {
        for (JsonNode value : series.path("values")) {
            if (value.path("period").textValue().equals(period)) {
                return value;
            }
        }
        return MissingNode.getInstance();
    }
}
