package io.sectorwatch.monitor.trial;

import io.sectorwatch.schemas.message.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Transitions of one history that another one does not have. */
public final class TrialComparison {
    /** What makes two transitions the same to a reader, whatever the rest of their rule says. */
    private record Same(String key, Transition.Type type, String since, String period, String decidedAt) {
        static Same of(Transition transition) {
            return new Same(
                    transition.key(),
                    transition.transition(),
                    transition.since().toString(),
                    transition.period().toString(),
                    transition.decidedAt().toString());
        }
    }

    /** Those that only the first history has, in its order. */
    public static List<Transition> only(List<Transition> these, List<Transition> others) {
        Map<Same, Integer> left = new HashMap<>();
        others.forEach(other -> left.merge(Same.of(other), 1, Integer::sum));
        List<Transition> only = new ArrayList<>();
        for (Transition transition : these) {
            Same same = Same.of(transition);
            int times = left.getOrDefault(same, 0);
            if (times == 0) {
                only.add(transition);
            } else {
                left.put(same, times - 1);
            }
        }
        return only;
    }

    private TrialComparison() {}
}
