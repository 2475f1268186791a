package io.sectorwatch.monitor.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.application.status.InstallationStatus;
import io.sectorwatch.application.status.PartitionProgress;
import io.sectorwatch.application.status.ProcessorGroup;
import io.sectorwatch.monitor.read.JsonNodes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an installation stands, as an answer says it. */
public final class StatusNodes {
    /** The processor and its topics; without what was never seen. */
    public static ObjectNode processor(StatusSeen seen) {
        ObjectNode node = JsonNodes.object();
        time(node, "seenAt", seen.seenAt());
        if (seen.failure() != null) {
            node.put("failure", seen.failure());
            time(node, "failingSince", seen.failingSince());
        }
        InstallationStatus status = seen.status();
        if (status != null) {
            node.put(
                    "deciding",
                    status.deciding().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.put("well", status.isWell());
            node.put("lag", status.behind());
            time(node, "newestDecided", status.newestDecided());
            time(node, "lastWritten", status.lastWritten());
            members(node.putArray("members"), status.group());
            partitions(node.putArray("partitions"), status.partitions());
            status.missingTopics().forEach(node.putArray("missingTopics")::add);
            status.topicDifferences().forEach(node.putArray("topicDifferences")::add);
        }
        return node;
    }

    private static void members(ArrayNode members, ProcessorGroup group) {
        for (ProcessorGroup.Member member : group.members()) {
            ObjectNode node = members.addObject();
            node.put("clientId", member.clientId());
            node.put("host", member.host());
            node.put("partitions", member.partitions());
        }
    }

    private static void partitions(ArrayNode partitions, List<PartitionProgress> progress) {
        for (PartitionProgress partition : progress) {
            ObjectNode node = partitions.addObject();
            node.put("topic", partition.topic());
            node.put("partition", partition.partition());
            node.put("lag", partition.behind());
            time(node, "newestDecided", partition.newestDecided());
            if (partition.openRelease() != null) {
                node.put("openRelease", partition.openRelease());
            }
        }
    }

    private static void time(ObjectNode node, String field, @Nullable Instant time) {
        if (time != null) {
            node.put(field, time.toString());
        }
    }

    private StatusNodes() {}
}
