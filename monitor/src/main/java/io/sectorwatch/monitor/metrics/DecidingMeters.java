package io.sectorwatch.monitor.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** What a processor in this process does. */
public final class DecidingMeters implements MeterBinder, AutoCloseable {
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics kafka;

    /** Of what runs it. */
    public DecidingMeters(KafkaStreams streams) {
        this.streams = streams;
        kafka = new KafkaStreamsMetrics(streams);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        kafka.bindTo(registry);
        gauge(
                registry,
                "sectorwatch.deciding",
                "1 while this processor is at work; 0 while it starts, divides the work anew, or has failed.",
                () -> streams.state() == KafkaStreams.State.RUNNING ? 1 : 0);
        gauge(
                registry,
                "sectorwatch.deciding.threads",
                "Threads of this processor that live.",
                () -> streams.metadataForLocalThreads().stream()
                        .filter(thread -> !thread.threadState().equals("DEAD"))
                        .count());
    }

    @Override
    public void close() {
        kafka.close();
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
