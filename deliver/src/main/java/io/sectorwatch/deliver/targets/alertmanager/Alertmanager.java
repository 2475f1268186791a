package io.sectorwatch.deliver.targets.alertmanager;

import io.sectorwatch.deliver.http.HttpCaller;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.Reply;
import io.sectorwatch.deliver.targets.Target;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A cluster of Alertmanagers: each is told of each transition, and every minute again of all that is open. */
final class Alertmanager implements Target {
    private static final int MOST = 500;
    private static final Duration AGAIN = Duration.ofMinutes(1);
    // One that was away has forgotten what is open.
    private static final Duration AGAIN_AFTER_SILENCE = Duration.ofSeconds(5);

    private final List<Peer> peers;
    private final HeldAlerts held;
    private final Clock clock;
    private Instant toldAt = Instant.MIN;

    Alertmanager(AlertmanagerPlan plan, AlertPage page, Clock clock) {
        this.clock = clock;
        this.held = new HeldAlerts(page);
        HttpCaller caller = new HttpCaller(plan.http(), clock);
        this.peers = plan.urls().stream().map(url -> new Peer(url, caller)).toList();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public boolean hearsAll() {
        return true;
    }

    @Override
    public boolean holdsOpenAlerts() {
        return true;
    }

    @Override
    public void hold(Collection<Notice> open) {
        held.replace(open);
        toldAt = Instant.MIN;
    }

    @Override
    public Reply send(List<Notice> notices) throws InterruptedException {
        Instant now = clock.instant();
        List<PostedAlert> alerts = new ArrayList<>();
        notices.forEach(notice -> alerts.addAll(held.take(notice, now)));
        if (alerts.isEmpty()) {
            return new Reply.Taken("none of them was chosen");
        }
        List<CompletableFuture<Reply>> replies =
                peers.stream().map(peer -> peer.tell(alerts)).toList();
        try {
            return FirstTaken.of(replies).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an Alertmanager cannot be told", e);
        }
    }

    @Override
    public void remind() {
        Instant now = clock.instant();
        boolean isSilent = peers.stream().anyMatch(Peer::isSilent);
        if (now.isBefore(toldAt.plus(isSilent ? AGAIN_AFTER_SILENCE : AGAIN))) {
            return;
        }
        toldAt = now;
        List<PostedAlert> all = held.all(now);
        if (!all.isEmpty()) {
            for (Peer peer : peers) {
                var unused = peer.tell(all);
            }
        }
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
    }
}
