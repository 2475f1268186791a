package io.sectorwatch.ingest.publish;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How long Kafka is waited for. Its own defaults leave a person alone for minutes. */
final class TimeOuts {
    // They depend on one another, so the caller's choice of any of them replaces all.
    private static final Map<String, Object> PATIENCE = Map.of(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);

    /** The same configuration, with time-outs where it has none. */
    static Map<String, Object> in(Map<String, Object> config) {
        Map<String, Object> patient = new HashMap<>(config);
        if (PATIENCE.keySet().stream().noneMatch(config::containsKey)) {
            patient.putAll(PATIENCE);
        }
        return patient;
    }

    private TimeOuts() {}
}
