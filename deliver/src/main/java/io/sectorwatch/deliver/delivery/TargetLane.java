package io.sectorwatch.deliver.delivery;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.parked.Parking;
import io.sectorwatch.deliver.targets.Reply;
import io.sectorwatch.deliver.targets.Target;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one target of alerts on a thread of its own, and asks again where it does not answer, through outages of the target
 * and of the server, until it is closed.
 */
final class TargetLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TargetLane.class);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration SERVER_PAUSE = Duration.ofSeconds(2);
    private static final long PATIENCE_SECONDS = 3;

    private final Server server;
    private final Topics topics;
    private final @Nullable String instanceId;
    private final ConfiguredTarget target;
    private final AlertPage page;
    private final RuleTitles titles;
    private final Parking parking;
    private final RetrySchedule schedule;
    private final DeliveryMetrics metrics;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> broken;
    private final Thread thread;

    private int failed;
    private long askAt;
    private int oneByOne;
    private long lag = -1;

    TargetLane(
            Server server,
            Topics topics,
            @Nullable String instanceId,
            ConfiguredTarget target,
            AlertPage page,
            RuleTitles titles,
            Parking parking,
            RetrySchedule schedule,
            DeliveryMetrics metrics,
            CompletableFuture<Void> broken) {
        this.server = server;
        this.topics = topics;
        this.instanceId = instanceId;
        this.target = target;
        this.page = page;
        this.titles = titles;
        this.parking = parking;
        this.schedule = schedule;
        this.metrics = metrics;
        this.broken = broken;
        thread = new Thread(this::run, "deliver-" + target.name());
        thread.setDaemon(true);
    }

    /** The consumer group of a target. */
    static String group(Topics topics, String target) {
        return topics.prefix() + "deliver-" + target;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            // It waits for a target: that one is told again another time.
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        try {
            while (!isClosed()) {
                deliver();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was waited for to the end", target.name());
        } catch (RuntimeException | Error e) {
            broken.completeExceptionally(e);
        }
    }

    private void deliver() throws InterruptedException {
        startAnew();
        try (Target opened = target.plan().open(page);
                AlertQueue queue = new AlertQueue(
                        server, topics.alerts(), group(topics, target.name()), instanceId, target, titles::of)) {
            while (!isClosed()) {
                step(opened, queue);
            }
        } catch (KafkaException | ServerException e) {
            if (!isClosed()) {
                LOG.warn("alerts for {} cannot be read, and are tried again: {}", target.name(), e.getMessage(), e);
                metrics.failed(target.name(), String.valueOf(e.getMessage()));
                if (closed.await(SERVER_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    private void startAnew() {
        failed = 0;
        askAt = System.nanoTime();
        oneByOne = 0;
    }

    private void step(Target opened, AlertQueue queue) throws InterruptedException {
        queue.poll(queue.waiting().isEmpty() ? STEP : pauseLeft());
        Set<TopicPartition> assigned = queue.newAssignment();
        if (!assigned.isEmpty() && opened.holdsOpenAlerts()) {
            opened.hold(OpenAlerts.read(server, topics.openAlerts(), assigned, target.where(), titles::of));
        }
        opened.remind();
        if (!queue.waiting().isEmpty() && pauseLeft().isZero()) {
            tell(opened, queue);
        }
        long now = queue.lag();
        if (now != lag) {
            lag = now;
            metrics.lag(target.name(), lag);
        }
    }

    // Between two steps the queue keeps its place in the group.
    private Duration pauseLeft() {
        long left = Math.max(0, askAt - System.nanoTime());
        return left > STEP.toNanos() ? STEP : Duration.ofNanos(left);
    }

    private void tell(Target opened, AlertQueue queue) throws InterruptedException {
        Batch batch = Batch.of(queue.waiting(), oneByOne > 0 ? 1 : opened.most(), opened.hearsAll());
        if (batch.notices().isEmpty()) {
            batch.records().forEach(record -> passOver(record, queue));
            return;
        }
        Reply reply = opened.send(batch.notices());
        if (reply instanceof Reply.Unanswered unanswered) {
            askAgain(unanswered, queue);
        } else if (reply instanceof Reply.Refused && batch.notices().size() > 1) {
            // Only one of them may be what it does not want.
            oneByOne = batch.notices().size();
        } else {
            failed = 0;
            oneByOne = Math.max(0, oneByOne - 1);
            answer(reply, batch, queue);
        }
    }

    private void passOver(Waiting record, AlertQueue queue) {
        if (record.notice() == null) {
            park(record, 0, "it is no transition: " + record.fault(), queue);
        } else {
            queue.answer(counts -> counts);
        }
    }

    private void askAgain(Reply.Unanswered reply, AlertQueue queue) {
        failed++;
        Duration pause = schedule.pause(
                failed, reply.asked(), ThreadLocalRandom.current().nextDouble());
        askAt = System.nanoTime() + pause.toNanos();
        queue.note(counts -> counts.withRetried(reply.words()));
        metrics.retried(target.name(), reply.words(), pause);
    }

    private void answer(Reply reply, Batch batch, AlertQueue queue) {
        int delivered = 0;
        for (Waiting record : batch.records()) {
            if (record.notice() == null || !record.notice().isChosen()) {
                passOver(record, queue);
            } else if (reply instanceof Reply.Refused refused) {
                park(record, refused.status(), refused.words(), queue);
            } else {
                queue.answer(TargetCounts::withDelivered);
                delivered++;
            }
        }
        if (delivered > 0) {
            metrics.delivered(target.name(), delivered);
        }
    }

    private void park(Waiting record, int status, String why, AlertQueue queue) {
        parking.park(record.record(), target.name(), status, why);
        metrics.parked(target.name(), why);
        queue.answer(TargetCounts::withParked);
    }
}
