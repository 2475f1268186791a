package io.sectorwatch.application.replay.html;

import io.sectorwatch.application.replay.compare.Finding;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.compare.LogComparison;
import io.sectorwatch.application.replay.log.LoggedTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** As much as a page can show: the tracks that differ most, or with most on them, and the first differences. */
public final class Tracks implements LogComparison.Taker {
    private static final int MOST_POINTS = 50_000;
    private static final int MOST_TRACKS = 80;
    private static final int MOST_DIFFERENCES = 300;

    private static final Comparator<Track> MOST_TO_SEE = Comparator.comparingInt(Track::differences)
            .thenComparingInt(track -> track.replayed().size())
            .reversed();

    private final SortedMap<String, Track> tracks = new TreeMap<>();
    private final List<Finding> differences = new ArrayList<>();
    private long points;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    @Override
    public void take(Finding finding) {
        if (finding.outcome() != Outcome.SAME && differences.size() < MOST_DIFFERENCES) {
            differences.add(finding);
        }
        if (points++ < MOST_POINTS) {
            track(finding.either()).add(finding);
        }
    }

    /** One beside which nothing was live. */
    void take(LoggedTransition replayed) {
        if (points++ < MOST_POINTS) {
            track(replayed).add(replayed);
        }
    }

    private Track track(LoggedTransition of) {
        first = Math.min(first, of.decidedAt());
        last = Math.max(last, of.decidedAt());
        return tracks.computeIfAbsent(of.rule() + '|' + of.series(), key -> new Track(of.rule(), of.series()));
    }

    /** The tracks to show, by rule and series. */
    List<Track> shown() {
        List<Track> most =
                tracks.values().stream().sorted(MOST_TO_SEE).limit(MOST_TRACKS).toList();
        return tracks.values().stream().filter(most::contains).toList();
    }

    /** Whether there is more than is shown. */
    boolean isCut() {
        return points > MOST_POINTS || tracks.size() > MOST_TRACKS;
    }

    List<Finding> differences() {
        return differences;
    }

    /** The first moment of all, in milliseconds. */
    long first() {
        return first;
    }

    long last() {
        return last;
    }
}
