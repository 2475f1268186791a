package io.sectorwatch.application.replay.html;

import io.sectorwatch.application.replay.compare.Finding;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the alerts of one rule and series, on both sides; the live one is empty where nothing was live. */
final class Track {
    private final String rule;
    private final String series;
    private final List<Point> live = new ArrayList<>();
    private final List<Point> replayed = new ArrayList<>();
    private int differences;

    /**
     * A transition to draw.
     *
     * @param time in milliseconds
     * @param differs whether the other side has not the same
     */
    record Point(long time, Transition.Type type, Severity severity, String message, boolean differs) {}

    /**
     * A time in which an alert was open.
     *
     * @param from null where it was open before anything is known of it; {@code to} where it is open still
     * @param isTakenBack whether it was retracted in the end
     */
    record Episode(@Nullable Long from, @Nullable Long to, Severity severity, boolean isTakenBack) {}

    Track(String rule, String series) {
        this.rule = rule;
        this.series = series;
    }

    void add(Finding finding) {
        boolean differs = finding.outcome() != Finding.Outcome.SAME;
        differences += differs ? 1 : 0;
        add(live, finding.live(), differs);
        add(replayed, finding.replayed(), differs);
    }

    void add(LoggedTransition decided) {
        add(replayed, decided, false);
    }

    String rule() {
        return rule;
    }

    String series() {
        return series;
    }

    int differences() {
        return differences;
    }

    List<Point> live() {
        return live;
    }

    List<Point> replayed() {
        return replayed;
    }

    /** The episodes that some points tell of. */
    static List<Episode> episodes(List<Point> points) {
        List<Episode> episodes = new ArrayList<>();
        Long from = null;
        Severity severity = Severity.INFO;
        boolean open = false;
        boolean first = true;
        for (Point point : points) {
            if (point.type() == Transition.Type.RAISED) {
                from = point.time();
            }
            severity = point.type().opens() || first ? point.severity() : severity;
            if (!point.type().opens()) {
                episodes.add(new Episode(from, point.time(), severity, point.type() == Transition.Type.RETRACTED));
                from = null;
            }
            open = point.type().opens();
            first = false;
        }
        if (open) {
            episodes.add(new Episode(from, null, severity, false));
        }
        return episodes;
    }

    private static void add(List<Point> points, @Nullable LoggedTransition logged, boolean differs) {
        if (logged != null) {
            Transition transition = logged.transition();
            points.add(new Point(
                    logged.decidedAt(), transition.transition(), transition.severity(), transition.message(), differs));
        }
    }
}
