package io.sectorwatch.application.replay.html;

import io.sectorwatch.application.alerts.Occasion;
import io.sectorwatch.application.alerts.Told;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.application.replay.log.Replayed;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** As much of what a replay decided as a page can show: how much it is, the fullest tracks, and the first transitions. */
final class Decisions {
    private static final int MOST = 300;

    private final Map<Transition.Type, Long> numbers = new EnumMap<>(Transition.Type.class);
    private final Set<String> open = new HashSet<>();
    private final Tracks tracks = new Tracks();
    private final List<Told> first = new ArrayList<>();
    private final List<Told> ofMoment = new ArrayList<>();
    private long size;

    /** Reads all of them. */
    static Decisions of(Replayed replayed) throws IOException {
        Decisions decisions = new Decisions();
        AlertLog.Transitions transitions = replayed.log().transitions();
        for (LoggedTransition next = transitions.next(); next != null; next = transitions.next()) {
            ClosedRelease release =
                    next.release() == null ? null : replayed.releases().get(next.release());
            decisions.take(next, release);
        }
        decisions.endMoment();
        return decisions;
    }

    private void take(LoggedTransition logged, @Nullable ClosedRelease release) {
        Transition transition = logged.transition();
        size++;
        numbers.merge(transition.transition(), 1L, Long::sum);
        if (transition.transition().opens()) {
            open.add(transition.key());
        } else {
            open.remove(transition.key());
        }
        tracks.take(logged);
        if (!ofMoment.isEmpty() && !ofMoment.get(0).transition().decidedAt().equals(transition.decidedAt())) {
            endMoment();
        }
        if (first.size() < MOST) {
            ofMoment.add(new Told(Occasion.of(transition, logged.release(), release), transition));
        }
    }

    private void endMoment() {
        first.addAll(Told.together(ofMoment, null));
        ofMoment.clear();
    }

    /** How many there are. */
    long size() {
        return size;
    }

    long number(Transition.Type type) {
        return numbers.getOrDefault(type, 0L);
    }

    /** How many alerts are open after all of them. */
    int open() {
        return open.size();
    }

    Tracks tracks() {
        return tracks;
    }

    /** The first of them, those of one release together. */
    List<Told> first() {
        return first.subList(0, Math.min(MOST, first.size()));
    }
}
