package io.sectorwatch.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sectorwatch.monitor.read.AlertReader;
import io.sectorwatch.monitor.read.AlertReader.Numbered;
import io.sectorwatch.monitor.read.JsonNodes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Transitions as server-sent events. The id of each says how far the reader is in every partition, so that a reader goes on
 * without a gap whichever monitor it comes to, and after the database was made anew.
 */
final class EventRoute implements AutoCloseable {
    private static final int MOST_READERS = 256;
    private static final int AT_ONCE = 500;
    private static final long HEARTBEAT_MS = 10_000;

    private final AlertReader alerts;
    private final AtomicInteger readers = new AtomicInteger();
    private long news;
    private boolean closed;

    EventRoute(AlertReader alerts) {
        this.alerts = alerts;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/events", this::open);
    }

    /** Wakes all readers: there may be something new. */
    synchronized void wake() {
        news++;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    int readers() {
        return readers.get();
    }

    private void open(Context context) {
        Parameters.of(context, "last-event-id");
        String given = context.header("Last-Event-ID");
        String last = given == null ? context.queryParam("last-event-id") : given;
        List<Long> offsets = last == null ? alerts.newestOffsets() : parse(last);
        if (readers.incrementAndGet() > MOST_READERS) {
            readers.decrementAndGet();
            throw Problem.of(503, "as many read the events as can: try again later");
        }
        context.contentType("text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        context.future(() -> {
            CompletableFuture<Void> end = new CompletableFuture<>();
            // Each reader has a thread of its own: one that does not read keeps nobody waiting.
            Thread thread = new Thread(null, () -> serve(context, offsets, end), "events", 256 << 10);
            thread.setDaemon(true);
            thread.start();
            return end;
        });
    }

    private void serve(Context context, List<Long> from, CompletableFuture<Void> end) {
        List<Long> offsets = new ArrayList<>(from);
        try {
            OutputStream out = context.res().getOutputStream();
            send(out, "retry: 2000\n: the transitions as they come\n\n");
            long seen = -1;
            while (true) {
                List<Numbered> behind = alerts.behind(offsets, AT_ONCE);
                for (Numbered transition : behind) {
                    while (offsets.size() <= transition.partition()) {
                        offsets.add(-1L);
                    }
                    offsets.set(transition.partition(), transition.offset());
                    send(
                            out,
                            "id: " + text(offsets) + "\nevent: transition\ndata: "
                                    + new String(JsonNodes.bytes(transition.transition()), UTF_8) + "\n\n");
                }
                if (behind.isEmpty()) {
                    long now = await(seen);
                    if (now < 0) {
                        return;
                    }
                    if (now == seen) {
                        send(out, ": \n\n");
                    }
                    seen = now;
                }
            }
        } catch (IOException e) {
            // The reader is gone.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            readers.decrementAndGet();
            end.complete(null);
        }
    }

    // Another monitor may have written: who hears nothing looks all the same.
    private synchronized long await(long seen) throws InterruptedException {
        long until = System.nanoTime() + HEARTBEAT_MS * 1_000_000;
        while (!closed && news == seen) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return seen;
            }
            wait(left);
        }
        return closed ? -1 : news;
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private static String text(List<Long> offsets) {
        return offsets.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static List<Long> parse(@Nullable String id) {
        if (id == null || !id.matches("-?[0-9]{1,18}(\\.-?[0-9]{1,18}){0,9999}")) {
            throw Problem.badRequest("'" + id + "' is not the id of an event");
        }
        List<Long> offsets = new ArrayList<>();
        for (String part : id.split("\\.")) {
            offsets.add(Long.valueOf(part));
        }
        return offsets;
    }
}
