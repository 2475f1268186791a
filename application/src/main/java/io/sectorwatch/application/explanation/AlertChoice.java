package io.sectorwatch.application.explanation;

import io.sectorwatch.application.alerts.Alerts.Published;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** An alert by its id, or by as much of the beginning of it as tells it from all others. */
final class AlertChoice {
    private static final int SHOWN = 5;

    /**
     * Its transitions among those of all alerts.
     *
     * @throws AlertChoiceException if it is none, or several
     */
    static List<Published> among(Collection<Published> transitions, String id) {
        String beginning = id.toLowerCase(Locale.ROOT);
        List<Published> its = transitions.stream()
                .filter(published -> published.transition().alert().startsWith(beginning))
                .toList();
        Set<String> ids = new TreeSet<>();
        its.forEach(published -> ids.add(published.transition().alert()));
        if (ids.isEmpty() || beginning.isEmpty()) {
            throw new AlertChoiceException("no alert has the id '" + id + "'");
        }
        if (ids.size() > 1) {
            throw new AlertChoiceException("'" + id + "' is the beginning of " + ids.size() + " ids: "
                    + String.join(", ", ids.stream().limit(SHOWN).toList())
                    + (ids.size() > SHOWN ? " and others" : ""));
        }
        return its;
    }

    private AlertChoice() {}
}
