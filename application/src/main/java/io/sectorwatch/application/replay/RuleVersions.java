package io.sectorwatch.application.replay;

import io.sectorwatch.processor.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rules were in effect when, from the records of their topic. A record counts from its own moment on; one that
 * comes later in the topic takes the place of all earlier ones that begin with its moment or after it, since whoever
 * published it meant it to hold from then on.
 */
public final class RuleVersions {
    private final Map<String, Map<Integer, List<RuleEvent>>> records = new TreeMap<>();

    /** A record, in the order of its partition; null for the rule where it has no value. */
    public void add(int partition, Instant at, String id, @Nullable Rule rule) {
        List<RuleEvent> before = records.computeIfAbsent(id, key -> new TreeMap<>())
                .computeIfAbsent(partition, key -> new ArrayList<>());
        while (!before.isEmpty() && !before.get(before.size() - 1).at().isBefore(at)) {
            before.remove(before.size() - 1);
        }
        before.add(new RuleEvent(at, id, rule));
    }

    /** What happened to the rules, by time and id. */
    public List<RuleEvent> events() {
        List<RuleEvent> events = new ArrayList<>();
        records.forEach((id, partitions) -> events.addAll(events(id, partitions)));
        events.sort(Comparator.comparing(RuleEvent::at).thenComparing(RuleEvent::id));
        return events;
    }

    // A rule is in many partitions, or moves from one to another: what holds in any of them holds.
    private static List<RuleEvent> events(String id, Map<Integer, List<RuleEvent>> partitions) {
        SortedSet<Instant> moments = new TreeSet<>();
        partitions.values().forEach(versions -> versions.forEach(version -> moments.add(version.at())));
        List<RuleEvent> events = new ArrayList<>();
        Rule before = null;
        for (Instant moment : moments) {
            Rule now = inEffect(partitions, moment);
            boolean same =
                    now == null ? before == null : before != null && now.hash().equals(before.hash());
            if (!same) {
                events.add(new RuleEvent(moment, id, now));
            }
            before = now;
        }
        return events;
    }

    private static @Nullable Rule inEffect(Map<Integer, List<RuleEvent>> partitions, Instant moment) {
        RuleEvent newest = null;
        for (List<RuleEvent> versions : partitions.values()) {
            RuleEvent last = null;
            for (RuleEvent version : versions) {
                last = version.at().isAfter(moment) ? last : version;
            }
            if (last != null
                    && last.rule() != null
                    && (newest == null || last.at().isAfter(newest.at()))) {
                newest = last;
            }
        }
        return newest == null ? null : newest.rule();
    }
}
