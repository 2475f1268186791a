package io.sectorwatch.benchmark.measure;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Watches a consumer group from outside, ten times a second: when it was given the partitions, how far it has committed,
 * and when it has come to rest.
 */
public final class GroupWatch {
    private static final long STEP_MS = 100;
    private static final Duration AT_REST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double SECOND = 1e9;

    private final Admin admin;
    private final Jvm job;
    private final Usage usage;
    private final List<Usage> accounted;
    private final String group;
    private final Map<TopicPartition, Long> ends;
    private final long processStart = System.nanoTime();

    private Map<TopicPartition, Long> committed = Map.of();
    private Moment changed = new Moment(processStart, OptionalDouble.empty());

    private record Moment(long nanos, OptionalDouble cpu) {}

    private GroupWatch(Admin admin, Jvm broker, Jvm job, String group, Map<TopicPartition, Long> ends) {
        this.admin = admin;
        this.job = job;
        this.usage = job.usage();
        this.accounted = List.of(broker.usage(), usage, new Usage(ProcessHandle.current()));
        this.group = group;
        this.ends = ends;
    }

    /**
     * Measures a job that has just been started, until it has nothing more to do.
     *
     * @param broker is known to be busy too
     * @param ends the offset after the last event of each partition
     * @param progress is told the share of the events that are committed, ten times a second
     * @throws JobFailure if the job ends, or does not come on for a long time
     */
    public static MeasuredRun measure(
            Server server, Jvm broker, Jvm job, String group, Map<TopicPartition, Long> ends, DoubleConsumer progress) {
        try (Admin admin = server.admin()) {
            return new GroupWatch(admin, broker, job, group, ends).measure(progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailure("interrupted", e);
        }
    }

    private MeasuredRun measure(DoubleConsumer progress) throws InterruptedException {
        while (!hasPartitions()) {
            step();
        }
        Moment begun = now();
        double accountedBefore = accounted();
        Machine.busyCores();
        changed = begun;
        while (!hasCommittedAll()) {
            progress.accept(share());
            step();
        }
        long end = changed.nanos();
        double busy =
                Machine.busyCores() - (accounted() - accountedBefore) / ((System.nanoTime() - begun.nanos()) / SECOND);
        while (System.nanoTime() - changed.nanos() < AT_REST.toNanos()) {
            step();
            lookAtCommits();
        }
        return new MeasuredRun(
                (begun.nanos() - processStart) / SECOND,
                (end - begun.nanos()) / SECOND,
                begun.cpu().isPresent() && changed.cpu().isPresent()
                        ? OptionalDouble.of(
                                changed.cpu().getAsDouble() - begun.cpu().getAsDouble())
                        : OptionalDouble.empty(),
                usage.peakMemory(),
                Double.isNaN(busy) ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, busy)));
    }

    private double accounted() {
        return accounted.stream()
                .mapToDouble(each -> each.cpuSeconds().orElse(Double.NaN))
                .sum();
    }

    private boolean hasCommittedAll() {
        lookAtCommits();
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void lookAtCommits() {
        // Before the question, since the commit was there then at the latest or a step ago.
        Moment asked = now();
        Map<TopicPartition, Long> newest = new Offsets(admin).committed(group);
        if (!newest.equals(committed)) {
            committed = newest;
            changed = asked;
        }
    }

    private boolean hasPartitions() throws InterruptedException {
        try {
            ConsumerGroupDescription description = admin.describeConsumerGroups(Set.of(group))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get();
            Set<TopicPartition> assigned = new HashSet<>();
            description
                    .members()
                    .forEach(member -> assigned.addAll(member.assignment().topicPartitions()));
            // Where members join one after another, the group comes to rest twice, with seconds between; who waits for
            // rest sees the first or the second, as it happens.
            return assigned.containsAll(ends.keySet());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw new JobFailure("the broker does not say how " + group + " stands: " + e.getMessage(), e);
        }
    }

    private void step() throws InterruptedException {
        job.requireAlive();
        if (System.nanoTime() - changed.nanos() > PATIENCE.toNanos()) {
            throw job.failure("has committed nothing for " + PATIENCE.toSeconds() + " s");
        }
        TimeUnit.MILLISECONDS.sleep(STEP_MS);
    }

    private Moment now() {
        return new Moment(System.nanoTime(), usage.cpuSeconds());
    }

    private double share() {
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        long done = ends.keySet().stream()
                .mapToLong(partition -> committed.getOrDefault(partition, 0L))
                .sum();
        return (double) done / all;
    }
}
