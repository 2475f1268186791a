package io.sectorwatch.application.replay.broker;

import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics of a replay, which nobody else writes to.
 *
 * @param live those of the installation that is replayed
 * @param name without dots, so that the topics of one replay never look like those of another
 */
public record ReplayTopics(Topics live, String name) {
    private static final String REPLAY = "replay.";
    private static final String ALLOWED = "[a-zA-Z0-9_-]{1,60}";

    public ReplayTopics {
        if (!name.matches(ALLOWED)) {
            throw new IllegalArgumentException(
                    "a replay cannot be called '" + name + "': up to 60 letters, digits and _ - are allowed");
        }
    }

    /** What the names of all replays' topics begin with. */
    static String prefix(Topics live) {
        return live.prefix() + REPLAY;
    }

    /** The topics of its processor. */
    public Topics topics() {
        return new Topics(prefix(live) + name + '.');
    }

    /** Where it is written down how far it has come, and in the end its manifest. */
    String manifest() {
        return topics().prefix() + "manifest";
    }

    /** Two runs of one replay at the same time share it, so that only the later one goes on. */
    String transactionalId() {
        return topics().prefix() + "staging";
    }

    /** Where its processor keeps state and log, given where everything is kept. */
    Path directory(Path data) {
        return data.resolve("replay").resolve(topics().prefix());
    }

    /** All topics to create. */
    List<Topics.Spec> specs(int partitions, List<String> sectors) {
        Set<String> leftOut =
                Set.of(topics().indicators(), topics().policies(), topics().rules(), topics().undelivered());
        List<Topics.Spec> specs = new ArrayList<>();
        Map<String, String> keptForEver = Map.of();
        for (Topics.Spec spec : topics().all(partitions, sectors)) {
            if (spec.name().equals(topics().indicators())) {
                keptForEver = spec.configs();
            }
            if (!leftOut.contains(spec.name())) {
                specs.add(spec);
            }
        }
        specs.add(new Topics.Spec(topics().history(), partitions, keptForEver));
        specs.add(new Topics.Spec(manifest(), 1, keptForEver));
        return specs;
    }
}
