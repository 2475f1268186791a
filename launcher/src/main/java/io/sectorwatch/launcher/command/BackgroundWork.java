package io.sectorwatch.launcher.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that is done beside other work. */
final class BackgroundWork {
    private final CompletableFuture<Void> end;

    private BackgroundWork(CompletableFuture<Void> end) {
        this.end = end;
    }

    static BackgroundWork run(Runnable work) {
        return new BackgroundWork(CompletableFuture.runAsync(work));
    }

    /** Returns when it is over, however it ended. */
    void awaitEnd() {
        end.handle((done, failure) -> failure == null).join();
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
