package io.sectorwatch.monitor.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes registries whose metrics are named as Prometheus wants them. */
final class Registries {
    // Not in base units, or without a word of what they are.
    private static final Pattern UNFIT = Pattern.compile("\\.(ns|ms)(\\.|$)|\\.node\\.|^process\\.cpu\\.time$");
    private static final Pattern COUNT = Pattern.compile("(kafka\\..*|system\\.cpu)\\.count");

    static PrometheusMeterRegistry create() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config()
                .meterFilter(MeterFilter.deny(id -> UNFIT.matcher(id.getName()).find()))
                .meterFilter(new MeterFilter() {
                    @Override
                    public Meter.Id map(Meter.Id id) {
                        // This ending is kept for what histograms and summaries count.
                        Matcher count = COUNT.matcher(id.getName());
                        return count.matches() ? id.withName(count.group(1) + 's') : id;
                    }
                });
        return registry;
    }

    private Registries() {}
}
