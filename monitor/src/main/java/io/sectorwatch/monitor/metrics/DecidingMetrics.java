package io.sectorwatch.monitor.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** The metrics of a processor in this process. */
public final class DecidingMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = Registries.create();
    private final JvmMeters jvm = new JvmMeters(registry);
    private final KafkaStreamsMetrics kafka;

    /** Of what runs it. */
    public DecidingMetrics(KafkaStreams streams) {
        kafka = new KafkaStreamsMetrics(streams);
        kafka.bindTo(registry);
        gauge(
                "sectorwatch.deciding",
                "1 while this processor is at work; 0 while it starts, divides the work anew, or has failed.",
                () -> streams.state() == KafkaStreams.State.RUNNING ? 1 : 0);
        gauge(
                "sectorwatch.deciding.threads",
                "Threads of this processor that live.",
                () -> streams.metadataForLocalThreads().stream()
                        .filter(thread -> !thread.threadState().equals("DEAD"))
                        .count());
    }

    /** The metrics as they are now. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        kafka.close();
        jvm.close();
        registry.close();
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
