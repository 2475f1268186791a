package io.sectorwatch.deliver.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.delivery.DeliveryMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/** Counts what the delivery does, for each target since this process began. */
public final class DeliveryMeters implements DeliveryMetrics, MeterBinder {
    private final Map<String, Standing> targets = new ConcurrentHashMap<>();

    /** Of the targets of a file. */
    public DeliveryMeters(Targets targets) {
        targets.all().forEach(target -> this.targets.put(target.name(), new Standing()));
    }

    @Override
    public void delivered(String target, int notices) {
        Standing its = of(target);
        its.delivered.add(notices);
        its.waiting = false;
    }

    @Override
    public void retried(String target, String why, Duration pause) {
        Standing its = of(target);
        its.retries.increment();
        its.waiting = true;
    }

    @Override
    public void parked(String target, String why) {
        Standing its = of(target);
        its.parked.increment();
        its.waiting = false;
    }

    @Override
    public void lag(String target, long records) {
        of(target).lag = records;
    }

    @Override
    public void failed(String target, String why) {
        of(target).lag = Double.NaN;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        targets.forEach((target, its) -> {
            counter(registry, target, "delivered", "Alerts that a target has taken.", its, its.delivered);
            counter(
                    registry,
                    target,
                    "retries",
                    "Times that a target did not answer and is asked again.",
                    its,
                    its.retries);
            counter(registry, target, "parked", "Alerts that a target has refused.", its, its.parked);
            gauge(
                    registry,
                    target,
                    "lag.records",
                    "Records on the topic of alerts that a target was not told of yet; NaN while that is not known.",
                    its,
                    standing -> standing.lag);
            gauge(
                    registry,
                    target,
                    "waiting",
                    "1 while a target does not answer and is asked again.",
                    its,
                    standing -> standing.waiting ? 1 : 0);
        });
    }

    private Standing of(String target) {
        return targets.computeIfAbsent(target, name -> new Standing());
    }

    private static void counter(
            MeterRegistry registry, String target, String name, String description, Standing its, LongAdder count) {
        FunctionCounter.builder("sectorwatch.delivery." + name, its, standing -> count.sum())
                .description(description)
                .tag("target", target)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            String target,
            String name,
            String description,
            Standing its,
            ToDoubleFunction<Standing> value) {
        Gauge.builder("sectorwatch.delivery." + name, its, value)
                .description(description)
                .tag("target", target)
                .strongReference(true)
                .register(registry);
    }

    private static final class Standing {
        private final LongAdder delivered = new LongAdder();
        private final LongAdder retries = new LongAdder();
        private final LongAdder parked = new LongAdder();
        private volatile double lag = Double.NaN;
        private volatile boolean waiting;
    }
}
