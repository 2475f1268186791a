package io.sectorwatch.application.server;

import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/**
 * Something that a server must let its user do, in the words of Kafka's access control lists.
 *
 * @param isPrefix whether it is about all whose names begin so
 */
public record Right(AclOperation operation, ResourceType resource, String name, boolean isPrefix) {
    public static Right toRead(String topic) {
        return ofTopic(AclOperation.READ, topic);
    }

    public static Right toWrite(String topic) {
        return ofTopic(AclOperation.WRITE, topic);
    }

    public static Right toDescribe(String topic) {
        return ofTopic(AclOperation.DESCRIBE, topic);
    }

    /** For the settings of a topic. */
    public static Right toDescribeConfigs(String topic) {
        return ofTopic(AclOperation.DESCRIBE_CONFIGS, topic);
    }

    /** For a topic where it is not there; one that is need not be created. */
    public static Right toCreate(String topic) {
        return ofTopic(AclOperation.CREATE, topic);
    }

    /** For a topic, or for records of it that nobody needs any more. */
    public static Right toDelete(String topic) {
        return ofTopic(AclOperation.DELETE, topic);
    }

    /** For being a member of a group. */
    public static Right toJoin(String group) {
        return new Right(AclOperation.READ, ResourceType.GROUP, group, false);
    }

    /** For looking how far a group has come. */
    public static Right toSee(String group) {
        return new Right(AclOperation.DESCRIBE, ResourceType.GROUP, group, false);
    }

    /** For transactions under an id. */
    public static Right toWriteUnder(String transactionalId) {
        return new Right(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, transactionalId, false);
    }

    /** The same for all whose names begin with this one. */
    public Right forAll() {
        return new Right(operation, resource, name, true);
    }

    private static Right ofTopic(AclOperation operation, String topic) {
        return new Right(operation, ResourceType.TOPIC, topic, false);
    }

    /** For people: {@code Read the topic sectorwatch.alerts}. */
    String words() {
        return verb() + " the " + resource.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ' ' + name
                + (isPrefix ? "…" : "");
    }

    /** The same as options of {@code kafka-acls}. */
    String options() {
        String option = resource.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "--operation " + verb() + " --" + option + ' ' + name
                + (isPrefix ? " --resource-pattern-type prefixed" : "");
    }

    /** What a server is asked about. */
    String asked() {
        return isPrefix ? name + "any" : name;
    }

    private String verb() {
        return SecurityUtils.operationName(operation);
    }
}
