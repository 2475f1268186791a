package io.sectorwatch.application.server;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Who is in the group of a processor, however its members agree who does what.
 *
 * @param state in the words of the broker; empty where there is no such group
 */
public record GroupMembers(String state, List<Member> members) {
    private static final GroupMembers NOBODY = new GroupMembers("", List.of());

    public GroupMembers {
        members = List.copyOf(members);
    }

    /**
     * One of them.
     *
     * @param host as the broker sees it
     * @param partitions how many it reads
     */
    public record Member(String clientId, String host, int partitions) {}

    /** Those of a group; throws ServerException where the broker does not say. */
    public static GroupMembers of(Admin admin, String group) {
        try {
            return ofConsumers(admin, group);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return sharedOutByTheBroker(admin, group);
            }
            throw notSaid(group, e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private static GroupMembers ofConsumers(Admin admin, String group) throws ExecutionException, InterruptedException {
        ConsumerGroupDescription description = admin.describeConsumerGroups(List.of(group))
                .describedGroups()
                .values()
                .iterator()
                .next()
                .get();
        return new GroupMembers(
                description.groupState().toString(),
                description.members().stream()
                        .map(member -> new Member(
                                member.clientId(),
                                member.host(),
                                member.assignment().topicPartitions().size()))
                        .toList());
    }

    // With group.protocol=streams it is a group of another kind, and to who asks for consumers there is none.
    private static GroupMembers sharedOutByTheBroker(Admin admin, String group) {
        try {
            StreamsGroupDescription description = admin.describeStreamsGroups(List.of(group))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get();
            return new GroupMembers(
                    description.groupState().toString(),
                    description.members().stream()
                            .map(member -> new Member(
                                    member.clientId(),
                                    member.clientHost(),
                                    member.assignment().activeTasks().stream()
                                            .mapToInt(task -> task.partitions().size())
                                            .sum()))
                            .toList());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return NOBODY;
            }
            throw notSaid(group, e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private static ServerException notSaid(String group, ExecutionException e) {
        return new ServerException("the group " + group + " cannot be described: " + e.getMessage(), e);
    }
}
