package io.sectorwatch.application.status;

import java.util.List;

/**
 * The consumer group of the processor.
 *
 * @param state as Kafka calls it; empty where there is no such group
 * @param members those that the server holds to be alive: one that is killed or frozen goes within its session timeout of 45 s
 */
public record ProcessorGroup(String id, String state, List<Member> members) {
    public ProcessorGroup {
        members = List.copyOf(members);
    }

    /**
     * A thread of a processor.
     *
     * @param partitions how many it has of the topics that are read
     */
    public record Member(String clientId, String host, int partitions) {}
}
