package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.broker.LiveTopics;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to the rules of a replay.
 *
 * @param words where they are from
 * @param live what happened to the live ones
 * @param all what happens in the replay
 * @param concerned those of it that can decide anything in its scope
 */
record ReplayRules(String words, List<RuleEvent> live, List<RuleEvent> all, List<RuleEvent> concerned) {

    /** Throws CommandException where the scope names a rule that there never was. */
    static ReplayRules of(RuleChoice choice, LiveTopics topics, ReplayScope scope) {
        List<RuleEvent> live = topics.rules().events();
        List<RuleEvent> all = choice.events(live);
        ScopeOptions.requireRules(
                scope,
                Stream.concat(live.stream(), all.stream())
                        .map(RuleEvent::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
        return new ReplayRules(choice.words(), live, all, scope.concerned(all));
    }
}
