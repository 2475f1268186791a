package io.sectorwatch.application.installation;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.processor.state.CardStore;
import io.sectorwatch.processor.state.DecisionStore;
import io.sectorwatch.processor.topology.DecisionTopology;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a processor must be let do. */
record ProcessorRights(List<Right> all) {
    ProcessorRights {
        all = List.copyOf(all);
    }

    /** Of one with an application id, which is its group too. */
    static ProcessorRights of(Topics topics, String applicationId, @Nullable String instanceId) {
        List<Right> all = new ArrayList<>(List.of(
                Right.toRead(topics.indicators()),
                Right.toRead(topics.policies()),
                Right.toRead(topics.rules()),
                Right.toWrite(topics.alerts()),
                // A topic of a sector that cannot be seen is not fed, without a word.
                Right.toWrite(topics.alerts("")).forAll(),
                Right.toWrite(topics.openAlerts()),
                Right.toWrite(topics.scorecards()),
                Right.toWrite(topics.deadLetters()),
                Right.toJoin(applicationId),
                Right.toWriteUnder(applicationId + '-' + (instanceId == null ? "" : instanceId + '-'))
                        .forAll()));
        String between = applicationId + '-' + DecisionTopology.SLICES + "-repartition";
        for (String internal : List.of(
                applicationId + '-' + DecisionStore.NAME + "-changelog",
                applicationId + '-' + CardStore.NAME + "-changelog",
                between)) {
            all.add(Right.toCreate(internal));
            all.add(Right.toRead(internal));
            all.add(Right.toWrite(internal));
        }
        // What was read there is deleted, or it would grow for ever.
        all.add(Right.toDelete(between));
        return new ProcessorRights(all);
    }
}
