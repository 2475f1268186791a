package io.sectorwatch.deliver.targets.alertmanager;

import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is open, and what has ended a short while ago: Alertmanager forgets what it is not told again, and an end that it has
 * missed, or that lay ahead of its clock, is told again too.
 */
final class HeldAlerts {
    /** How long an alert counts as open after it was told. */
    static final Duration LASTS = Duration.ofMinutes(4);

    private final AlertPage page;
    private final Map<String, Held> open = new LinkedHashMap<>();
    private final Map<SortedMap<String, String>, PostedAlert> ended = new LinkedHashMap<>();

    private record Held(Notice notice, Instant startsAt) {}

    HeldAlerts(AlertPage page) {
        this.page = page;
    }

    /** These are open, and no others. */
    void replace(Collection<Notice> notices) {
        open.clear();
        ended.clear();
        notices.forEach(notice -> open.put(notice.transition().alert(), held(notice, null)));
    }

    /** Takes a transition, and gives what follows from it; nothing for what was never chosen. */
    List<PostedAlert> take(Notice notice, Instant now) {
        String alert = notice.transition().alert();
        Held before = open.get(alert);
        if (before == null && !notice.isChosen()) {
            return List.of();
        }
        boolean isOpen = notice.isChosen() && notice.transition().transition().opens();
        Held held = held(notice, before);
        PostedAlert told = posted(held, isOpen ? now.plus(LASTS) : now);
        SortedMap<String, String> known =
                before == null ? told.labels() : LabelSet.of(before.notice().transition());
        if (!isOpen) {
            open.remove(alert);
            return List.of(ended(told.withLabels(known)));
        }
        open.put(alert, held);
        ended.remove(told.labels());
        // To Alertmanager, an alert with other labels is another one.
        return known.equals(told.labels())
                ? List.of(told)
                : List.of(ended(told.withLabels(known).endedAt(now)), told);
    }

    /** All that has to be told again. */
    List<PostedAlert> all(Instant now) {
        ended.values().removeIf(alert -> alert.endsAt().isBefore(now.minus(LASTS)));
        List<PostedAlert> all = new ArrayList<>(ended.values());
        open.values().forEach(held -> all.add(posted(held, now.plus(LASTS))));
        return all;
    }

    private PostedAlert ended(PostedAlert end) {
        ended.put(end.labels(), end);
        return end;
    }

    private static Held held(Notice notice, @Nullable Held before) {
        return new Held(notice, before == null ? notice.transition().decidedAt() : before.startsAt());
    }

    private PostedAlert posted(Held held, Instant endsAt) {
        return PostedAlert.of(held.notice(), held.startsAt(), endsAt, page);
    }
}
