package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.benchmark.measure.JobFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** Waits for what others do, and not for ever. */
final class Waiting {
    static final ListTopicsOptions WITH_INTERNAL = new ListTopicsOptions().listInternal(true);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long STEP_MS = 50;

    /** Returns when something is so; throws JobFailure, in its words, if it does not become so. */
    static void until(String what, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new JobFailure("after " + PATIENCE.toSeconds() + " s it is still not so that " + what);
            }
            step(STEP_MS);
        }
    }

    /** Lets some time pass. */
    static void step(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static JobFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new JobFailure("interrupted", e);
    }

    private Waiting() {}
}
