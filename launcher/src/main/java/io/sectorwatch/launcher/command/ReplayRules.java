package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.replay.RuleChoice;
import io.sectorwatch.launcher.replay.RuleEvent;
import io.sectorwatch.launcher.replay.Scope;
import io.sectorwatch.launcher.replay.broker.LiveTopics;
import java.util.List;

/**
 * What happens to the rules of a replay.
 *
 * @param words where they are from
 * @param live what happened to the live ones
 * @param all what happens in the replay
 * @param concerned those of it that can decide anything in its scope
 */
record ReplayRules(String words, List<RuleEvent> live, List<RuleEvent> all, List<RuleEvent> concerned) {

    static ReplayRules of(RuleChoice choice, LiveTopics topics, Scope scope) {
        List<RuleEvent> live = topics.rules().events();
        List<RuleEvent> all = choice.events(live);
        return new ReplayRules(choice.words(), live, all, scope.concerned(all));
    }
}
