package io.sectorwatch.deliver.targets.webhook;

import io.sectorwatch.deliver.http.HttpCaller;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.Reply;
import io.sectorwatch.deliver.targets.Target;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Posts events, or lines for chat. */
final class Webhook implements Target {
    private final WebhookPlan plan;
    private final AlertPage page;
    private final Clock clock;
    private final HttpCaller caller;

    Webhook(WebhookPlan plan, AlertPage page, Clock clock) {
        this.plan = plan;
        this.page = page;
        this.clock = clock;
        this.caller = new HttpCaller(plan.http(), clock);
    }

    @Override
    public int most() {
        return Math.max(1, plan.batch());
    }

    @Override
    public Reply send(List<Notice> notices) throws InterruptedException {
        WebhookRequest request = request(notices);
        SortedMap<String, String> headers = new TreeMap<>(request.headers());
        if (plan.signature() != null) {
            headers.putAll(plan.signature().headers(request.id(), clock.instant(), request.body()));
        }
        return caller.post(plan.url(), headers, request.body());
    }

    private WebhookRequest request(List<Notice> notices) {
        return switch (plan.form()) {
            case BINARY -> WebhookRequest.binary(notices.get(0));
            case STRUCTURED -> WebhookRequest.structured(notices.get(0));
            case BATCHED -> WebhookRequest.batched(notices);
            case SLACK -> WebhookRequest.slack(notices.get(0), page);
        };
    }

    @Override
    public void close() {}
}
