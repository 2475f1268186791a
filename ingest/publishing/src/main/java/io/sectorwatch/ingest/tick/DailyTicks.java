package io.sectorwatch.ingest.tick;

import io.sectorwatch.schemas.message.Tick;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the tick of the current UTC day at once, and that of each following one as it starts, until it is closed. What
 * fails is tried again; days that pass meanwhile are passed over, but for the newest.
 */
public final class DailyTicks implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Predicate<Tick> publisher;
    private final Listener listener;
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, DailyTicks::thread);
    private @Nullable Tick published;
    private @Nullable Tick failed;

    /** Hears what becomes of the ticks. */
    public interface Listener {
        /** A tick stands in every partition. */
        void published(Tick tick, boolean byOurselves);

        /** A tick could not be published for the first time, and will be tried again. */
        void failed(Tick tick, RuntimeException reason);
    }

    /**
     * Plans, but does nothing yet.
     *
     * @param publisher publishes a tick unless it is there, and says whether it did
     */
    public DailyTicks(InstantSource clock, Predicate<Tick> publisher, Listener listener) {
        this.clock = clock;
        this.publisher = publisher;
        this.listener = listener;
        // Closed is closed: what waits, and what would wait next, is dropped.
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Publishes the tick that is due, if one is; throws what the publisher throws. Not to be called once started. */
    public void publishDue() {
        TickPlan.at(clock.instant(), published).due().ifPresent(this::publish);
    }

    /** Starts publishing, in a thread of its own. */
    public void start() {
        executor.execute(this::step);
    }

    /** Returns once it was closed. */
    public void awaitEnd() throws InterruptedException {
        boolean ended = false;
        while (!ended) {
            ended = executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (executor.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void step() {
        // One plan for both: were the next one made anew, a day that starts in between would wait as long as a failed
        // one.
        TickPlan plan = TickPlan.at(clock.instant(), published);
        plan.due().ifPresent(this::tryToPublish);
        long wait = plan.wait(clock.instant()).toMillis();
        executor.schedule(this::step, Math.max(1, wait), TimeUnit.MILLISECONDS);
    }

    private void tryToPublish(Tick tick) {
        try {
            publish(tick);
        } catch (RuntimeException e) {
            if (!tick.equals(failed) && !executor.isShutdown()) {
                failed = tick;
                listener.failed(tick, e);
            }
        }
    }

    private void publish(Tick tick) {
        boolean byOurselves = publisher.test(tick);
        published = tick;
        listener.published(tick, byOurselves);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "daily-ticks");
        thread.setDaemon(true);
        return thread;
    }
}
