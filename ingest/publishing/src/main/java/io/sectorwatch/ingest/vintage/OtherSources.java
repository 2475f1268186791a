package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of series, whoever said it, of each the newest periods: a wrong unit shows in any. So that it stays small,
 * only of the first so many figures.
 */
final class OtherSources {
    private static final int OF_SERIES = 24;
    private static final int MOST = 50_000;
    private static final Comparator<Observation> BY_PERIOD =
            Comparator.comparingInt(figure -> figure.period().ordinal());

    private final Map<SeriesKey, List<Observation>> bySeries = new HashMap<>();
    private int size;

    /** One more that is known. */
    void add(Observation figure) {
        List<Observation> figures = bySeries.get(figure.series());
        if (figures == null) {
            if (size == MOST) {
                return;
            }
            figures = new ArrayList<>();
            bySeries.put(figure.series(), figures);
        }
        for (int i = 0; i < figures.size(); i++) {
            if (isOfTheSame(figures.get(i), figure)) {
                if (VintageOrder.CURRENT_LAST.compare(figures.get(i), figure) < 0) {
                    figures.set(i, figure);
                }
                return;
            }
        }
        if (figures.size() < OF_SERIES && size < MOST) {
            figures.add(figure);
            size++;
        } else if (!figures.isEmpty()) {
            Observation oldest = figures.stream().min(BY_PERIOD).orElse(figure);
            if (BY_PERIOD.compare(oldest, figure) < 0) {
                figures.set(figures.indexOf(oldest), figure);
            }
        }
    }

    /** What another source says of the same period; null where none does, as far as it is remembered. */
    @Nullable
    Observation beside(Observation stating, Predicate<Message> isVoid) {
        return bySeries.getOrDefault(stating.series(), List.of()).stream()
                .filter(other -> other.value() != null
                        && other.period().equals(stating.period())
                        && !other.source().id().equals(stating.source().id())
                        && !isVoid.test(other))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfTheSame(Observation one, Observation other) {
        return one.period().equals(other.period())
                && one.source().id().equals(other.source().id());
    }
}
