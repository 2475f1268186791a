package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.kind.OverdueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All watches of a task, found by what concerns them without a figure of their series: a change of their rule, and time. */
final class Watches {
    private final Map<String, List<Watch>> byRule = new HashMap<>();
    private final TreeSet<Watch> releases = new TreeSet<>();

    void add(Watch watch) {
        byRule.computeIfAbsent(watch.rule().id(), rule -> new ArrayList<>(1)).add(watch);
        if (watch.rule().when() instanceof OverdueKind) {
            releases.add(watch);
        }
    }

    /** Takes out those of a rule. */
    List<Watch> remove(String rule) {
        List<Watch> removed = byRule.remove(rule);
        if (removed == null) {
            return List.of();
        }
        removed.forEach(releases::remove);
        return removed;
    }

    /** Those that wait for a release, by rule and series. */
    Collection<Watch> ofReleases() {
        return releases;
    }
}
