package io.sectorwatch.application.replay;

import io.sectorwatch.processor.kind.ComparedSeries;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The facts that the decisions of a scope can rest on. An indicator that none of its rules looks at is left out; of the
 * others every area and sector is kept, since benchmarks and ranks compare across them.
 */
public final class Needs implements Predicate<Message> {
    private final boolean all;
    private final Set<String> indicators;
    private final boolean policies;

    private Needs(boolean all, Set<String> indicators) {
        this.all = all;
        this.indicators = indicators;
        this.policies = all || indicators.stream().anyMatch(Partitions::isDerived);
    }

    /** What those of the rules need that concern the scope. */
    public static Needs of(ReplayScope scope, Collection<Rule> rules) {
        Set<String> indicators = new HashSet<>();
        boolean all = scope.equals(ReplayScope.EVERYTHING);
        for (Rule rule : rules) {
            if (!scope.concerns(rule)) {
                continue;
            }
            String own = rule.series().indicator();
            all |= own == null && scope.indicators().isEmpty();
            indicators.addAll(own == null ? scope.indicators() : Set.of(own));
            for (ComparedSeries compared : rule.when().compared()) {
                if (compared.indicator() != null) {
                    indicators.add(compared.indicator());
                }
            }
        }
        return new Needs(all, Set.copyOf(indicators));
    }

    /** Whether every fact is needed. */
    public boolean isAll() {
        return all;
    }

    /** The indicators that are looked at, derived ones too. */
    public Set<String> indicators() {
        return indicators;
    }

    /** Whether policy events are needed. */
    public boolean areOfPolicies() {
        return policies;
    }

    @Override
    public boolean test(Message fact) {
        if (fact instanceof Observation observation) {
            return all || indicators.contains(observation.series().indicator());
        }
        return policies || !(fact instanceof PolicyEvent);
    }
}
