package io.sectorwatch.deliver.targets.alertmanager;

import io.sectorwatch.deliver.field.TargetFields;
import io.sectorwatch.deliver.http.HttpSettings;
import io.sectorwatch.deliver.targets.TargetKind;

/** Prometheus Alertmanager, which groups, silences, inhibits and notifies by its own rules. */
public final class AlertmanagerKind implements TargetKind {
    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public boolean choosesTransitions() {
        return false;
    }

    @Override
    public TargetPlan read(TargetFields fields) {
        TargetPlan plan = new AlertmanagerPlan(fields.addresses("urls"), HttpSettings.read(fields));
        fields.noOthers();
        return plan;
    }
}
