package io.sectorwatch.monitor.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.sectorwatch.application.status.InstallationStatus;
import io.sectorwatch.monitor.status.StatusSeen;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What was last seen of the processor and its topics, as metrics; NaN where nothing was. */
final class StatusMetrics {
    private final MeterRegistry registry;
    private final Supplier<StatusSeen> seen;
    private final MultiGauge lag;
    private final MultiGauge watched;

    StatusMetrics(MeterRegistry registry, Supplier<StatusSeen> seen, Clock clock) {
        this.registry = registry;
        this.seen = seen;
        lag = MultiGauge.builder("sectorwatch.processor.lag.records")
                .description("Records, or fewer, that the processor has not decided yet.")
                .register(registry);
        watched = MultiGauge.builder("sectorwatch.rule.series")
                .description("Series that a rule in effect watches.")
                .register(registry);
        gauge(
                "sectorwatch.status.failing",
                "1 while it cannot be seen how the installation stands.",
                () -> seen.get().failure() == null ? 0 : 1);
        gauge("sectorwatch.status.age.seconds", "How long ago it was seen how the installation stands.", () -> {
            Instant at = seen.get().seenAt();
            return at == null ? Double.NaN : (clock.millis() - at.toEpochMilli()) / 1000.0;
        });
        ofStatus(
                "sectorwatch.processor.deciding",
                "1 while a processor decides whatever comes; 0 where there is none, or it stands still.",
                status -> status.deciding().isWell() ? 1 : 0);
        ofStatus(
                "sectorwatch.processor.members",
                "Threads of processors that the server holds to be alive.",
                status -> status.group().members().size());
        ofStatus(
                "sectorwatch.processor.known.timestamp.seconds",
                "The newest knowledge time that is decided.",
                status -> seconds(status.newestDecided()));
        ofStatus(
                "sectorwatch.processor.written.timestamp.seconds",
                "When the processor wrote the newest transition.",
                status -> seconds(status.lastWritten()));
        ofStatus(
                "sectorwatch.missing.topics",
                "Topics that have to be there and are not.",
                status -> status.missingTopics().size());
        ofStatus(
                "sectorwatch.topic.differences",
                "Settings of topics that are not as they must be.",
                status -> status.topicDifferences().size());
    }

    /** Brings those up to date of which there are as many as things seen. */
    void refresh() {
        StatusSeen now = seen.get();
        InstallationStatus status = now.status();
        List<Row<?>> rows = new ArrayList<>();
        if (status != null) {
            status.partitions()
                    .forEach(partition -> rows.add(Row.of(
                            Tags.of("topic", partition.topic(), "partition", Integer.toString(partition.partition())),
                            partition.behind())));
        }
        lag.register(rows, true);
        List<Row<?>> rules = new ArrayList<>();
        now.watched().forEach((rule, series) -> rules.add(Row.of(Tags.of("rule", rule), series)));
        watched.register(rules, true);
    }

    private void ofStatus(String name, String description, ToDoubleFunction<InstallationStatus> value) {
        gauge(name, description, () -> {
            InstallationStatus status = seen.get().status();
            return status == null ? Double.NaN : value.applyAsDouble(status);
        });
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private static double seconds(@Nullable Instant time) {
        return time == null ? Double.NaN : time.toEpochMilli() / 1000.0;
    }
}
