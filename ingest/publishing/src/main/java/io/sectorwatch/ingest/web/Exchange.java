package io.sectorwatch.ingest.web;

import io.sectorwatch.ingest.temporary.NamelessFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request and its answer, within the limits of time and size. */
final class Exchange {
    private final HttpClient client;
    private final Limits limits;
    private final Path temporary;
    private final WebListener listener;

    /** An answer; its file, which the caller has to close, holds what was asked for where that was given. */
    record Answer(int status, HttpHeaders headers, FileChannel file) {}

    Exchange(Limits limits, Path temporary, WebListener listener) {
        this.limits = limits;
        this.temporary = temporary;
        this.listener = listener;
        // One thing is asked at a time: the newer protocol would gain nothing, and old servers stumble over its offer.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Answer run(Address address, Map<String, String> headers)
            throws PassingException, WebException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.uri());
        headers.forEach(request::header);
        address.authorization().ifPresent(value -> request.header("Authorization", value));
        FileChannel file = open();
        boolean isGiven = false;
        try {
            Answer answer = await(address, request.build(), file);
            isGiven = true;
            return answer;
        } finally {
            if (!isGiven) {
                TransferFailures.close(file);
            }
        }
    }

    private Answer await(Address address, HttpRequest request, FileChannel file)
            throws PassingException, WebException, InterruptedException {
        AtomicReference<@Nullable Body> body = new AtomicReference<>();
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(request, info -> {
            Body subscriber = body(address, info, file);
            body.set(subscriber);
            return subscriber;
        });
        try {
            while (true) {
                try {
                    HttpResponse<Long> given = answer.get(left(begun, body.get()), TimeUnit.NANOSECONDS);
                    return new Answer(given.statusCode(), given.headers(), file);
                } catch (TimeoutException e) {
                    requireTime(begun, body.get());
                }
            }
        } catch (ExecutionException e) {
            throw TransferFailures.failed(e.getCause() == null ? e : e.getCause(), limits);
        } finally {
            answer.cancel(true);
        }
    }

    private Body body(Address address, HttpResponse.ResponseInfo info, FileChannel file) {
        if (Status.of(info.statusCode()) != Status.GIVEN) {
            return new Body(null, WebListener.UNKNOWN, limits.bytes(), count -> {});
        }
        long total = info.headers().firstValueAsLong("Content-Length").orElse(WebListener.UNKNOWN);
        return new Body(file, total, limits.bytes(), count -> listener.received(address, count, total));
    }

    private long left(long begun, @Nullable Body body) {
        long now = System.nanoTime();
        long whole = begun + limits.whole().toNanos() - now;
        if (body == null) {
            // The body may begin while we wait, and then stall.
            long answer = begun + limits.answer().toNanos() - now;
            return Math.min(limits.stall().toNanos(), Math.min(answer, whole));
        }
        return Math.min(body.lastMoved() + limits.stall().toNanos() - now, whole);
    }

    private void requireTime(long begun, @Nullable Body body) throws PassingException {
        if (left(begun, body) > 0) {
            return;
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        if (body == null && taken.compareTo(limits.answer()) >= 0) {
            throw TransferFailures.late("did not answer", limits.answer());
        }
        throw taken.compareTo(limits.whole()) > 0
                ? TransferFailures.late("did not come to its end", limits.whole())
                : TransferFailures.late("stopped in the middle, and nothing came", limits.stall());
    }

    private FileChannel open() throws WebException {
        try {
            return NamelessFile.open(temporary);
        } catch (IOException e) {
            throw TransferFailures.unwritable(e);
        }
    }
}
