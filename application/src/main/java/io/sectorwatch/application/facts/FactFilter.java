package io.sectorwatch.application.facts;

import io.sectorwatch.application.codes.CodeSort;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.codes.UnmetCode;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which facts are wanted; an empty set wants all. A policy event has no indicator, one or more sectors, and what it occurred
 * in as its period.
 *
 * @param sources ids of sources
 */
public record FactFilter(
        Set<String> indicators, Set<String> areas, Set<String> sectors, Set<Period> periods, Set<String> sources) {

    /** Wants all. */
    public static final FactFilter EVERYTHING = new FactFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public FactFilter {
        indicators = Set.copyOf(indicators);
        areas = Set.copyOf(areas);
        sectors = Set.copyOf(sectors);
        periods = Set.copyOf(periods);
        sources = Set.copyOf(sources);
    }

    /** Whether it is a fact, and wanted. */
    public boolean wants(Message message) {
        if (message instanceof Observation observation) {
            return wants(indicators, List.of(observation.series().indicator()))
                    && wants(areas, List.of(observation.series().area()))
                    && wants(sectors, List.of(observation.series().sector()))
                    && wants(periods, List.of(observation.period()))
                    && wants(sources, List.of(observation.source().id()));
        }
        return message instanceof PolicyEvent policy
                && indicators.isEmpty()
                && wants(areas, List.of(policy.area()))
                && wants(sectors, policy.sectors())
                && wants(periods, List.of(policy.occurred()))
                && wants(sources, List.of(policy.source().id()));
    }

    /** The codes that it names and that no fact has. */
    public List<UnmetCode> unmet(KnownCodes ofFacts) {
        List<UnmetCode> unmet = new ArrayList<>(ofFacts.unmet(CodeSort.INDICATOR, indicators));
        unmet.addAll(ofFacts.unmet(CodeSort.AREA, areas));
        unmet.addAll(ofFacts.unmet(CodeSort.SECTOR, sectors));
        unmet.addAll(ofFacts.unmet(CodeSort.SOURCE, sources));
        return unmet;
    }

    private static <T> boolean wants(Set<T> wanted, Collection<T> any) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, any);
    }
}
