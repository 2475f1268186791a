package io.sectorwatch.application.replay.broker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work that is done beside other work. */
final class BackgroundWork {
    private final CompletableFuture<Void> end;

    private BackgroundWork(CompletableFuture<Void> end) {
        this.end = end;
    }

    static BackgroundWork run(Runnable work) {
        return new BackgroundWork(CompletableFuture.runAsync(work));
    }

    /** Does other work; returns when both are done, and fails only after both have ended. */
    <T> T beside(Supplier<T> other) {
        T done;
        try {
            done = other.get();
        } finally {
            end.handle((nothing, failure) -> failure == null).join();
        }
        await();
        return done;
    }

    /** Returns when it is done; throws what it failed with. */
    void await() {
        try {
            end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
