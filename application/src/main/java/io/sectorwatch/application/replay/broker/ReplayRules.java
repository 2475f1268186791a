package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.Needs;
import io.sectorwatch.application.replay.ReplayException;
import io.sectorwatch.application.replay.ReplayRequest;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.processor.topology.RulePublisher;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to the rules of a replay.
 *
 * @param live what happened to the live ones
 * @param all what happens in the replay
 * @param concerned those of it that can decide anything in its scope
 * @param needs the facts that these decisions rest on
 */
record ReplayRules(List<RuleEvent> live, List<RuleEvent> all, List<RuleEvent> concerned, Needs needs) {

    /** Throws ReplayException where the scope names a rule that there never was. */
    static ReplayRules of(ReplayRequest request, LiveTopics topics) {
        List<RuleEvent> live = topics.rules().events();
        List<RuleEvent> all = request.rules().events(live);
        request.scope()
                .requireRules(Stream.concat(live.stream(), all.stream())
                        .map(RuleEvent::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
        Needs needs = Needs.of(
                request.scope(),
                all.stream().map(RuleEvent::rule).filter(Objects::nonNull).toList());
        return new ReplayRules(live, all, request.scope().concerned(all), needs);
    }

    /** Throws ReplayException where one of the chosen rules can decide nothing in so many partitions. */
    static void requirePossible(RuleChoice choice, int partitions) {
        if (choice instanceof RuleChoice.Others others) {
            others.rules().stream()
                    .flatMap(rule -> RulePublisher.obstacle(rule, partitions).stream())
                    .findFirst()
                    .ifPresent(obstacle -> {
                        throw new ReplayException(obstacle + " (--partitions 1)");
                    });
        }
    }
}
