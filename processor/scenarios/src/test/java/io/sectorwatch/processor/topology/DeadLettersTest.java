package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.scenario.Simulation;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersTest {
    private static final Instant TIME = Instant.parse("2025-01-23T00:00:00Z");

    private final Simulation simulation = new Simulation();

    @AfterEach
    void close() {
        simulation.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"indicator\"|not JSON",
                "[]|not a JSON object",
                "{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"period\":\"2023\",\"valeu\":1,"
                        + "\"published\":\"2025-01-23T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}|unknown field 'valeu'",
                "{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":NaN,"
                        + "\"published\":\"2025-01-23T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}|not JSON",
                "{\"indicator\":\"policy-activity\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":1,"
                        + "\"published\":\"2025-01-23T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}|counted from policy events",
            })
    void keepWhatCannotBeReadAndTheReason(String value, String reason) {
        simulation.acceptRaw(value.getBytes(UTF_8), TIME);

        assertThat(simulation.records(simulation.topics().deadLetters()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(new String(letter.value(), UTF_8)).isEqualTo(value);
                    assertThat(new String(
                                    letter.headers()
                                            .lastHeader("__streams.errors.message")
                                            .value(),
                                    UTF_8))
                            .contains(reason);
                });
    }

    @Test
    void stopNothingElse() {
        simulation.apply(
                new RuleCodec().read("{\"id\":\"r\",\"series\":{},\"when\":{\"value\":{\"above\":1}}}".getBytes(UTF_8)),
                Instant.EPOCH);
        simulation.acceptRaw("nonsense".getBytes(UTF_8), TIME);
        simulation.acceptRaw(
                ("{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":2,"
                                + "\"published\":\"2025-01-23T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}")
                        .getBytes(UTF_8),
                TIME);

        assertThat(simulation.transitions()).hasSize(1);
        assertThat(simulation.refused()).hasSize(1);
    }
}
