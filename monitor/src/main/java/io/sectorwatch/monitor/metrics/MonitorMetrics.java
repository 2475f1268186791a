package io.sectorwatch.monitor.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.monitor.intake.FollowerState;
import io.sectorwatch.monitor.intake.Times;
import io.sectorwatch.monitor.read.JsonNodes;
import io.sectorwatch.monitor.read.ReleaseReader;
import io.sectorwatch.monitor.status.StatusSeen;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The metrics of a monitor, taken from its database whenever somebody asks. */
public final class MonitorMetrics implements AutoCloseable {
    private static final int MOST_VALUES = 5_000;

    private final PrometheusMeterRegistry registry = Registries.create();
    private final JvmMeters jvm = new JvmMeters(registry);
    private final Jdbi jdbi;
    private final Clock clock;
    private final MultiGauge open = gauges("sectorwatch.open.alerts", "Alerts that are open.");
    private final MultiGauge transitions = gauges("sectorwatch.transitions", "Transitions on the topic of alerts.");
    private final MultiGauge values = gauges("sectorwatch.series.value", "Current value of an indicator on a card.");
    private final MultiGauge overdue =
            gauges("sectorwatch.overdue.series", "Series whose next figure was due on a day that has come.");
    private final StatusMetrics status;
    private final MultiGauge records = gauges("sectorwatch.known.records", "What the database holds, by sort.");

    /** Of a database, of who fills it, and of who looks at the processor. */
    public MonitorMetrics(Jdbi jdbi, Supplier<FollowerState> follower, Supplier<StatusSeen> seen, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        status = new StatusMetrics(registry, seen, clock);
        gauge(
                "sectorwatch.monitor.lag.records",
                "Records on the topics that are not in the database yet; -1 before it is known.",
                () -> follower.get().lag());
        gauge(
                "sectorwatch.monitor.failing",
                "1 while the monitor can neither read nor write.",
                () -> follower.get().failure() == null ? 0 : 1);
        gauge(
                "sectorwatch.monitor.read.timestamp.seconds",
                "When the monitor last had an answer from the server.",
                () -> seconds(follower.get().readAt()));
    }

    /** Tells of something else in this process, too. */
    public void also(MeterBinder other) {
        other.bindTo(registry);
    }

    /** The metrics as they are now. */
    public String scrape() {
        jdbi.useHandle(handle -> {
            open.register(rows(handle, "count-open-alerts", "rule", "area", "sector", "severity"), true);
            transitions.register(rows(handle, "count-transitions", "transition"), true);
            records.register(rows(handle, "count-records", "sort"), true);
            values.register(values(handle), true);
        });
        overdue.register(overdue(), true);
        status.refresh();
        return registry.scrape();
    }

    @Override
    public void close() {
        jvm.close();
        registry.close();
    }

    private MultiGauge gauges(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private static List<Row<?>> rows(Handle handle, String sql, String... labels) {
        return handle.createQuery(Sql.named(sql))
                .<Row<?>>map((row, context) -> {
                    Tags tags = Tags.empty();
                    for (String label : labels) {
                        tags = tags.and(label, row.getString(label));
                    }
                    return Row.of(tags, row.getDouble("amount"));
                })
                .list();
    }

    private static List<Row<?>> values(Handle handle) {
        List<Row<?>> rows = new ArrayList<>();
        handle.createQuery(Sql.named("scorecards"))
                .define("conditions", "area <> '*'")
                .mapTo(String.class)
                .forEach(json -> {
                    JsonNode card = JsonNodes.parse(json);
                    for (JsonNode line : card.path("indicators")) {
                        if (rows.size() < MOST_VALUES && !line.has("comparator")) {
                            Tags tags = Tags.of(
                                    "indicator", line.path("indicator").asText(),
                                    "area", card.path("area").asText(),
                                    "sector", card.path("sector").asText(),
                                    "frequency", line.path("frequency").asText());
                            rows.add(Row.of(tags, line.path("value").asDouble()));
                        }
                    }
                });
        return rows;
    }

    private List<Row<?>> overdue() {
        List<Row<?>> rows = new ArrayList<>();
        for (JsonNode due :
                new ReleaseReader(jdbi).overdue(Times.text(clock.instant()).substring(0, 10))) {
            Tags tags = Tags.of(
                    "indicator", due.path("indicator").asText(),
                    "source", due.path("source").asText(),
                    "due", due.path("due").asText());
            rows.add(Row.of(tags, due.path("series").asInt()));
        }
        return rows;
    }

    private static double seconds(@Nullable Instant time) {
        return time == null ? Double.NaN : time.toEpochMilli() / 1000.0;
    }
}
