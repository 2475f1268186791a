package io.sectorwatch.application.state;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.processor.state.DecisionStore;
import io.sectorwatch.processor.topology.TaskState;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * What a processor has kept of its decisions, held against how far it came: one that goes on where it was, and knows
 * nothing of what was before, is blind without a word.
 *
 * @param committed how far it came in the topics it reads
 * @param lost the tasks that came anywhere and of which nothing is kept
 */
record KeptState(String changelog, boolean isThere, Map<TopicPartition, Long> committed, SortedSet<Integer> lost) {
    KeptState {
        lost = Collections.unmodifiableSortedSet(new TreeSet<>(lost));
    }

    static KeptState look(Server server, Admin admin, Topics topics, String applicationId) {
        String changelog = applicationId + '-' + DecisionStore.NAME + "-changelog";
        Offsets offsets = new Offsets(admin);
        Map<TopicPartition, Long> committed = offsets.committed(applicationId);
        Set<String> sources = Set.copyOf(TaskState.topics(topics));
        committed.keySet().removeIf(partition -> !sources.contains(partition.topic()));
        SortedSet<Integer> lost = new TreeSet<>();
        committed.forEach((partition, offset) -> {
            if (offset > 0) {
                lost.add(partition.partition());
            }
        });
        Set<TopicPartition> partitions = offsets.partitions(List.of(changelog));
        offsets.ends(partitions).forEach((partition, end) -> {
            if (lost.contains(partition.partition()) && holdsAnything(server, partition, end)) {
                lost.remove(partition.partition());
            }
        });
        return new KeptState(changelog, !partitions.isEmpty(), committed, lost);
    }

    // What was never committed, by a rebuild that was cut off say, is nothing, though it moves the end.
    private static boolean holdsAnything(Server server, TopicPartition partition, long end) {
        try (CommittedRecords records = new CommittedRecords(server, partition, end)) {
            return records.head() != null;
        }
    }

    /** Throws ServerException where something is missing. */
    void require(Server server) {
        if (lost.isEmpty()) {
            return;
        }
        long decided = committed.values().stream().mapToLong(Long::longValue).sum();
        throw new ServerException("what was kept of the decisions is gone at " + server.address() + ": the topic "
                + changelog
                + (isThere ? " is empty in partition " + lost.first() : " is not there")
                + ", though the processor has read to offset " + decided
                + " and would go on as if it had seen nothing; start it once with --rebuild-state, which makes that "
                + "again from the other topics and tells nobody anything twice");
    }
}
