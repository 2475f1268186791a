package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All watches of a task, found by what concerns them without a figure of their series: a change of their rule, and time. */
final class Watches {
    private final Map<String, List<Watch>> byRule = new HashMap<>();
    private final TreeSet<Watch> heedingTime = new TreeSet<>();

    void add(Watch watch) {
        byRule.computeIfAbsent(watch.rule().id(), rule -> new ArrayList<>(1)).add(watch);
        if (watch.heedsTime()) {
            heedingTime.add(watch);
        }
    }

    /** Takes out those of a rule. */
    List<Watch> remove(String rule) {
        List<Watch> removed = byRule.remove(rule);
        if (removed == null) {
            return List.of();
        }
        removed.forEach(heedingTime::remove);
        return removed;
    }

    /** Those that time alone can change, by rule and series. */
    Collection<Watch> heedingTime() {
        return heedingTime;
    }
}
