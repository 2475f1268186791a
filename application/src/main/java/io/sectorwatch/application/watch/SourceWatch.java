package io.sectorwatch.application.watch;

import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.ingest.publish.PublishException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Goes round and round until it is closed. An outage of anything costs rounds, and nothing else. */
public final class SourceWatch implements AutoCloseable {
    /** Outages are short more often than rounds are. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 10;
    // A machine that was suspended counts its waiting from where it was, and a clock may be set.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Instant NEVER = Instant.EPOCH;

    private final Round round;
    private final Duration every;
    private final InstantSource clock;
    private final WatchListener listener;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread worker;
    private Instant wholeRound = NEVER;
    private int failures;

    /** Rounds begin that far apart. */
    public SourceWatch(Round round, Duration every, InstantSource clock, WatchListener listener) {
        this.round = round;
        this.every = every;
        this.clock = clock;
        this.listener = listener;
    }

    /** Returns once it was closed. */
    public void run() {
        worker = Thread.currentThread();
        try {
            while (stopped.getCount() > 0) {
                pause(once());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        round.abort();
        Thread working = worker;
        if (working != null && working != Thread.currentThread()) {
            working.interrupt();
        }
    }

    private Duration once() {
        Instant begun = clock.instant();
        boolean isWhole = isOver(wholeRound, begun);
        try {
            RoundTally tally = isWhole ? round.go(begun) : round.goForFiles(begun);
            wholeRound = isWhole ? begun : wholeRound;
            failures = 0;
            if (isWhole || tally.unsettled() == 0) {
                listener.gone(begun, tally);
            }
            Duration left = left(wholeRound);
            return tally.unsettled() > 0 ? least(Stamp.SETTLING, left) : left;
        } catch (ServerException e) {
            return again(begun, e, AFTER_FAILURE);
        } catch (PublishException | UncheckedIOException e) {
            // All was asked for in vain, and must not be asked for every minute.
            failures = Math.min(failures + 1, MOST_DOUBLINGS);
            return again(begun, e, AFTER_FAILURE.multipliedBy(1L << failures));
        }
    }

    private boolean isOver(Instant last, Instant now) {
        return now.isBefore(last) || !now.isBefore(last.plus(every));
    }

    private Duration again(Instant begun, RuntimeException e, Duration longest) {
        Duration wait = least(longest, every);
        wholeRound = NEVER;
        if (stopped.getCount() > 0) {
            listener.failed(begun, String.valueOf(e.getMessage()), wait);
        }
        return wait;
    }

    private void pause(Duration wait) throws InterruptedException {
        Instant next = clock.instant().plus(wait);
        Duration left = wait;
        while (left.compareTo(Duration.ZERO) > 0) {
            if (stopped.await(least(left, LONGEST_WAIT).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            left = least(Duration.between(clock.instant(), next), wait);
        }
    }

    private Duration left(Instant begun) {
        Duration taken = Duration.between(begun, clock.instant());
        Duration left = every.minus(taken);
        return left.isNegative() ? Duration.ZERO : least(left, every);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
