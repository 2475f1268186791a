package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.alerts.Alerts.Published;
import io.sectorwatch.application.explanation.AlertStory;
import io.sectorwatch.application.explanation.EvidentFact;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.application.series.Vintage;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Observation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertStoryTextTest {
    private static final Rule RULE = new RuleCodec().read("""
            {"id":"at-least-2.6","title":"China at 2.6 % or more","severity":"info","for":2,
             "series":{"indicator":"rd-intensity"},"when":{"value":{"atLeast":2.6,"clear":2.4}}}""".getBytes(UTF_8));
    private static final Observation BRIEF = observation("2.6,\"comparator\":\">\"", "2024-02-23", "brief");
    private static final Observation REVISED = observation("2.58", "2025-01-23", "nbs");

    @Test
    void aRetractedAlertIsExplainedDownToItsFigures() {
        AlertStory story = story(RULE, null, List.of("0123456789abcdef0123456789abcdef"));

        assertThat(AlertStoryText.forPeople(story, new Screen(80, false))).isEqualToNormalizingNewlines("""
                China at 2.6 % or more (at-least-2.6)
                  alert       10e9d6a42c6f0b7388bea6a5cf5ec7ba
                  series      rd-intensity/CHN/economy/A
                  severity    info
                  holds when  at least 2.6 %, in 2 periods in a row; it ends below 2.4
                  since       2023
                  now         taken back 2025-01-23: as is known now, it never held

                What happened
                  2024-02-23  RAISED     info      certain   CHN/economy  it is more than 2.6 %
                  2025-01-23  RETRACTED  info      certain   CHN/economy  it never was

                What it rests on, or rested
                  BEGINNING  rd-intensity/CHN/economy/A 2023: >2.6 percent-of-gdp, published
                      2024-02-23 by brief, page 3, https://example.org/; now 2.58, published
                      2025-01-23 by nbs
                  0123456789ab  is not on the topics any more
                """.replace(
                        "BEGINNING", FactId.of(BRIEF).substring(0, 12)));
    }

    @Test
    void aVoidFigureSaysWhy() {
        Correction typed = new Correction(
                FactId.of(BRIEF), State.VOID, "540 was typed for 54.0", Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(AlertStoryText.forPeople(story(RULE, typed, List.of()), Screen.PLAIN))
                .contains("; void since 2026-01-01: 540 was typed for 54.0");
    }

    @Test
    void withoutItsRuleTheLimitIsWhatTheAlertSays() {
        assertThat(AlertStoryText.forPeople(story(null, null, List.of()), Screen.PLAIN))
                .startsWith("at-least-2.6" + System.lineSeparator())
                .contains("holds when  at least 2.6; it ends below 2.4");
    }

    @Test
    void aProgramGetsAllOfItAsOneObject() {
        var json = Json.tree(
                AlertStoryText.forPrograms(story(RULE, null, List.of())).getBytes(UTF_8));

        assertThat(json.path("open").booleanValue()).isFalse();
        assertThat(json.at("/rule/id").textValue()).isEqualTo("at-least-2.6");
        assertThat(json.at("/transitions/1/transition").textValue()).isEqualTo("RETRACTED");
        assertThat(json.at("/evidence/0/message/comparator").textValue()).isEqualTo(">");
        assertThat(json.at("/evidence/0/now/value").decimalValue()).isEqualByComparingTo("2.58");
    }

    private static AlertStory story(@Nullable Rule rule, @Nullable Correction correction, List<String> missing) {
        Vintage instead = new Vintage(FactId.of(REVISED), REVISED, null);
        return new AlertStory(
                List.of(
                        told("RAISED", "2024-02-23", "it is more than 2.6 %"),
                        told("RETRACTED", "2025-01-23", "it never was")),
                rule,
                "percent-of-gdp",
                List.of(new EvidentFact(new ListedFact(FactId.of(BRIEF), BRIEF, null, correction), instead)),
                missing);
    }

    private static Published told(String transition, String day, String message) {
        byte[] value = ("{\"alert\":\"10e9d6a42c6f0b7388bea6a5cf5ec7ba\",\"transition\":\"" + transition
                        + "\",\"reason\":\"revision\",\"rule\":\"at-least-2.6\",\"ruleHash\":\"" + RULE.hash()
                        + "\",\"severity\":\"info\",\"labels\":{},\"series\":\"rd-intensity/CHN/economy/A\",\"area\":\"CHN\","
                        + "\"sector\":\"economy\",\"since\":\"2023\",\"period\":\"2023\",\"certainty\":\"certain\","
                        + "\"measure\":{\"kind\":\"value\",\"value\":2.58},\"limit\":{\"atLeast\":2.6,\"clear\":2.4},"
                        + "\"message\":\"" + message + "\",\"decidedAt\":\"" + day + "T00:00:00Z\",\"evidence\":[]}")
                .getBytes(UTF_8);
        return new Published(new TransitionCodec().read(value), value, null);
    }

    private static Observation observation(String value, String day, String source) {
        return (Observation) new IndicatorCodec()
                .read(("{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"period\":\"2023\","
                                + "\"unit\":\"percent-of-gdp\",\"value\":" + value + ",\"published\":\"" + day
                                + "T00:00:00Z\",\"source\":{\"id\":\"" + source
                                + "\",\"locator\":\"page 3\",\"url\":\"https://example.org/\"}}")
                        .getBytes(UTF_8));
    }
}
