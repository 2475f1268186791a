package io.sectorwatch.application.alerts;

import io.sectorwatch.application.codes.CodeSort;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.codes.UnmetCode;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which transitions are wanted; an empty set wants all.
 *
 * @param since the moment from which on they are decided; null for the beginning
 */
public record AlertFilter(
        Set<String> rules,
        Set<String> areas,
        Set<String> sectors,
        Set<Severity> severities,
        @Nullable Instant since) {

    /** Wants all. */
    public static AlertFilter everything() {
        return new AlertFilter(Set.of(), Set.of(), Set.of(), Set.of(), null);
    }

    public boolean wants(Transition transition) {
        return wants(rules, transition.rule())
                && wants(areas, transition.series().area())
                && wants(sectors, transition.series().sector())
                && wants(severities, transition.severity())
                && (since == null || !transition.decidedAt().isBefore(since));
    }

    /** The codes that it names and that no alert has. */
    public List<UnmetCode> unmet(KnownCodes ofAlerts) {
        List<UnmetCode> unmet = new ArrayList<>(ofAlerts.unmet(CodeSort.RULE, rules));
        unmet.addAll(ofAlerts.unmet(CodeSort.AREA, areas));
        unmet.addAll(ofAlerts.unmet(CodeSort.SECTOR, sectors));
        return unmet;
    }

    private static <T> boolean wants(Set<T> wanted, T one) {
        return wanted.isEmpty() || wanted.contains(one);
    }
}
