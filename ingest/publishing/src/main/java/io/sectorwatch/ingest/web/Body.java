package io.sectorwatch.ingest.web;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the body of an answer to a file as it comes; where there is no file, it does not want the body. */
final class Body implements BodySubscriber<Long> {
    private final @Nullable FileChannel file;
    private final long announced;
    private final long limit;
    private final LongConsumer progress;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private long count;
    private volatile long lastMoved = System.nanoTime();

    /**
     * Takes no more than the limit.
     *
     * @param announced how many bytes it will be, as far as the server says
     */
    Body(@Nullable FileChannel file, long announced, long limit, LongConsumer progress) {
        this.file = file;
        this.announced = announced;
        this.limit = limit;
        this.progress = progress;
    }

    /** When something came last, by the clock of System.nanoTime. */
    long lastMoved() {
        return lastMoved;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (file == null) {
            given.cancel();
            done.complete(0L);
        } else if (announced > limit) {
            stop(TransferFailures.tooLarge(limit));
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lastMoved = System.nanoTime();
        try {
            for (ByteBuffer buffer : buffers) {
                write(buffer);
            }
        } catch (IOException e) {
            stop(e);
            return;
        }
        progress.accept(count);
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(count);
    }

    private void write(ByteBuffer buffer) throws IOException {
        count += buffer.remaining();
        if (count > limit) {
            throw TransferFailures.tooLarge(limit);
        }
        try {
            while (file != null && buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw TransferFailures.unwritable(e);
        }
    }

    private void stop(IOException failure) {
        if (subscription != null) {
            subscription.cancel();
        }
        done.completeExceptionally(failure);
    }
}
