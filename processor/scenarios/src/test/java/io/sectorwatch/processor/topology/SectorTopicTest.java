package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.scenario.Simulation;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class SectorTopicTest {
    private static final String RULE =
            "{\"id\":\"reached\",\"series\":{\"indicator\":\"x\"},\"when\":{\"value\":{\"atLeast\":1}}}";

    private final Set<String> sectors = new HashSet<>(Set.of("energy"));

    @Test
    void everyTransitionGoesToTheTopicOfItsSectorFromTheTimeThatThereIsOne() {
        try (Simulation simulation = new Simulation(sectors::contains)) {
            simulation.apply(new RuleCodec().read(RULE.getBytes(UTF_8)), Instant.EPOCH);

            figure(simulation, "energy", 2021);
            figure(simulation, "quantum", 2021);
            sectors.add("quantum");
            figure(simulation, "quantum", 2022);
            figure(simulation, "economy", 2022);

            Topics topics = simulation.topics();
            List<TestRecord<String, byte[]>> energy = simulation.records(topics.alerts("energy"));
            List<TestRecord<String, byte[]>> quantum = simulation.records(topics.alerts("quantum"));
            List<TestRecord<String, byte[]>> all = simulation.records(topics.alerts());
            assertThat(all).hasSize(4);
            assertThat(energy).singleElement().satisfies(record -> isTheSame(record, all.get(0)));
            assertThat(quantum).singleElement().satisfies(record -> isTheSame(record, all.get(2)));
            assertThat(simulation.records(topics.alerts("economy"))).isEmpty();
        }
    }

    private static void isTheSame(TestRecord<String, byte[]> routed, TestRecord<String, byte[]> record) {
        assertThat(routed.key()).isEqualTo(record.key());
        assertThat(routed.value()).isEqualTo(record.value());
        assertThat(routed.timestamp()).isEqualTo(record.timestamp());
        assertThat(type(routed.headers())).isEqualTo(type(record.headers())).contains("transition");
    }

    private static String type(Headers headers) {
        return new String(headers.lastHeader("ce_type").value(), UTF_8);
    }

    private static void figure(Simulation simulation, String sector, int year) {
        String json = "{\"indicator\":\"x\",\"area\":\"CHN\",\"sector\":\"" + sector + "\",\"period\":\"" + year
                + "\",\"value\":2,\"published\":\"" + (year + 1)
                + "-02-01T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}";
        simulation.accept(new IndicatorCodec().read(json.getBytes(UTF_8)));
    }
}
