package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Figure;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out why live and replay differ. */
public final class Causes {
    private final Set<Version> live;
    private final Set<Version> replayed;
    private final LateFacts late;
    private final Predicate<String> isVoid;
    private final Set<String> decidedAnew = new HashSet<>();
    private final Set<String> decidedLater = new HashSet<>();

    private record Version(String rule, String hash) {}

    /** The same where no fact is void. */
    public Causes(Collection<RuleEvent> live, Collection<RuleEvent> replayed, LateFacts late) {
        this(live, replayed, late, fact -> false);
    }

    /** Knows the rules that were ever in effect on both sides, and which facts are void by now. */
    public Causes(
            Collection<RuleEvent> live, Collection<RuleEvent> replayed, LateFacts late, Predicate<String> isVoid) {
        this.live = versions(live);
        this.replayed = versions(replayed);
        this.late = late;
        this.isVoid = isVoid;
    }

    /** A transition without its like on the other side: all are to be noted before the first cause is asked for. */
    void note(Transition transition) {
        if (transition.reason() == Transition.Reason.RULE_CHANGED) {
            decidedAnew.add(transition.rule());
        } else if (cameAfterWhatWasKnown(transition)) {
            decidedLater.add(transition.alert());
        }
    }

    /** Why the two are not the same; one of them may be null. */
    Finding.Cause of(@Nullable Transition ofLive, @Nullable Transition ofReplay) {
        boolean rule = ofLive != null && !replayed.contains(version(ofLive));
        rule |= ofReplay != null && !live.contains(version(ofReplay));
        rule |= ofLive != null && ofReplay != null && !ofLive.ruleHash().equals(ofReplay.ruleHash());
        if (rule) {
            return Finding.Cause.RULE_CHANGED;
        }
        if (isOfCorrection(ofLive) || isOfCorrection(ofReplay)) {
            return Finding.Cause.FACT_CORRECTED;
        }
        if (ofLive != null && late.concern(ofLive) || ofReplay != null && late.concern(ofReplay)) {
            return Finding.Cause.DATA_LATE;
        }
        // Where a rule came to data that were there, the live processor decided all of them at once.
        boolean anew = ofLive != null && decidedAnew.contains(ofLive.rule());
        anew |= ofReplay != null && decidedAnew.contains(ofReplay.rule());
        if (anew) {
            return Finding.Cause.RULE_CHANGED;
        }
        boolean later = ofLive != null && decidedLater.contains(ofLive.alert());
        later |= ofReplay != null && decidedLater.contains(ofReplay.alert());
        return later ? Finding.Cause.DATA_LATE : Finding.Cause.OTHER;
    }

    // It was decided by a figure, and later than any figure was published: a tick had told of a later day by then.
    private static boolean cameAfterWhatWasKnown(Transition transition) {
        Figure own = transition.observation();
        Figure benchmark = transition.benchmark();
        return transition.reason() != Transition.Reason.TIME_PASSED
                && transition.reason() != Transition.Reason.CORRECTION
                && own != null
                && transition.decidedAt().isAfter(own.published())
                && (benchmark == null || transition.decidedAt().isAfter(benchmark.published()));
    }

    private boolean isOfCorrection(@Nullable Transition transition) {
        return transition != null
                && (transition.reason() == Transition.Reason.CORRECTION
                        || transition.evidence().stream().anyMatch(isVoid));
    }

    private static Version version(Transition transition) {
        return new Version(transition.rule(), transition.ruleHash());
    }

    private static Set<Version> versions(Collection<RuleEvent> events) {
        Set<Version> versions = new HashSet<>();
        for (RuleEvent event : events) {
            if (event.rule() != null) {
                versions.add(new Version(event.id(), event.rule().hash()));
            }
        }
        return versions;
    }
}
