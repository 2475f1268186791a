package io.sectorwatch.deliver.targets.alertmanager;

import io.sectorwatch.schemas.message.Transition;
import java.util.SortedMap;
import java.util.TreeMap;

/** The labels of an alert, by which Alertmanager knows it, routes it and silences it. */
final class LabelSet {
    private static final String OF_A_RULE = "rule_";

    /** Those of the rule come last, and under another name where theirs is taken. */
    static SortedMap<String, String> of(Transition transition) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("alertname", transition.rule());
        // Two episodes of one series are two alerts: else the retraction of one would drown in the raising of the next.
        labels.put("alert", transition.alert());
        labels.put("indicator", transition.series().indicator());
        labels.put("area", transition.series().area());
        labels.put("sector", transition.series().sector());
        labels.put("severity", transition.severity().code());
        transition.labels().forEach((name, value) -> {
            String valid = valid(name);
            labels.putIfAbsent(labels.containsKey(valid) ? OF_A_RULE + valid : valid, value);
        });
        return labels;
    }

    /** A name as Alertmanager takes it: letters, digits and '_', no digit first. */
    static String valid(String name) {
        String valid = name.replaceAll("[^A-Za-z0-9_]", "_");
        return valid.isEmpty() || Character.isDigit(valid.charAt(0)) ? '_' + valid : valid;
    }

    private LabelSet() {}
}
