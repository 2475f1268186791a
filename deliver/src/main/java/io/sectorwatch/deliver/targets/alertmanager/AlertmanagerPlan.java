package io.sectorwatch.deliver.targets.alertmanager;

import io.sectorwatch.deliver.http.HttpSettings;
import io.sectorwatch.deliver.targets.Target;
import io.sectorwatch.deliver.targets.TargetKind;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.deliver.targets.TargetKind.TargetPlan;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** A cluster of Alertmanagers as the file says it. */
record AlertmanagerPlan(List<URI> urls, HttpSettings http) implements TargetPlan {
    AlertmanagerPlan {
        urls = List.copyOf(urls);
    }

    @Override
    public String place() {
        return TargetKind.places(urls);
    }

    @Override
    public Target open(AlertPage page) {
        return new Alertmanager(this, page, Clock.systemUTC());
    }

    // An address may be a secret.
    @Override
    public String toString() {
        return "alertmanager " + place();
    }
}
