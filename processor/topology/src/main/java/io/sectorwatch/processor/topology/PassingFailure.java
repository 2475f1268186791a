package io.sectorwatch.processor.topology;

import java.time.Duration;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.UnknownProducerIdException;

/**
 * What ends a stream thread though nothing is wrong with what it decides: a broker that failed lost track of its transaction.
 * Another thread in its place begins that transaction anew.
 */
final class PassingFailure {
    // One that fails again so soon would do so for ever.
    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private boolean anyBefore;
    private long lastNanos;

    /** Whether another thread is to take the place of the one that this ended, at a time of {@link System#nanoTime}. */
    synchronized boolean passes(Throwable thrown, long nanos) {
        if (!isOfTransaction(thrown) || (anyBefore && nanos - lastNanos < ONCE_IN.toNanos())) {
            return false;
        }
        anyBefore = true;
        lastNanos = nanos;
        return true;
    }

    private static boolean isOfTransaction(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidTxnStateException
                    || cause instanceof InvalidPidMappingException
                    || cause instanceof OutOfOrderSequenceException
                    || cause instanceof UnknownProducerIdException) {
                return true;
            }
        }
        return false;
    }
}
