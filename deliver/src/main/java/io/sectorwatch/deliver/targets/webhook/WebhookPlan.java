package io.sectorwatch.deliver.targets.webhook;

import io.sectorwatch.deliver.http.HttpSettings;
import io.sectorwatch.deliver.targets.Target;
import io.sectorwatch.deliver.targets.TargetKind;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.deliver.targets.TargetKind.TargetPlan;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the file says it.
 *
 * @param batch how many events a batch has at most; 0 for one event in each request
 */
record WebhookPlan(URI url, Form form, int batch, @Nullable Signature signature, HttpSettings http)
        implements TargetPlan {
    /** What a request holds. */
    enum Form {
        BINARY,
        STRUCTURED,
        BATCHED,
        SLACK
    }

    @Override
    public String place() {
        return TargetKind.places(List.of(url));
    }

    @Override
    public Target open(AlertPage page) {
        return new Webhook(this, page, Clock.systemUTC());
    }

    // An address may be a secret.
    @Override
    public String toString() {
        return "webhook " + place();
    }
}
