package io.sectorwatch.application.replay.html;

import io.sectorwatch.application.replay.compare.Finding;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.compare.LogComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** As much of a comparison as a page can show: the tracks that differ most, and the first differences. */
public final class Tracks implements LogComparison.Taker {
    private static final int MOST_POINTS = 50_000;
    private static final int MOST_TRACKS = 80;
    private static final int MOST_DIFFERENCES = 300;

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
            String rule = finding.either().rule();
            String series = finding.either().series();
            first = Math.min(first, finding.either().decidedAt());
            last = Math.max(last, finding.either().decidedAt());
            tracks.computeIfAbsent(rule + '|' + series, key -> new Track(rule, series))
                    .add(finding);
        }
    }

    /** The tracks to show, by rule and series. */
    List<Track> shown() {
        List<Track> most = tracks.values().stream()
                .sorted(Comparator.comparingInt(Track::differences).reversed())
                .limit(MOST_TRACKS)
                .toList();
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
