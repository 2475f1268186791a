package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.FigureHeadings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Headings that say of which area or indicator the figures below them are.
 *
 * @param patterns of them
 * @param named columns that the mapping names for something else, which none of these are
 */
record HeadedFigures(List<Glob> patterns, Set<String> named, boolean areAlike) implements FigureHeadings {
    HeadedFigures {
        patterns = List.copyOf(patterns);
        named = Set.copyOf(named);
    }

    /** Those of a mapping that says so. */
    static HeadedFigures of(Mapping mapping) {
        Field area = mapping.common().area();
        ObservationKind kind = (ObservationKind) mapping.kind();
        Field headed = area.isHeaded() ? area : kind.indicator();
        return new HeadedFigures(headed.headings(), mapping.components().collect(Collectors.toSet()), area.isHeaded());
    }

    @Override
    public boolean isOne(String heading) {
        return !named.contains(heading) && Glob.anyMatches(patterns, heading);
    }
}
