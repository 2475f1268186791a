package io.sectorwatch.application.series;

import io.sectorwatch.application.codes.CodeSort;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.codes.UnmetCode;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The one series that a name means. */
final class SeriesMeant {
    private static final int SHOWN = 5;

    /**
     * It, among those that the name matches.
     *
     * @param known all series there are
     * @throws SeriesChoiceException if there is none, or several
     */
    static SeriesKey by(
            SeriesName name, Collection<SeriesKey> matching, Collection<SeriesKey> known, KnownCodes codes) {
        if (matching.isEmpty()) {
            throw new SeriesChoiceException("there is no series " + name + why(name, known, codes));
        }
        if (matching.size() > 1) {
            throw new SeriesChoiceException(name + " may be " + matching.size() + " series: "
                    + matching.stream().limit(SHOWN).map(SeriesKey::toString).collect(Collectors.joining(", "))
                    + (matching.size() > SHOWN ? " and others" : "") + "; say which");
        }
        return matching.iterator().next();
    }

    private static String why(SeriesName name, Collection<SeriesKey> known, KnownCodes codes) {
        List<UnmetCode> unmet = new ArrayList<>(codes.unmet(CodeSort.INDICATOR, Set.of(name.indicator())));
        unmet.addAll(codes.unmet(CodeSort.AREA, Set.of(name.area())));
        if (name.sector() != null) {
            unmet.addAll(codes.unmet(CodeSort.SECTOR, Set.of(name.sector())));
        }
        for (UnmetCode code : unmet) {
            return ": nothing has the " + code.sort().word() + " '" + code.code() + "'"
                    + (code.nearest() == null ? "" : "; did you mean '" + code.nearest() + "'?");
        }
        List<String> ofIndicator = known.stream()
                .filter(series -> series.indicator().equals(name.indicator()))
                .map(SeriesKey::toString)
                .toList();
        return Suggestion.among(ofIndicator, name.toString());
    }
}
