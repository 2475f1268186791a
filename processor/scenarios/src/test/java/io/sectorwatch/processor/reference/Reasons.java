package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why an event concerns a rule and a series. */
final class Reasons {
    /** Empty where an event does not concern them. */
    static Optional<Reason> of(ReferenceRule rule, SeriesKey series, Knowledge before, Knowledge after) {
        ReferenceKind.Other own = new ReferenceKind.Other(series, rule.sources());
        Optional<Boolean> ownNews = bringsAPeriod(rule, own, before, after);
        if (ownNews.isPresent()) {
            return ownNews.map(isNew -> isNew ? Reason.NEW_PERIOD : Reason.REVISION);
        }
        List<Boolean> news = new ArrayList<>();
        if (rule.when() instanceof ReferenceWhen.Beyond beyond) {
            for (ReferenceKind.Other other : beyond.measure().others(series, rule.sources())) {
                bringsAPeriod(rule, other, before, after).ifPresent(news::add);
            }
        }
        if (news.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(news.contains(true) ? Reason.BENCHMARK_NEW_PERIOD : Reason.BENCHMARK_REVISION);
    }

    /** Whether one of the periods that changed was not known before; empty where nothing changed. */
    private static Optional<Boolean> bringsAPeriod(
            ReferenceRule rule, ReferenceKind.Other other, Knowledge before, Knowledge after) {
        List<Period> changed = after.changedSince(before, other.series());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Sight sightBefore = rule.sight(before).trusting(other.sources());
        return Optional.of(changed.stream()
                .anyMatch(period -> sightBefore
                        .visible(before.stated(other.series()).getOrDefault(period, List.of()))
                        .isEmpty()));
    }

    private Reasons() {}
}
