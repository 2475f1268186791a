package io.sectorwatch.monitor.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The metrics of a process that has no page: what it does, and how its JVM is. */
public final class ProcessMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = Registries.create();
    private final JvmMeters jvm = new JvmMeters(registry);

    /** Of what the process does. */
    public ProcessMetrics(MeterBinder its) {
        its.bindTo(registry);
    }

    /** The metrics as they are now. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        jvm.close();
        registry.close();
    }
}
