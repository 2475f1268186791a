package io.sectorwatch.application.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server what it lets its user do, before anything is begun: later a right that is missing may show in silence, as a
 * topic that seems not to be there.
 */
final class RightsCheck {
    private final Admin admin;

    RightsCheck(Admin admin) {
        this.admin = admin;
    }

    /** What is known of something that rights are about: its operations, or nothing where it is not there or does not say. */
    private record Found(
            boolean isRefused, boolean isMissing, @Nullable Set<AclOperation> operations) {
        private static final Found REFUSED = new Found(true, false, null);
        private static final Found MISSING = new Found(false, true, null);
        private static final Found UNKNOWN = new Found(false, false, null);

        boolean allows(AclOperation operation) {
            return !isRefused && (operations == null || operations.contains(operation));
        }
    }

    /** Those of some rights that are lacking, as far as the server says. */
    List<Right> lacking(Collection<Right> wanted) {
        Map<String, Found> topics = topics(names(wanted, ResourceType.TOPIC));
        Map<String, Found> groups = groups(names(wanted, ResourceType.GROUP));
        Map<String, Found> transactions = transactions(names(wanted, ResourceType.TRANSACTIONAL_ID));
        List<Right> lacking = new ArrayList<>();
        for (Right right : wanted) {
            boolean isAllowed = switch (right.resource()) {
                case TOPIC -> allows(topics.getOrDefault(right.asked(), Found.UNKNOWN), right);
                case GROUP -> groups.getOrDefault(right.asked(), Found.UNKNOWN).allows(right.operation());
                case TRANSACTIONAL_ID ->
                    transactions.getOrDefault(right.asked(), Found.UNKNOWN).allows(right.operation());
                default -> throw new IllegalArgumentException("nobody is asked about " + right);
            };
            if (!isAllowed) {
                lacking.add(right);
            }
        }
        return lacking;
    }

    private boolean allows(Found topic, Right right) {
        if (right.operation() != AclOperation.CREATE) {
            return topic.allows(right.operation());
        }
        return !topic.isMissing() || mayCreate(right.asked());
    }

    private boolean mayCreate(String topic) {
        NewTopic one = new NewTopic(topic, Optional.of(1), Optional.empty());
        KafkaFuture<Void> tried = admin.createTopics(List.of(one), new CreateTopicsOptions().validateOnly(true))
                .all();
        return !found(tried, nothing -> null).isRefused();
    }

    private static Set<String> names(Collection<Right> rights, ResourceType type) {
        Set<String> names = new LinkedHashSet<>();
        rights.stream()
                .filter(right -> right.resource() == type)
                .map(Right::asked)
                .forEach(names::add);
        return names;
    }

    private Map<String, Found> topics(Set<String> names) {
        return found(
                admin.describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                        .topicNameValues(),
                description -> description.authorizedOperations());
    }

    private Map<String, Found> groups(Set<String> names) {
        return found(
                admin.describeConsumerGroups(
                                names, new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                        .describedGroups(),
                description -> description.authorizedOperations());
    }

    // Whoever may write under an id may describe it; a server does not say more.
    private Map<String, Found> transactions(Set<String> ids) {
        Map<String, Found> found = new HashMap<>();
        ids.forEach(id ->
                found.put(id, found(admin.describeTransactions(List.of(id)).description(id), its -> null)));
        return found;
    }

    private static <T> Map<String, Found> found(
            Map<String, KafkaFuture<T>> answers, Function<T, @Nullable Set<AclOperation>> operations) {
        Map<String, Found> found = new HashMap<>();
        answers.forEach((name, answer) -> found.put(name, found(answer, operations)));
        return found;
    }

    private static <T> Found found(KafkaFuture<T> answer, Function<T, @Nullable Set<AclOperation>> operations) {
        try {
            return new Found(false, false, operations.apply(answer.get()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Found.REFUSED;
            }
            // What else is wrong is said by whoever meets it.
            return e.getCause() instanceof UnknownTopicOrPartitionException ? Found.MISSING : Found.UNKNOWN;
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }
}
