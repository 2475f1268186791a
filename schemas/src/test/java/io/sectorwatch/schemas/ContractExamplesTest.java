package io.sectorwatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.MessageCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Bound;
import org.junit.jupiter.api.Test;

/** The messages that the contract shows. */
class ContractExamplesTest {
    @Test
    void anObservation() {
        Observation observation = (Observation) read(new IndicatorCodec(), "observation", """
                {"indicator":"rd-intensity","area":"CHN","sector":"economy","period":"2023","value":2.6,"comparator":">",
                 "unit":"percent-of-gdp","status":["P"],"published":"2024-02-23T00:00:00Z",
                 "source":{"id":"eai-brief-1752","locator":"executive-summary/3"},"nextRelease":"2024-10-31"}""");
        assertThat(observation.subject()).isEqualTo("rd-intensity/CHN/economy/A/2023");
        assertThat(observation.comparator()).isEqualTo(Bound.MORE);
        assertThat(observation.status()).containsExactly("P");
        assertThat(observation.source().locator()).isEqualTo("executive-summary/3");
        assertThat(observation.nextRelease()).isEqualTo("2024-10-31");
    }

    @Test
    void aPolicyEvent() {
        PolicyEvent policy = read(new PolicyCodec(), "policy", """
                {"id":"cn-science-technology-commission-2023","title":"Central Science and Technology Commission established",
                 "area":"CHN","sectors":[],"kind":"institution","instruments":["coordination"],"actors":["Central Committee"],
                 "stance":"support","occurred":"2023","published":"2024-02-23T00:00:00Z",
                 "source":{"id":"eai-brief-1752","locator":"executive-summary/5"}}""");
        assertThat(policy.sectors()).containsExactly("economy");
        assertThat(policy.occurred()).hasToString("2023");
        assertThat(policy.subject()).isEqualTo("cn-science-technology-commission-2023");
    }

    @Test
    void aRelease() {
        String json = """
                {"release":"oecd-msti/2024-03-13","title":"OECD Main Science and Technology Indicators","published":"2024-03-13T11:00:00Z",
                 "source":{"id":"oecd"},"counts":{"new":812,"revised":57,"withdrawn":3}}""";
        ClosedRelease release = (ClosedRelease) read(new IndicatorCodec(), "release", json);
        assertThat(release.release()).isEqualTo("oecd-msti/2024-03-13");
        assertThat(release.title()).isEqualTo("OECD Main Science and Technology Indicators");
        assertThat(release.time()).isEqualTo("2024-03-13T11:00:00Z");
        assertThat(release.tally()).isEqualTo(new ClosedRelease.Tally(812, 57, 3));
        assertThat(read(new PolicyMessageCodec(), "release", json)).isEqualTo(release);
        assertThat(Envelope.of(release)).satisfies(event -> {
            assertThat(event.type().code()).isEqualTo("io.sectorwatch.release.v1");
            assertThat(event.subject()).isEqualTo("oecd-msti/2024-03-13");
            assertThat(event.value()).isEqualTo(json.replace("\n ", "").getBytes(UTF_8));
        });
    }

    @Test
    void aCorrection() {
        String json = """
                {"fact":"169a446d146570f89d8c7b6a5900ff11","state":"void","because":"540 was typed for 54.0","at":"2026-11-28T09:00:00Z"}""";
        Correction correction = (Correction) read(new IndicatorCodec(), "correction", json);
        assertThat(correction.state()).isEqualTo(Correction.State.VOID);
        assertThat(correction.because()).isEqualTo("540 was typed for 54.0");
        assertThat(correction.time()).isEqualTo("2026-11-28T09:00:00Z");
        assertThat(read(new PolicyMessageCodec(), "correction", json)).isEqualTo(correction);
        assertThat(Envelope.of(correction)).satisfies(event -> {
            assertThat(event.type().code()).isEqualTo("io.sectorwatch.correction.v1");
            assertThat(event.subject()).isEqualTo("169a446d146570f89d8c7b6a5900ff11");
            assertThat(event.value()).isEqualTo(json.getBytes(UTF_8));
        });
    }

    @Test
    void aTick() {
        assertThat(read(new IndicatorCodec(), "tick", "{\"tick\":\"2025-06-01T00:00:00Z\"}"))
                .isInstanceOfSatisfying(
                        Tick.class, tick -> assertThat(tick.tick()).isEqualTo("2025-06-01T00:00:00Z"));
    }

    @Test
    void aTransition() {
        String json = """
                {"alert":"9f2c0b6e7d5a4c3b8e1f0a9d8c7b6a59","transition":"RETRACTED","reason":"revision",\
                "rule":"rd-intensity-at-least-2.6","ruleHash":"00112233445566778899aabbccddeeff",\
                "severity":"info","labels":{},"series":"rd-intensity/CHN/economy/A","area":"CHN","sector":"economy",\
                "since":"2023","period":"2023","certainty":"certain",\
                "measure":{"kind":"value","value":2.58},"limit":{"atLeast":2.6},\
                "observation":{"period":"2023","value":2.58,"published":"2025-01-23T00:00:00Z","source":"nbs"},\
                "before":{"period":"2023","value":2.65,"published":"2024-10-02T00:00:00Z","source":"nbs"},\
                "message":"China's R&D intensity in 2023 was revised from 2.65 to 2.58 %: it never reached 2.6 %",\
                "decidedAt":"2025-01-23T00:00:00Z","evidence":["ffeeddccbbaa99887766554433221100"]}""";
        Transition transition = read(new TransitionCodec(), "transition", json);
        assertThat(transition.key()).isEqualTo("rd-intensity-at-least-2.6|rd-intensity/CHN/economy/A");
        assertThat(transition.transition().opens()).isFalse();
        assertThat(new String(new TransitionCodec().write(transition), UTF_8)).isEqualTo(json);
    }

    private static <T extends Message> T read(MessageCodec<T> codec, String schema, String json) {
        assertThat(Schemas.complaints(schema, Json.tree(json.getBytes(UTF_8)))).isEmpty();
        return codec.read(json.getBytes(UTF_8));
    }
}
