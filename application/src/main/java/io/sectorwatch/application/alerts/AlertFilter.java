package io.sectorwatch.application.alerts;

import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import java.util.Set;

/** Which transitions are wanted; an empty set wants all. */
public record AlertFilter(Set<String> areas, Set<String> sectors, Set<Severity> severities) {

    /** Wants all. */
    public static AlertFilter everything() {
        return new AlertFilter(Set.of(), Set.of(), Set.of());
    }

    public boolean wants(Transition transition) {
        return wants(areas, transition.series().area())
                && wants(sectors, transition.series().sector())
                && wants(severities, transition.severity());
    }

    private static <T> boolean wants(Set<T> wanted, T one) {
        return wanted.isEmpty() || wanted.contains(one);
    }
}
