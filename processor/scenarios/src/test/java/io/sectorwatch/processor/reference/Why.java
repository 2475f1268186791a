package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that holds of what is decided, of which a transition states one; nothing where it is not decided at all. */
record Why(Set<Reason> all) {
    static final Why NOTHING = new Why(Set.of());

    /** All that holds of any of some. */
    static Why any(List<Why> some) {
        Set<Reason> all = EnumSet.noneOf(Reason.class);
        some.forEach(why -> all.addAll(why.all));
        return new Why(all);
    }

    static Why only(Reason reason) {
        return new Why(Set.of(reason));
    }

    boolean concerns() {
        return !all.isEmpty();
    }

    boolean ruleChanged() {
        return reason() == Reason.RULE_CHANGED;
    }

    /** The first in the order of the contract, which is that of the type. */
    Reason reason() {
        return EnumSet.copyOf(all).iterator().next();
    }

    /** No new period undoes the past: what did is that more is known of it. */
    Reason reasonOfRetraction() {
        if (all.contains(Reason.REVISION)) {
            return Reason.REVISION;
        }
        if (all.contains(Reason.BENCHMARK_REVISION)) {
            return Reason.BENCHMARK_REVISION;
        }
        return reason() == Reason.NEW_PERIOD ? Reason.REVISION : reason();
    }
}
