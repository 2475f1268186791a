package io.sectorwatch.processor.count;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was published of one policy id, the newest last: each version holds until the next. */
final class PolicyVersions {
    private final List<Version> versions = new ArrayList<>(1);

    /** One of them, with the id of its fact, which decides between those of one moment. */
    record Version(PolicyEvent event, String fact, Set<Cell> cells) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            int order = event.published().compareTo(other.event.published());
            return order != 0 ? order : fact.compareTo(other.fact);
        }
    }

    /** How much a version adds to a cell, or takes from it, at its moment. */
    record Contribution(Instant at, int change) {}

    /** Adds a version; false where it is known already. */
    boolean add(Version version) {
        int at = versions.size();
        while (at > 0) {
            int order = versions.get(at - 1).compareTo(version);
            if (order == 0) {
                return false;
            }
            if (order < 0) {
                break;
            }
            at--;
        }
        versions.add(at, version);
        return true;
    }

    /** Takes out a version as if it had never been known. */
    void remove(Version version) {
        versions.remove(version);
    }

    List<Version> all() {
        return versions;
    }

    /** The version that holds now; null without any. */
    @Nullable
    PolicyEvent current() {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1).event();
    }

    /** Whether a version was the one that held at a moment. */
    boolean held(Version version, Instant at) {
        Version holding = null;
        for (Version candidate : versions) {
            holding = candidate.event().published().isAfter(at) ? holding : candidate;
        }
        return version.equals(holding);
    }

    /** What its versions do to each cell that any of them counts in, in their order. */
    Map<Cell, List<Contribution>> contributions() {
        Map<Cell, List<Contribution>> contributions = new TreeMap<>();
        for (Version version : versions) {
            for (Cell cell : version.cells()) {
                contributions.computeIfAbsent(cell, none -> new ArrayList<>(1));
            }
        }
        contributions.forEach((cell, its) -> {
            boolean counts = false;
            for (Version version : versions) {
                boolean now = version.cells().contains(cell);
                if (now || counts) {
                    its.add(new Contribution(version.event().published(), (now ? 1 : 0) - (counts ? 1 : 0)));
                }
                counts = now;
            }
        });
        return contributions;
    }

    /** Wraps an event. */
    static Version version(PolicyEvent event) {
        return new Version(event, FactId.of(event), new LinkedHashSet<>(Cell.of(event)));
    }
}
