package io.sectorwatch.deliver.targets.alertmanager;

import io.sectorwatch.deliver.http.HttpCaller;
import io.sectorwatch.deliver.targets.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One Alertmanager, told on a thread of its own: of what comes while it is slow, only the newest of each alert. */
final class Peer implements AutoCloseable {
    private static final int LARGEST_REQUEST = 500;
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

    private final URI address;
    private final HttpCaller caller;
    private final ExecutorService thread;

    private Map<SortedMap<String, String>, PostedAlert> next = new LinkedHashMap<>();
    private CompletableFuture<Reply> reply = new CompletableFuture<>();
    private volatile boolean isSilent;

    Peer(URI server, HttpCaller caller) {
        this.address = URI.create(server + (server.toString().endsWith("/") ? "" : "/") + "api/v2/alerts");
        this.caller = caller;
        thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, "alertmanager-" + server.getHost());
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Has it told, and gives what it will have said. */
    synchronized CompletableFuture<Reply> tell(Collection<PostedAlert> alerts) {
        if (next.isEmpty()) {
            thread.execute(this::post);
        }
        alerts.forEach(alert -> next.put(alert.labels(), alert));
        return reply;
    }

    /** Whether it did not answer when it was last told. */
    boolean isSilent() {
        return isSilent;
    }

    private void post() {
        List<PostedAlert> alerts;
        CompletableFuture<Reply> answered;
        synchronized (this) {
            alerts = new ArrayList<>(next.values());
            answered = reply;
            next = new LinkedHashMap<>();
            reply = new CompletableFuture<>();
        }
        try {
            Reply said = post(alerts);
            isSilent = said instanceof Reply.Unanswered;
            answered.complete(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answered.complete(new Reply.Unanswered("it was not waited for", Duration.ZERO));
        } catch (RuntimeException | Error e) {
            answered.completeExceptionally(e);
        }
    }

    private Reply post(List<PostedAlert> alerts) throws InterruptedException {
        Reply worst = new Reply.Taken("nothing was to be told");
        for (int from = 0; from < alerts.size(); from += LARGEST_REQUEST) {
            List<PostedAlert> part = alerts.subList(from, Math.min(alerts.size(), from + LARGEST_REQUEST));
            Reply said = caller.post(address, HEADERS, PostedAlert.body(part));
            if (said instanceof Reply.Unanswered) {
                return said;
            }
            worst = worst instanceof Reply.Refused ? worst : said;
        }
        return worst;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
